"""How months, money, power and exponents are written, before anybody has translated them."""

from typing import Final

from race.core.words import N_

MONTH_NAMES: Final = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)
MONEY: Final = (
    (1_000_000_000_000, N_("${n} T")),
    (1_000_000_000, N_("${n} B")),
    (1_000_000, N_("${n} M")),
)
POWER: Final = (
    (1_000_000, N_("{n} GW")),
    (1_000, N_("{n} MW")),
)
RAISED: Final = str.maketrans(
    "-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)
