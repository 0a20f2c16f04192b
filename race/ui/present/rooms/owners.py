"""The hall at full size: who holds what, what they think, what moved them, how they would vote today."""

from race.core.formulas.owners.ballots import Tally, owed_shift, take_tally
from race.core.formulas.owners.holders import kind_edges, trust_by_kind
from race.core.ids import KINDS, PPM, Ballot, Firm, Kind
from race.core.receipts import Account
from race.core.words import cents, count, month, percent, points
from race.session.session import Session
from race.speech import _, number
from race.speech import quantity as write
from race.ui.present import owners
from race.ui.present.consequences import trust_ordered
from race.ui.present.figures import Said, figure_of
from race.ui.present.opened.kinds import held_ppm, opened_kind
from race.ui.present.opened.leaders import leaders
from race.ui.present.rooms.page import Line, Page, Table, plain

_HALF = 500_000
_LEAST = 500
"""Smallest change of trust that is written, ppm."""


def hall(session: Session) -> Page:
    """Return the holders by kind and what they would vote today."""
    view = session.view()
    people, carmaker = view.holders, view.carmaker
    state = owners.hall(session)
    keep = take_tally(view.board.rules, people, carmaker, Ballot.KEEP_FOUNDER)
    meetings = [meeting for meeting in view.board.setting.meetings if meeting > view.board.month]
    head = (
        figure_of(session, Firm.TESLA, Account.TRUST, percent(session.reports[-1].trust_ppm)),
        figure_of(session, Firm.TESLA, Account.PRICE, cents(carmaker.price_cents)),
        plain(
            "keep",
            _("Would keep you"),
            write(percent(keep.support_ppm())),
            _("Share of the votes for you if they voted on you today, your stake counted."),
            "carmaker",
        ),
        plain(
            "stake",
            _("Your stake"),
            write(percent(carmaker.stake_ppm)),
            _("Your part of the company; it does not vote on deals between the two."),
            "carmaker",
        ),
        plain(
            "meeting",
            _("Next meeting"),
            write(month(meetings[0])) if meetings else "–",
            _("The next annual meeting of the holders."),
            "carmaker",
        ),
    )
    title = _("The hall of {n} holders").format(n=number(len(people.kind)))
    return Page(
        "hall", title, state.insight, head, ((_kinds(session), _today(session)), (_leaders(session),))
    )


def _kinds(session: Session) -> Table:
    """Return the kinds of holder: how many, what they hold, their trust and what the last month did to it."""
    view = session.view()
    people, names = view.holders, owners.kind_names()
    edges, trusts = kind_edges(people.kind), trust_by_kind(people)
    before = session.reports[-2].camps if len(session.reports) > 1 else {}
    lines = []
    for index, kind in enumerate(KINDS):
        if edges[index] == edges[index + 1]:
            continue
        moved = trusts[kind] - before.get(kind, trusts[kind])
        told = opened_kind(session, kind)
        cells = (
            names[kind],
            write(percent(held_ppm(view, kind))),
            write(percent(trusts[kind])),
            _moved(moved),
        )
        sign = "good" if moved > owners.FELT else "bad" if moved < -owners.FELT else "quiet"
        lines.append(Line(f"kind.{kind.value}", cells, sign, "people", trusts[kind] / PPM, told))
    heads = (_("Kind"), _("Holds"), _("Trust"), _("Month"))
    return Table("kinds", _("Who they are"), heads, tuple(lines), "")


def _moved(change: int) -> str:
    return write(points(change)) if abs(change) >= _LEAST else "–"


def _leaders(session: Session) -> Table:
    """Return the holders whom most others hear, with their trust and what they think."""
    signs = {"trusting": "good", "wavering": "quiet", "distrusting": "bad"}
    lines = tuple(
        Line(
            one.key,
            (one.name, one.kind, write(count(one.heard_by)), one.shown),
            signs[one.camp],
            "circle",
            one.trust,
            tuple(one.open()),
        )
        for one in leaders(session)
    )
    heads = (_("Holder"), _("Kind"), _("Heard by"), _("Trust"))
    return Table("leaders", _("Who is heard most"), heads, lines, "", _("ringed in the hall"))


def _today(session: Session) -> Table:
    """Return every question with what the holders would say today, and if all knew this month's orders."""
    view = session.view()
    names, asked = _questions(), (view.board.rules, view.holders, view.carmaker)
    moved = trust_ordered(session)
    lines = []
    for ballot in Ballot:
        beyond = owed_shift(view.board.rules, view.affairs) if ballot is Ballot.INVESTMENT else 0.0
        tally = take_tally(*asked, ballot, beyond)
        support = tally.support_ppm()
        passes = support > _HALF
        adviser = _("against") if tally.adviser_against else _("with you")
        then = () if moved is None else (take_tally(*asked, ballot, beyond - moved).support_ppm(),)
        cells = (names[ballot], write(percent(support)), *(write(percent(one)) for one in then), adviser)
        sign, icon = ("good", "tick") if passes else ("bad", "close")
        told = _tally_told(tally)
        lines.append(Line(f"ballot.{ballot.value}", cells, sign, icon, support / PPM, told))
    ordered = () if moved is None else (_("With orders"),)
    heads = (_("Question"), _("For you"), *ordered, _("Advisers"))
    note = _("half of the votes cast carries it")
    return Table("today", _("If they voted today"), heads, tuple(lines), "", note)


def _questions() -> dict[Ballot, str]:
    """Return what the holders are asked in few words, under a head that calls them questions."""
    return {
        Ballot.PAY: _("The founder's pay"),
        Ballot.DOMICILE: _("Move of the company's seat"),
        Ballot.KEEP_FOUNDER: _("Keeping the founder"),
        Ballot.INVESTMENT: _("Money for the lab"),
        Ballot.DEAL: _("Chips for the lab"),
        Ballot.MERGER: _("Buying the lab"),
        Ballot.LIMITS: _("Limits on deals with the lab"),
    }


def _tally_told(tally: Tally) -> tuple[Said, ...]:
    """Return who would vote how, as shares of what each kind casts."""
    names: dict[Kind | None, str] = {None: _("Your stake")}
    names.update(owners.kind_names().items())
    told = [Said(_("For you, of the votes that each kind casts:"))]
    for one in tally.by_kind:
        cast = one.votes_for + one.votes_against + one.abstained
        if cast:
            told.append(Said(names[one.kind], write(percent(PPM * one.votes_for // cast))))
    told.append(Said(_("Together"), write(percent(tally.support_ppm())), "sum"))
    return tuple(told)
