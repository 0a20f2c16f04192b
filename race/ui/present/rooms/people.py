"""Talent: who works where, what they are paid and worth, who looks for work, what can be done about it."""

from race.core.events import Happening
from race.core.formulas.race.people import talent_growth
from race.core.ids import PPM, Firm
from race.core.words import count, percent
from race.session.session import Session
from race.speech import _, date, name, number, plural, speak
from race.speech import quantity as write
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken

_ORDERS = frozenset({"Hire", "SetPay"})
_LAST = 12
_FEW = 10
"""Chips a head under which a decimal says something."""


def people(session: Session) -> Page:
    """Return the talent of the two companies and the market for it."""
    view = session.view()
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
        ((_places(session), _lately(session)), (doing(session, _ORDERS),)),
    )


def _places(session: Session) -> Table:
    """Return where researchers are, as far as the founder can know."""
    view = session.view()
    own, carmaker, board = view.own, view.carmaker, view.board
    total = max(1, own.researchers, carmaker.researchers, board.open_people)
    lost = plural(
        "{n} person has left since the start.", "{n} people have left since the start.", own.people_lost
    ).format(n=write(count(own.people_lost)))
    care = _("Safety gets {part} of compute; people hear of it.").format(
        part=write(percent(own.split.safety))
    )
    took = sum(act.quantity for act in view.affairs.acts if act.thing.value == "researchers")
    from_there = (
        plural("{n} of them was taken to the lab.", "{n} of them were taken to the lab.", took).format(
            n=write(count(took))
        )
        if took
        else _("None was taken.")
    )
    grudges = " ".join(
        _("{lab} holds a grudge.").format(lab=name(firm))
        for firm, ill in own.grudges.items()
        if ill > PPM // 4
    )
    rows = (
        ("lab", Firm.XAI.value, name(Firm.XAI), own.researchers, "lab", (lost, care, grudges)),
        (
            "car",
            Firm.TESLA.value,
            _("{firm}, autonomy").format(firm=name(Firm.TESLA)),
            carmaker.researchers,
            "car",
            (_("They build the autonomy that the holders were promised."), from_there),
        ),
        (
            "open",
            "",
            _("The open market"),
            board.open_people,
            "quiet",
            (_("Whoever hires first gets them; what is left looks on."),),
        ),
    )
    lines = tuple(
        Line(f"place.{key}", (words, write(count(n))), sign, "people", n / total, spoken(told))
        for key, _firm, words, n, sign, told in rows
    )
    return Table("places", _("Where they are"), (_("Company"), _("Researchers")), lines, "")


_HAPPENED = frozenset({Happening.PEOPLE_MOVED, Happening.LEFT, Happening.JOINED})


def _lately(session: Session) -> Table:
    """Return what happened to people of late, the latest first."""
    lines = []
    for report in reversed(session.reports[-_LAST:]):
        for place, event in enumerate(report.events):
            if event.kind in _HAPPENED and event.sentence is not None:
                told = speak(event.sentence)
                sign = {1: "good", -1: "bad"}.get(event.good, "quiet")
                key = f"late.{report.month}.{place}"
                lines.append(Line(key, (told, date(report.month)), sign, "people", None, spoken((told,))))
    heads = (_("Of late"), _("When"))
    return Table("late", _("Who came and went"), heads, tuple(lines), _("Nobody of note came or went."))
