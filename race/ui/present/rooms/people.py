"""Talent: where people would rather work and why, who may leave, who would come, what can be done."""

from collections.abc import Iterator

from race.core.events import Event, Happening
from race.core.formulas.race.people import Pull, Workplace, talent_growth
from race.core.ids import PERCENT, PPM, Firm, Thing
from race.core.words import Name, Sentence, count, percent
from race.session.heard.grudges import FELT
from race.session.heard.talent import Raid, Talent, called_away, raid, talent
from race.session.session import Session
from race.speech import MINUS, _, date, name, number, plural, speak
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.figures import Said
from race.ui.present.orders import Order, orders
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken
from race.ui.present.rounding import shared_out

_ORDERS = frozenset({"Hire", "SetPay"})
_LAST = 12
"""Months in which comings and goings are looked for."""
_LATEST = 5
"""Most of them that are told."""
_FEW = 10
"""Chips a head under which a decimal says something."""
_CALLED = 5
"""Researchers that one would call at once, where nothing can be ordered."""


def people(session: Session) -> Page:
    """Return the talent of the two companies and the market for it."""
    view, found = session.view(), talent(session)
    own, board = view.own, view.board
    a_head = view.running / max(1, own.researchers)
    head = (
        plain(
            "researchers",
            _("Researchers"),
            write(count(own.researchers)),
            _("Researchers of the lab; {n} people work there in all.").format(n=write(count(own.staff))),
        ),
        plain(
            "growth",
            _("Since the start"),
            _("× {n}").format(n=number(talent_growth(own), 2)),
            _("Number times skill, over that of the first day: what talent counts by."),
        ),
        plain(
            "skill", _("Skill"), write(percent(own.skill)), _("Mean skill of its researchers, of the usual.")
        ),
        plain("pay", _("Pay"), write(percent(own.pay_level)), _("Pay of its people, of the usual.")),
        plain(
            "open", _("Looking for work"), write(count(board.open_people)), _("Researchers at no company.")
        ),
    )
    lead = _("{n} running chips for each researcher; compute, rank, pay, care and a quiet press draw people.")
    return Page(
        "people",
        _("Talent"),
        lead.format(n=number(a_head, 1 if a_head < _FEW else 0)),
        head,
        (
            (_places(session, found), _lately(session)),
            (_leaving(found), doing(session, _ORDERS)),
        ),
        first=f"place.{Firm.XAI.value}",
        shares=(1.2, 1.0),
    )


def _places(session: Session, found: Talent) -> Table:
    """Return the labs as places to work, the one that draws most first."""
    given = {getattr(order.command, "source", None): order for order in orders(session)}
    most = max(place.researchers for place in found.places)
    ranked = sorted(found.places, key=lambda place: -found.pulls[place.firm].whole())
    lines = [_place(session, found, place, given.get(place.firm), most) for place in ranked]
    lines += _elsewhere(session, most)
    heads = (_("Lab"), _("People"), _("Chips each"), _("Pull"), _("Comes, %"), _("Goes, %"))
    note = _("chance that one who is called comes, goes")
    return Table("places", _("Where people would work"), heads, tuple(lines), "", note)


def _place(session: Session, found: Talent, place: Workplace, order: Order | None, most: int) -> Line:
    firm, own = place.firm, place.firm is Firm.XAI
    fleet = found.running if own else place.fleet
    offer = raid(found, firm, getattr(order.command, "researchers", _CALLED) if order else _CALLED)
    away = called_away(found, firm)
    cells = (
        name(firm),
        write(count(place.researchers)),
        number(fleet / max(1, place.researchers)),
        _points(round(100 * found.pulls[firm].whole())),
        "–" if own else _bare(offer.low_ppm, offer.high_ppm),
        "–" if own else _bare(*away),
    )
    told = (
        *_pull_told(found.pulls[firm]),
        *(spoken(_own_told(session)) if own else spoken(_rival_told(session, firm, away))),
        *(spoken(_offer_told(order, offer)) if not own else ()),
    )
    return Line(f"place.{firm.value}", cells, firm.value, "", place.researchers / max(1, most), told, order)


def _pull_told(pull: Pull) -> Iterator[Said]:
    """Yield what draws people to a lab, in points, part by part; the parts add up."""
    parts = (
        (_("Chips for each head"), pull.compute),
        (_("Place in the league"), pull.rank),
        (_("Care for safety"), pull.safety),
        (_("Pay"), pull.pay),
        (_("How people like it there"), pull.culture),
        (_("A scandal in the papers"), pull.scandal),
        (_("Incidents"), pull.incidents),
    )
    yield Said(_("What draws people here, in points; an ordinary lab has none:"))
    exact = [0, *(round(1_000_000 * amount) for _words, amount in parts)]
    steps = shared_out(exact, sum(exact), PERCENT)
    for (words, _amount), step in zip(parts, steps[1:], strict=True):
        if step:
            yield Said(words, _points(step), "", float(step))
    yield Said(_("Together"), _points(sum(steps)), "sum")


def _points(points: int) -> str:
    return ("+" if points > 0 else MINUS if points < 0 else "") + number(abs(points))


def _bare(low_ppm: int, high_ppm: int) -> str:
    """Return a chance between two as whole numbers, for a column that says what they are."""
    low, high = round(low_ppm / PERCENT), round(high_ppm / PERCENT)
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def span(low_ppm: int, high_ppm: int) -> str:
    """Return a chance between two, in whole per cent."""
    low, high = round(low_ppm / PERCENT), round(high_ppm / PERCENT)
    shown = write(percent(high * PERCENT))
    return shown if low == high else f"{number(low)}–{shown}"


def _own_told(session: Session) -> Iterator[str]:
    own = session.view().own
    words = plural(
        "{n} person has left since the start.", "{n} people have left since the start.", own.people_lost
    )
    yield words.format(n=write(count(own.people_lost)))
    yield _("Safety gets {part} of compute; people hear of it.").format(part=write(percent(own.split.safety)))
    for firm, ill in own.grudges.items():
        if ill > FELT:
            yield _("{lab} holds a grudge.").format(lab=name(firm))


def _rival_told(session: Session, firm: Firm, away: tuple[int, int]) -> Iterator[str]:
    yield _("One of yours whom they call goes with a chance of {chance}.").format(chance=span(*away))
    if session.view().own.grudges.get(firm, 0) > FELT:
        yield _("Your lab has not forgotten what they did.")
    yield from league.grudge_told(session, firm)


def _offer_told(order: Order | None, offer: Raid) -> Iterator[str]:
    """Yield what can be ordered there and what stands against it; its numbers follow."""
    if order is None:
        come = number(offer.fewest) if offer.fewest == offer.most else f"{offer.fewest}–{offer.most}"
        yield _("Of {n} called, {come} come, eight times in ten.").format(n=number(offer.called), come=come)
        return
    yield f"{order.text}."
    if order.why_not:
        yield _("Not now: {reason}").format(reason=order.why_not)


def _leaving(found: Talent) -> Table:
    """Return who may leave in the coming month, and where known people would go."""
    leaving = found.leaving
    more, known = write(percent(leaving.more_ppm)), write(percent(leaving.known_ppm))
    fewest = number(leaving.fewest)
    usual = f"{fewest}–{number(leaving.fewest + 1)}" if leaving.more_ppm else fewest
    told = (
        _("They look for work elsewhere or leave the field: {n}, or with a chance of {chance} one more.")
    ).format(n=fewest, chance=more)
    walk = plural(
        "Now and then somebody known in the field walks to another lab and takes method along.",
        "Now and then up to {n} known in the field walk to another lab and take method along.",
        leaving.known_most,
    )
    lines = [
        Line("leave.usual", (_("Leave to look for work"), usual), "quiet", "people", None, spoken((told,))),
        Line(
            "leave.known",
            (_("Known people walk to another lab"), known),
            "warning",
            "people",
            leaving.known_ppm / PPM,
            spoken((walk.format(n=number(leaving.known_most)),)),
        ),
    ]
    for firm, share in leaving.to:
        words = _("If they walk, they go to {firm} with a chance of {chance}.")
        part = write(percent(share))
        lines.append(
            Line(
                f"leave.{firm.value}",
                (_("if so, to {firm}").format(firm=name(firm)), part),
                firm.value,
                "",
                share / PPM,
                spoken((words.format(firm=name(firm), chance=part),)),
            )
        )
    heads = (_("Who"), _("Next month"))
    return Table("leaving", _("Who may leave"), heads, tuple(lines), "")


def _elsewhere(session: Session, most: int) -> Iterator[Line]:
    """Yield the researchers at no lab: the carmaker's, and those who look for work."""
    view = session.view()
    took = sum(act.quantity for act in view.affairs.acts if act.thing is Thing.RESEARCHERS)
    words = plural("{n} of them was taken to the lab.", "{n} of them were taken to the lab.", took)
    from_there = words.format(n=write(count(took))) if took else _("None was taken.")
    rows = (
        (
            "car",
            _("{firm}, autonomy").format(firm=name(Firm.TESLA)),
            view.carmaker.researchers,
            (_("They build the autonomy that the holders were promised."), from_there),
        ),
        (
            "quiet",
            _("The open market"),
            view.board.open_people,
            (_("Whoever hires first gets them; the others keep looking."),),
        ),
    )
    for sign, words, people_there, told in rows:
        cells = (words, write(count(people_there)), "–", "–", "–", "–")
        bar = min(1.0, people_there / max(1, most))
        yield Line(f"place.{sign}", cells, sign, "people", bar, spoken(told))


_HAPPENED = frozenset({Happening.PEOPLE_MOVED, Happening.LEFT, Happening.JOINED})


def _happened(event: Event, sentence: Sentence) -> str:
    """Say what happened to people: the wire counts those who move, here they are named with their number."""
    if event.kind is not Happening.PEOPLE_MOVED:
        return speak(sentence)
    people = int(event.numbers["people"])
    words = plural("{source} to {target}: {n} researcher", "{source} to {target}: {n} researchers", people)
    ends = {
        end: name(Firm(written.key)) for end, written in sentence.values.items() if isinstance(written, Name)
    }
    return words.format(n=number(people), **ends)


def _lately(session: Session) -> Table:
    """Return what happened to people of late, the latest first."""
    lines = []
    for report in reversed(session.reports[-_LAST:]):
        for place, event in enumerate(report.events):
            if event.kind in _HAPPENED and event.sentence is not None:
                told = _happened(event, event.sentence)
                sign = {1: "good", -1: "bad"}.get(event.good, "quiet")
                key = f"late.{report.month}.{place}"
                lines.append(Line(key, (told, date(report.month)), sign, "people", None, spoken((told,))))
    heads = (_("Of late"), _("When"))
    return Table(
        "late", _("Who came and went"), heads, tuple(lines[:_LATEST]), _("Nobody of note came or went.")
    )
