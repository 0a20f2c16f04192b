"""The chipmaker's weighing as a receipt: what counts for a buyer, what against it, what it is promised."""

from race.core.formulas.race.queue import line_rank, promised_months
from race.core.ids import OWN_FIRMS, PPM, Firm, Generation
from race.core.view import FounderView
from race.core.words import chips, months, percent
from race.core.world.books import OrderLine
from race.session.heard.chipmaker import weighing
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write
from race.ui.present.figures import Said, signed
from race.ui.present.rooms.page import Line, Table, spoken
from race.ui.present.rooms.yards.lots import side
from race.ui.present.rounding import shared_out

_STEP = 1_000
"""What one step of a printed share is worth, ppm."""


def weighed(session: Session) -> Table:
    """Return how the chipmaker weighs both companies in the coming month; a line opens into its reasons."""
    lines = tuple(_line(session, firm) for firm in OWN_FIRMS)
    heads = (_("Buyer"), _("Weight"), _("Promised in"))
    return Table("weigh", _("How the chipmaker weighs you"), heads, lines, "", drawn=True)


def _line(session: Session, firm: Firm) -> Line:
    view, found = session.view(), weighing(session, firm)
    wait = promised_months(view.board.rules, view.board.lead_months, found.weight, 0)
    cells = (name(firm), write(percent(found.weight)), write(months(wait)))
    bar = min(1.0, found.weight / PPM / view.board.rules.buyers.most)
    return Line(f"weigh.{side(firm)}", cells, side(firm), "scales", bar, _told(session, firm))


def _told(session: Session, firm: Firm) -> tuple[Said, ...]:
    view, found = session.view(), weighing(session, firm)
    buyers = view.board.rules.buyers
    liked = buyers.unknown + found.liking
    added = liked + (found.prepaid + found.size)
    parts = [
        (_("Any buyer"), buyers.unknown),
        (_("What it remembers: paid in time, cancelled, swapped, ordered beyond reason"), found.liking),
        (_("Paid ahead, beyond the deposit"), found.prepaid),
        (_("Size of the book among the labs'"), found.size),
        (_("A book beyond what it takes at its word"), added * (found.doubt - 1.0)),
        (_("Slots that were seen to change hands"), added * found.doubt * (found.swaps - 1.0)),
    ]
    parts.append((_("Within its bounds"), found.weight / PPM - sum(amount for _words, amount in parts)))
    amounts = [int(PPM * amount) for _words, amount in parts]
    steps = shared_out(amounts, found.weight, _STEP)
    told = [Said(_("Weight in the coming month, of the care that a usual buyer gets:"))]
    for place, ((words, _amount), step) in enumerate(zip(parts, steps, strict=True)):
        if step:
            shown = percent(_STEP * step)
            told.append(Said(words, signed(shown), "", float(step)) if place else Said(words, write(shown)))
    told.append(Said(_("Together"), write(percent(_STEP * sum(steps))), "sum"))
    return (*told, *spoken(_follows(view, firm, found.weight)))


def _follows(view: FounderView, firm: Firm, weight: int) -> tuple[str, ...]:
    """Return what the weight means for the next booking, and how large the book is."""
    board, rules = view.board, view.board.rules
    ahead = PPM - int(PPM * rules.chips.deposit)
    waits = [promised_months(rules, board.lead_months, weight, prepaid) for prepaid in (0, ahead)]
    book = sum(line.quantity for line in view.lines if line.payer is firm)
    taken = int(rules.chips.patience * board.supply)
    words = (
        _("A booking is promised in {time}, in {soon} if all of it is paid ahead.")
        if waits[1] < waits[0]
        else _("A booking is promised in {time}, paid ahead or not.")
    )
    return (
        words.format(time=write(months(waits[0])), soon=write(months(waits[1]))),
        _("The book holds {book} chips; the chipmaker takes {taken} at its word.").format(
            book=write(chips(book)), taken=write(chips(taken))
        ),
        _("When too much is due at once, each gets a part by its weight."),
    )


def ranked(session: Session, line: OrderLine) -> tuple[str, ...]:
    """Return what a line will weigh if too much is due at once; nothing of a lab's own chips."""
    rules = session.view().board.rules
    if line.generation is Generation.OWN_SILICON:
        return ()
    weight = weighing(session, line.payer).weight
    paid = line.deposit_usd / (line.quantity * line.unit_price_usd or 1) if rules.switches.prepayment else 0.0
    return (
        _(
            "If too much is due at once it weighs {rank}: {buyer} for its buyer, the rest for what is paid."
        ).format(rank=write(percent(line_rank(rules, weight, paid))), buyer=write(percent(weight))),
    )
