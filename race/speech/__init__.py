"""Words and numbers in the reader's language.

English stands in the code, other languages in `assets/locale/*/LC_MESSAGES/diverted.po`.
`_` translates a whole sentence of the window or the command line; `speak` writes a `Sentence` of the
laws and fills its braces with amounts as the language writes them.
What cannot be translated is said in English.
"""

import gettext
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from race.core.words import N_, UNCOUNTED, Name, Part, Quantity, Quote, Sentence, Term
from race.files import assets
from race.speech.forms import MONEY, MONTH_NAMES, POWER, RAISED
from race.speech.system import wanted

DOMAIN: Final = "diverted"
NARROW: Final = "\u202f"
"""The narrow space that parts thousands and stands between a number and its unit; no line breaks there."""
MINUS: Final = "\u2212"
_SMALL_ELO: Final = 10
"""Differences below this are written with a decimal."""
_BRACES: Final = re.compile(r"\{(\w+)\}")
_ELIDED: Final = {"fr": re.compile(r"\b([Dd]|[Qq]u|[Jj]usqu)e \{(\w+)\}")}
"""Words that lose their end before a vowel, by language: `de {due}` is said `d'avril 2025`."""
_VOWELS: Final = frozenset("aeiouyàâæéèêëîïôœùûü")
_FIRST_YEAR: Final = 2023
_MILLION: Final = 1_000_000
_DECIMALS_MOST: Final = 13
"""A dollar of a trillion is written before so many decimals."""
_NO_DECIMALS_FROM: Final = 99.95
"""From here on (99.95 reads as 100) a decimal says nothing."""
_DOLLARS: Final = N_("${n}")
_KILOWATTS: Final = N_("{n} kW")
_PERCENT: Final = N_("{n} %")
_FLOP: Final = N_("{n} FLOP")


class _Reader:
    """Remember who reads: the language, its catalogue and the names of the companies."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue: gettext.NullTranslations = gettext.NullTranslations()
        self.pack = "real"


_READER: Final = _Reader()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a compiled catalogue, English first."""
    return tuple(sorted(_catalogues("mo") | {"en"}, key=lambda code: (code != "en", code)))


def uncompiled() -> tuple[str, ...]:
    """Return the codes of the languages whose catalogue nobody has compiled: a clone without an install."""
    return tuple(sorted(_catalogues("po") - _catalogues("mo") - {"en"}))


def _catalogues(kind: str) -> set[str]:
    return {path.parent.parent.name for path in (assets() / "locale").glob(f"*/LC_MESSAGES/{DOMAIN}.{kind}")}


def language() -> str:
    """Return the code of the language that is spoken now."""
    return _READER.language


def set_language(code: str | None = None) -> str:
    """Speak a language from now on and return its code; without one, that of the environment or the system.

    A language without a compiled catalogue is answered in English, words and numbers.
    """
    tongues = [code] if code else wanted()
    spoken = next(
        (short for short in (tongue[:2].lower() for tongue in tongues) if short in languages()), "en"
    )
    _READER.language = spoken
    _READER.catalogue = gettext.translation(DOMAIN, assets() / "locale", [spoken], fallback=True)
    return spoken


def _(msgid: str) -> str:
    """Translate a whole sentence; braces stay for `format`."""
    return _READER.catalogue.gettext(msgid) if msgid else ""


def plural(one: str, many: str, n: int) -> str:
    """Translate a sentence that counts `n` things in the form its number asks for; braces stay for `format`.

    >>> used = set_language("en")
    >>> [plural("{n} suit", "{n} suits", n) for n in (0, 1, 2)]
    ['{n} suits', '{n} suit', '{n} suits']
    """
    return _READER.catalogue.ngettext(one, many, n)


def set_names(pack: str) -> None:
    """Call the companies by a pack of `assets/names` from now on: `real` or `fictional`.

    Raises FileNotFoundError when there is no such pack.
    """
    _names(pack)
    _READER.pack = pack


@lru_cache(maxsize=4)
def _names(pack: str) -> dict[str, str]:
    return {
        key: str(name)
        for key, name in tomllib.loads((assets() / "names" / f"{pack}.toml").read_text("utf-8")).items()
    }


def name(key: str) -> str:
    """Return how a company is called in the chosen pack; an unknown key is returned as it is."""
    return _names(_READER.pack).get(key, key)


def speak(sentence: Sentence | Quote) -> str:
    """Write a sentence in the reader's language; braces it has no value for stay as they are."""
    values = {key: _spoken(value) for key, value in sentence.values.items()}
    return _fill(_(sentence.msgid), values | _apart(sentence.values))


def _apart(values: Mapping[str, Part]) -> dict[str, str]:
    """Write what a sentence would say of two amounts of money in the same words, with digits that tell them.

    >>> from race.core.words import usd
    >>> used = set_language("en")
    >>> list(_apart({"cost": usd(1_104_000_000), "free": usd(1_096_000_000), "fee": usd(40)}).values())
    ['$1.104\u202fB', '$1.096\u202fB']
    """
    amounts = {k: v.value for k, v in values.items() if isinstance(v, Quantity) and v.unit == "usd"}
    shown = {key: money(value) for key, value in amounts.items()}
    alike = {
        key: value
        for key, value in amounts.items()
        if any(value != other and shown[key] == shown[at] for at, other in amounts.items())
    }
    told: dict[str, str] = {}
    for decimals in range(1, _DECIMALS_MOST):
        if len(set(told.values())) < len(set(alike.values())):
            told = {key: money(value, decimals) for key, value in alike.items()}
    return told


def _fill(text: str, values: dict[str, str]) -> str:
    # not str.format: a translation must not be able to reach into objects
    if elided := _ELIDED.get(_READER.language):
        text = elided.sub(lambda found: _before(found, values.get(found[2], "")), text)
    return _BRACES.sub(lambda found: values.get(found[1], found[0]), text)


def _before(found: re.Match[str], value: str) -> str:
    """Drop the end of a word before a value that starts with a vowel."""
    return f"{found[1]}’{{{found[2]}}}" if value[:1].lower() in _VOWELS else found[0]


def _unit(pattern: str, figure: str) -> str:
    return _fill(_(pattern), {"n": figure}).replace(" ", NARROW)


def _spoken(value: Part) -> str:
    match value:
        case Quantity():
            return quantity(value)
        case Name():
            return name(value.key)
        case Term():
            return _(value.msgid)
        case Quote():
            return speak(value)
        case str():
            return value


def quantity(amount: Quantity) -> str:  # noqa: C901, PLR0911 - one line for each unit
    """Write an amount with its unit, as the reader's language does.

    >>> from race.core.words import usd, percent, month, chips, points
    >>> used = set_language("en")
    >>> [quantity(each).replace(NARROW, "_") for each in (usd(2_400_000_000), usd(-34_600), percent(234_000))]
    ['$2.4_B', '−$34_600', '23.4_%']
    >>> [quantity(each).replace(NARROW, "_") for each in (month(6), chips(12_000))]
    ['June 2024', '12_000']
    >>> [quantity(points(each)) for each in (-15_000, -400, 400)]
    ['−1.5', '0', '0']
    """
    value = amount.value
    match amount.unit:
        case "usd":
            return money(value)
        case "cents":
            return _signed(value, _unit(_DOLLARS, number(abs(value) / 100, 2)))
        case "ppm" | "sliver":
            part = abs(value) / 10_000
            return _signed(value, _unit(_PERCENT, _short(part) if amount.unit == "ppm" else number(part, 2)))
        case "points":
            shown = _short(abs(value) / 10_000)
            return f"+{shown}" if value > 0 and not nought(shown) else _signed(value, shown)
        case "month":
            return date(int(value))
        case "months":
            words = _("1 month") if abs(value) == 1 else _("{n} months")
            return _signed(value, _fill(words, {"n": number(abs(value))}))
        case "lasting":
            return _lasting(value)
        case "kw":
            return power(value)
        case "users":
            return _users(value)
        case "flop":
            return _compute(value)
        case "elo":
            return number(value, 1 if 0 < abs(value) < _SMALL_ELO else 0)
        case _:  # chips and counts are plain whole numbers
            return number(value)


def in_quotes(words: str) -> str:
    """Put words between the quotation marks of the reader's language.

    >>> used = set_language("en")
    >>> in_quotes("We vote for the long run.")
    '“We vote for the long run.”'
    """
    return _("“{words}”").format(words=words)


def labelled(label: str, words: str) -> str:
    """Set words after what they are about, with the colon of the reader's language.

    >>> used = set_language("en")
    >>> labelled("Votes", "carried")
    'Votes: carried'
    """
    return _("{label}: {words}").format(label=label, words=words)


def listed(parts: Iterable[str]) -> str:
    """Set parts one after another, with the semicolon of the reader's language.

    >>> used = set_language("en")
    >>> listed(["one", "two", "three"])
    'one; two; three'
    """
    return _("{left}; {right}").format(left="", right="").join(parts)


def _lasting(value: float) -> str:
    """Write how many months something lasts, in words where nobody counts."""
    if value < 1:
        return _("less than a month")
    return _("over 8 years") if value >= UNCOUNTED else quantity(Quantity("months", value))


def number(value: float, decimals: int = 0) -> str:
    """Write a number with narrow spaces between thousands and the language's decimal mark.

    >>> used = set_language("en")
    >>> [number(each).replace(NARROW, "_") for each in (12000, -7, 1234567.6)]
    ['12_000', '−7', '1_234_568']
    >>> number(2.345, 1)
    '2.3'
    """
    text = f"{abs(value):,.{decimals}f}".replace(",", NARROW)
    if _READER.language == "fr":
        text = text.replace(".", ",")
    return _signed(value, text)


def money(value: float, decimals: int | None = None) -> str:
    """Write US dollars in the largest unit that fits (French: up to billions), to three or four figures.

    With `decimals`, to so many of the unit.

    >>> used = set_language("en")
    >>> [money(each).replace(NARROW, "_") for each in (950, 508_000_000, 29_100_000_000, 999_960_000)]
    ['$950', '$508_M', '$29.1_B', '$1_B']
    """
    size = abs(value)
    for unit, pattern in MONEY[1:] if _READER.language == "fr" else MONEY:
        if size >= unit * 0.9995:
            figure = _short(size / unit) if decimals is None else number(size / unit, decimals)
            return _signed(value, _unit(pattern, figure))
    return _signed(value, _unit(_DOLLARS, number(size)))


def power(kilowatts: float) -> str:
    """Write electrical power given in kW.

    >>> used = set_language("en")
    >>> [power(each).replace(NARROW, "_") for each in (800, 43_500, 1_200_000)]
    ['800_kW', '43.5_MW', '1.2_GW']
    """
    for unit, pattern in POWER:
        if abs(kilowatts) >= unit:
            return _signed(kilowatts, _unit(pattern, _short(abs(kilowatts) / unit)))
    return _signed(kilowatts, _unit(_KILOWATTS, number(abs(kilowatts))))


def capital(words: str) -> str:
    """Return words that begin a line or a sentence: French writes its months small, but not there.

    >>> capital("août 2024"), capital("")
    ('Août 2024', '')
    """
    return words[:1].upper() + words[1:]


def date(month: int) -> str:
    """Write a month counted from December 2023.

    >>> used = set_language("en")
    >>> [date(each) for each in (0, 1, 36)]
    ['December 2023', 'January 2024', 'December 2026']
    """
    years, place = divmod(11 + month, 12)
    return _fill(_(MONTH_NAMES[place]), {"year": str(_FIRST_YEAR + years)})


def ordinal(place: int) -> str:
    """Write a place in a ranking, 1 to 12.

    >>> used = set_language("en")
    >>> [ordinal(place) for place in (1, 2, 3, 4)]
    ['1st', '2nd', '3rd', '4th']
    """
    match place:
        case 1:
            return _("1st")
        case 2:
            return _("2nd")
        case 3:
            return _("3rd")
        case _:
            return _fill(_("{n}th"), {"n": str(place)})


def _users(people: float) -> str:
    if people >= 2 * _MILLION:  # one and a half is singular in French, and read as well in digits
        return _fill(_("{n} million"), {"n": _short(people / _MILLION)})
    return number(people)


def _compute(operations: float) -> str:
    """Write training compute as a figure times a power of ten.

    >>> used = set_language("en")
    >>> _compute(3.5e26).replace(NARROW, "_"), _compute(0.0).replace(NARROW, "_")
    ('3.5×10²⁶_FLOP', '0_FLOP')
    """
    if operations <= 0.0:
        return _unit(_FLOP, "0")
    figure, _e, size = f"{operations:.1e}".partition("e")
    return _unit(_FLOP, f"{number(float(figure), 1)}×10{raised(int(size))}")


def raised(exponent: int) -> str:
    """Write a whole number above the line, as an exponent stands.

    >>> raised(25), raised(-3)
    ('²⁵', '⁻³')
    """
    return str(exponent).translate(RAISED)


def _short(value: float) -> str:
    """Write a positive number with one decimal below a hundred, none when it is whole."""
    whole = value >= _NO_DECIMALS_FROM or f"{value:.1f}".endswith(".0")
    return number(value, 0 if whole else 1)


def nought(shown: str) -> bool:
    """Return whether a figure as written is nothing: it has digits, and all of them are zeros."""
    return set(filter(str.isdigit, shown)) == {"0"}


def _signed(value: float, text: str) -> str:
    """Put a minus before what is less than nothing; what rounds to nothing has no sign."""
    return MINUS + text if value < 0 and not nought(text) else text
