"""Terms of what others remember: a rival's grudge, the chipmaker's weights."""

from typing import Final

from race.core.formulas.race.queue import Buyer, weigh_buyer
from race.core.formulas.race.temper import offended
from race.core.ids import PPM
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, table
from race.core.words import N_


def _offended(rules: Rulebook, offences: float, months: float) -> float:
    """Ask the law; ill will fades as the months' law lets it."""
    left = offences * rules.race.grudge_kept**months
    return offended(rules.tempers.raid_grudge, int(PPM * left), rules.tempers.grudge_most)


def _weight(rules: Rulebook, *row: float) -> float:
    relation, paid, book, whole, supply, swaps = row
    buyer = Buyer(
        book=int(book),
        whole=int(whole),
        supply=int(supply),
        relation=int(PPM * relation),
        prepaid=int(PPM * paid),
        swaps=swaps,
    )
    return weigh_buyer(rules, buyer).weight


TERMS: Final = (
    Term(
        name="grudge",
        meaning=N_(
            "A lab remembers who hired its people away, complained or was found out looking into it; its "
            "next poaching is the likelier from whom it resents most."
        ),
        unit=N_("chance"),
        lines=(
            ("left", "offences * grudge_kept ** months"),
            ("G", "min(grudge_most, raid_grudge * left)"),
        ),
        given={
            "offences": N_("people poached, complaints that were heard and inquiries that were found out"),
            "months": N_("months since then"),
        },
        numbers=("race.grudge_kept", "tempers.raid_grudge", "tempers.grudge_most"),
        related=("tempers.complain", "court.probe_backfires", "tales.grudge", "race.raid_part"),
        function=offended,
        examples=table(("offences", "months"), _offended, (1, 0), (1, 12), (2, 3), (5, 0)),
    ),
    Term(
        name="weight",
        meaning=N_(
            "The chipmaker serves first whom it likes, who pays ahead and who is large; not whom it doubts."
        ),
        unit=N_("ppm"),
        lines=(
            ("ahead", "max(0, paid - deposit)"),
            ("care", "unknown + liking * relation + prepaid * ahead + size * book / whole"),
            ("believed", "max(doubt, min(1, patience * supply / book))"),
            ("settled", "max(swap_least, 1 - swap_cost * swaps)"),
            ("W", "floor(1000000 * min(most, max(least, care * believed * settled)))"),
        ),
        given={
            "relation": N_("how the chipmaker remembers the buyer, 0-1"),
            "paid": N_("part of the price that was paid at booking, 0-1"),
            "book": N_("chips that the buyer waits for"),
            "whole": N_("chips that all buyers wait for"),
            "supply": N_("supply of the month, chips"),
            "swaps": N_("slots seen to change hands, in months of the carmaker's deliveries"),
        },
        numbers=(
            *("buyers.unknown", "buyers.liking", "buyers.prepaid", "buyers.size", "buyers.doubt"),
            *("buyers.swap_cost", "buyers.swap_least", "buyers.least", "buyers.most"),
            *("chips.patience", "chips.deposit"),
        ),
        related=(
            *("chips.relation_start", "chips.relation_delivery", "chips.relation_late"),
            *("chips.relation_cancel", "chips.relation_swap", "chips.relation_over", "chips.relation_fading"),
        ),
        function=weigh_buyer,
        examples=table(
            ("relation", "paid", "book", "whole", "supply", "swaps"),
            _weight,
            (0.5, 0.1, 20_000, 400_000, 120_000, 0),
            (1.0, 1.0, 20_000, 400_000, 120_000, 0),
            (0.5, 0.1, 2_000_000, 4_000_000, 120_000, 0),
            (0.3, 0.1, 20_000, 400_000, 120_000, 2),
        ),
        digits=0,
    ),
)
