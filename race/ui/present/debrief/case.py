"""The case file *Holders v. Founder*: two parts built from the game's acts, promises, votes and receipts.

It is written whether or not anybody ever sued: what a complaint would say is then said as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from race.core.formulas.owners.court import chance_of, kept_usd, known_acts, odds_of, truth_of
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.outcome import lost_control
from race.core.receipts import Account
from race.core.words import count, month, percent, usd
from race.core.world.books import Act, Case
from race.session.session import Session
from race.speech import _, capital, in_quotes, name
from race.speech import quantity as write
from race.ui.present import owners
from race.ui.present.opened.file import read_out, worst_first

Sort = Literal["caption", "part", "head", "plain", "fact", "quote", "foot"]
MOST_FACTS: Final = 6
"""Diversions that have a paragraph of their own; the smaller ones are summed."""
MOST_VOTES: Final = 3
"""Votes that are named, the latest first."""
_SURE: Final = 0.99
"""Most that a chance in court is written as."""
_COURT_CASH: Final = (
    "Settlement with the carmaker's holders",
    "Price of the use of the carmaker's chips, by order of the court",
)
"""Causes of the lab's payments that courts and settlements ordered."""
_COURT_CHIPS: Final = "Returned by order of the court"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its sort, its words, a mark before it (a number), a source after it."""

    sort: Sort
    text: str
    mark: str = ""
    note: str = ""


def case_file(session: Session) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the complaint and the answer."""
    return tuple(_complaint(session)), tuple(_answer(session))


# -- the complaint ------------------------------------------------------------------------------------


def _complaint(session: Session) -> Iterator[Block]:
    yield Block("caption", _("Holders v. Founder"))
    yield Block("plain", _status(session))
    yield Block("head", _("The parties"))
    people = write(count(len(session.view().holders.kind)))
    yield Block(
        "plain",
        _("{n} holders of {firm}, against its founder, who also owns {lab}.").format(
            n=people, firm=name(Firm.TESLA), lab=name(Firm.XAI)
        ),
    )
    yield Block("head", _("What was taken"))
    yield from _facts(session)
    yield Block("head", _("What had been promised"))
    yield from _promised(session)


def _status(session: Session) -> str:
    cases = session.view().affairs.cases
    if not cases:
        return _("No complaint was ever filed. This is what one would say.")
    case = cases[-1]
    told = _("Filed in {date}; complaints joined in it: {n}.").format(
        date=write(month(case.filed)), n=case.suits
    )
    if len(cases) > 1:
        before = _("Cases before the last: {n}.").format(n=len(cases) - 1)
        return f"{before} {told} {_outcome(case)}"
    return f"{told} {_outcome(case)}"


def _outcome(case: Case) -> str:
    if case.settled:
        return _("It was settled.")
    if case.decided is None:
        return _("It was still open when the game ended.")
    return _("The court found for the holders.") if case.decided else _("The court found for the founder.")


def _facts(session: Session) -> Iterator[Block]:
    acts = session.view().affairs.acts
    if not acts:
        yield Block("plain", _("Nothing. Every chip that the carmaker paid for went to the carmaker."))
        return
    large = sorted(sorted(acts, key=lambda act: -act.value_usd)[:MOST_FACTS], key=lambda act: act.month)
    for number, act in enumerate(large, 1):
        yield Block("fact", capital(_fact(act)), f"{number}.", _known(act))
    rest = [act for act in acts if act not in large]
    if rest:
        words = _("And more of the same, counted: {n}; together worth {amount}.")
        worth = write(usd(sum(act.value_usd for act in rest)))
        yield Block("fact", words.format(n=len(rest), amount=worth), f"{len(large) + 1}.")


def _fact(act: Act) -> str:
    what = owners.thing_words(act.thing, act.quantity)
    return {
        Terms.SILENT: _("{date}: {what} to {lab}, worth {amount}; nobody was told."),
        Terms.SWAP: _("{date}: {what} to {lab}, worth {amount}, for a later place in the queue."),
        Terms.PAID: _("{date}: {what} to {lab}, worth {amount}, at a price between the two."),
        Terms.DISCLOSED: _("{date}: {what} to {lab}, worth {amount}, as announced."),
        Terms.LEASE: _("{date}: {what} to {lab} on lease, worth {amount}."),
    }[act.terms].format(
        date=write(month(act.month)), what=what, lab=name(Firm.XAI), amount=write(usd(act.value_usd))
    )


def _known(act: Act) -> str:
    told = []
    if act.voted:
        told.append(_("The holders had voted for it."))
    elif act.published is None:
        told.append(_("The holders never learnt of it."))
    elif act.disclosed:
        told.append(_("Told by the founder in {date}.").format(date=write(month(act.published))))
    else:
        told.append(_("Out in {date}, through others.").format(date=write(month(act.published))))
    if act.refuted:
        told.append(_("Denied; documents refuted it."))
    elif act.denied:
        told.append(_("Denied."))
    if act.repaired:
        told.append(_("Made good."))
    return " ".join(told)


def _promised(session: Session) -> Iterator[Block]:
    found = owners.promises(session)
    if not found:
        yield Block("plain", _("Nothing: the founder never gave the holders a promise."))
    for number, line in enumerate(sorted(found, key=lambda line: line.month), 1):
        words = _("{promise}, by {due}: {status}.")
        status = line.status[:1].lower() + line.status[1:]
        told = words.format(promise=line.text, due=line.due, status=status)
        yield Block("fact", told, f"{number}.")


# -- the answer ---------------------------------------------------------------------------------------


def _answer(session: Session) -> Iterator[Block]:
    yield Block("part", _("The answer, the exhibits, the end"))
    yield Block("head", _("For the founder"))
    defence = tuple(_defence(session))
    if not defence:
        yield Block("plain", _("Nothing that a lawyer would put on paper."))
    for number, words in enumerate(defence, 1):
        yield Block("fact", words, f"{number}.")
    yield Block("head", _("Exhibits from the founder's own file"))
    yield from _exhibits(session)
    yield Block("head", _("What the holders voted"))
    yield from _voted(session)
    yield Block("head", _("What became of it"))
    became = tuple(_became(session)) or (_("Nobody went to court, and nothing had to be paid."),)
    for words in became:
        yield Block("plain", words)
    yield Block(
        "foot",
        _(
            "This file is part of a game: its player did what it tells, in a world made up from a seed. "
            "It says nothing about any real person or company."
        ),
    )


def _defence(session: Session) -> Iterator[str]:
    """Yield what speaks for the founder, and nothing that does not."""
    acts = session.view().affairs.acts
    taken = [act for act in acts if act.thing is Thing.CHIPS]
    chips = max(1, sum(act.quantity for act in taken))
    waiting = 1.0 - sum(act.quantity * act.idle_share for act in taken) / chips
    if taken and _tells(waiting):
        words = _("The carmaker could not have powered {part} of the chips that were taken.")
        yield words.format(part=_part(waiting))
    back = sum(act.quantity - act.outstanding for act in taken) / chips
    if _tells(back):
        yield _("Of the chips taken, {part} came back or were exchanged.").format(part=_part(back))
    paid = sum(act.paid_usd for act in acts)
    if paid:
        yield _("The lab has paid {amount} for what it took.").format(amount=write(usd(paid)))
    gain = session.reports[-1].price_cents / session.reports[0].price_cents - 1.0
    if _tells(gain):
        yield _("A share is worth {part} more than on the first day.").format(part=_part(gain))
    steps = session.view().carmaker.autonomy_reached
    if steps:
        yield _("The carmaker's autonomy programme has passed {n} of 4 steps.").format(n=steps)


def _tells(share: float) -> bool:
    return round(100 * share) > 0


def _part(share: float) -> str:
    return write(percent(round(100 * share) * PPM // 100))


def _chance(share: float) -> str:
    """Write the chance of a ruling, of which nobody can be sure."""
    return _part(min(_SURE, max(1.0 - _SURE, share)))


def _exhibits(session: Session) -> Iterator[Block]:
    heard = read_out(session)
    found = heard or worst_first(session)
    if not found:
        yield Block("plain", _("None: a court would have found nothing to read out."))
    for place, line in enumerate(found[:3]):
        source = _("{writer}, {date}").format(writer=line.writer, date=line.date)
        yield Block("quote", in_quotes(line.words), "ABC"[place], source)
    if found:
        words = _("Read out in court.") if heard else _("No court has read them out.")
        yield Block("plain", words)


def _voted(session: Session) -> Iterator[Block]:
    found = owners.votes(session)[:MOST_VOTES]
    if not found:
        yield Block("plain", _("No meeting was held."))
    for line in found:
        told = _("{date}. {question}: {result}.")
        words = told.format(date=line.date, question=line.text, result=line.result)
        yield Block("plain", capital(words))


def _became(session: Session) -> Iterator[str]:
    affairs, board = session.view().affairs, session.view().board
    for case in affairs.cases:
        governed = affairs.sharing_policy
        wins, _ban = odds_of(board.rules, case, affairs.cases, affairs.acts, governed=governed)
        words = _("{outcome} With every file open, the holders' chance was {part}.")
        told = words.format(outcome=_outcome(case), part=_chance(wins))
        date = write(month(case.filed))
        yield _("Case of {date}: {told}").format(date=date, told=told) if len(affairs.cases) > 1 else told
    if not affairs.cases and (known := known_acts(affairs.acts)):
        wins = chance_of(
            truth_of(board.rules, known), board.rules.court.ruling_half, board.rules.court.ruling_slope
        )
        words = _("On what became known, a court would have found for the holders with a chance of {part}.")
        yield words.format(part=_chance(wins))
    money, chips = _ordered(session)
    if money:
        yield _("The lab paid {amount} by order of the court or in settlement.").format(
            amount=write(usd(money))
        )
    if chips:
        yield _("Chips that went back by order of the court: {n}.").format(n=write(count(chips)))
    if affairs.injunction:
        yield _("Deals between the two companies are forbidden.")
    if owing := sum(int(kept_usd(act)) for act in affairs.acts):
        yield _("What is still out and unpaid is worth {amount}.").format(amount=write(usd(owing)))
    yield from _control(session)


def _control(session: Session) -> Iterator[str]:
    """Say how the founder lost control, where that has happened."""
    if session.view().affairs.removed:
        yield _("The holders have voted the founder out.")
    elif lost_control(session.position()):
        yield _("A lender's sale of pledged shares has cost the founder control.")


def _ordered(session: Session) -> tuple[int, int]:
    """Return the dollars and chips that courts and settlements took from the lab, by the receipts."""
    money = chips = 0
    for report in session.reports:
        for balance in report.balances:
            if balance.firm is not Firm.XAI or balance.account not in (Account.CASH, Account.CHIPS):
                continue
            for entry in balance.receipts:
                if balance.account is Account.CASH and entry.cause.msgid in _COURT_CASH:
                    money -= entry.amount
                if balance.account is Account.CHIPS and entry.cause.msgid == _COURT_CHIPS:
                    chips -= entry.amount
    return money, chips
