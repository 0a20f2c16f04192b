"""The figures of the header: value, change since last month, and the receipts behind each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from race.core.formulas.house.people import officer_points
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import Firm, Person
from race.core.legality import free_cash
from race.core.receipts import Account, Balance
from race.core.view import FounderView
from race.core.words import Quantity, cents, chips, count, elo, lasting, month, percent, usd
from race.core.world.books import Depot
from race.session.preview.bills import LONGEST, bills, lasts
from race.session.session import Session
from race.speech import _, listed, nought, speak
from race.speech import quantity as write
from race.ui.present.rounding import shared_out, thousands, unit_of, written
from race.ui.present.standing import unplaced

SHOWN = 6
"""Most causes of one receipt."""
_TO_THOUSANDS = -3
"""Nobody reads the single dollars of what a month took."""
_MANY_STORED = 10
"""One of so many chips in the warehouse, or less, needs no place in the header."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One line of a receipt: what it was, the signed amount as written, and as a number."""

    words: str
    shown: str
    amount: float


@dataclass(frozen=True, slots=True)
class Receipt:
    """A number opened: what it was, why it changed (largest first), what it is."""

    title: str
    meaning: str
    before: str
    causes: tuple[Cause, ...]
    now: str


class Said(NamedTuple):
    """A sentence of something opened, and the figure that stands at its end.

    Attributes:
        words: the sentence, or what the figure is of.
        shown: the figure as written; empty for none.
        part: `head` names what the lines after it are about, `sum` is what the causes before it come to,
            a `note` is said in small letters.
        amount: signed size of a cause in the unit of the causes beside it; 0 for whatever is none.
    """

    words: str
    shown: str = ""
    part: Literal["", "head", "sum", "note"] = ""
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the header.

    Attributes:
        key: name for the program.
        side: `lab` or `carmaker`.
        label: words over the number.
        shown: the number as written.
        change: its change since last month as written, without a sign; empty for none.
        up: True for a rise, False for a fall, None for neither.
        good: True when the change helps the founder.
        meaning: what it measures, in a sentence or two.
        receipt: the number opened, or None before the first month has been played.
        made_of: what it is made of, in a few words; empty where that is not told.
        aside: what must be seen of it at once, beside its label; mostly empty.
    """

    key: str
    side: str
    label: str
    shown: str
    change: str
    up: bool | None
    good: bool
    meaning: str
    receipt: Receipt | None
    made_of: str = ""
    aside: str = ""


def months_told(played: int, length: int) -> str:
    """Return how much of a game is played, beside the date of its last month.

    >>> months_told(8, 36)
    '8 of 36 months'
    """
    return _("{n} of {all} months").format(n=played, all=length)


def header(session: Session) -> tuple[Figure, ...]:
    """Return the six figures of the header: cash, compute, quality; price, trust, chips."""
    view = session.view()
    own, carmaker = view.own, view.carmaker
    held = figure_of(session, Firm.XAI, Account.CHIPS, chips(own.depot.chips()))
    return (
        figure_of(session, Firm.XAI, Account.CASH, usd(own.cash_usd)),
        replace(held, aside=_stored_aside(view)),
        figure_of(session, Firm.XAI, Account.QUALITY, elo(own.published())),
        figure_of(session, Firm.TESLA, Account.PRICE, cents(carmaker.price_cents)),
        figure_of(session, Firm.TESLA, Account.TRUST, percent(trust_weighted(view.holders))),
        figure_of(session, Firm.TESLA, Account.CHIPS, chips(carmaker.depot.chips())),
    )


def footing(session: Session) -> tuple[Figure, ...]:
    """Return what stands under the lab: users, valuation, and the months its cash lasts."""
    own = session.view().own
    return (
        figure_of(session, Firm.XAI, Account.USERS, Quantity("users", own.users_k * 1000)),
        figure_of(session, Firm.XAI, Account.VALUATION, usd(own.valuation_usd)),
        _runway(session),
    )


def _stored(depot: Depot) -> int:
    return depot.chips() - depot.powered()


def _stored_aside(view: FounderView) -> str:
    """Return how many of the lab's chips are stored, where many are, and whether power waits for all."""
    stored = _stored(view.own.depot)
    if stored * _MANY_STORED <= view.own.depot.chips():
        return ""
    words = _("{n} stored") if unplaced(view) else _("{n} starting")
    return words.format(n=thousands(stored))


def made_of(session: Session, firm: Firm, account: Account) -> str:
    """Return how many of a company's chips run and are stored, and what it rents; of others nothing."""
    if account is not Account.CHIPS:
        return ""
    view = session.view()
    depot = view.own.depot if firm is Firm.XAI else view.carmaker.depot
    powered, stored, rented = (write(chips(n)) for n in (depot.powered(), _stored(depot), depot.rented))
    words = (
        _("{powered} run, {stored} are starting")
        if _stored(depot) and not unplaced(view, firm)
        else _("{powered} run, {stored} are stored")
    )
    if depot.rented:
        words += _("; {rented} more are rented")
    return words.format(powered=powered, stored=stored, rented=rented)


def meaning_of(session: Session, firm: Firm, account: Account) -> str:
    """Return what an account measures and what it is made of, in sentences."""
    meaning, parts = labels()[firm, account][1], made_of(session, firm, account)
    return f"{meaning} {parts}." if parts else meaning


def _runway(session: Session) -> Figure:
    left = lasts(session.view())
    return Figure(
        key="xai.runway",
        side="lab",
        label=_("Cash lasts"),
        shown=write(lasting(left)),
        change="",
        up=None,
        good=left >= LONGEST,
        meaning=" ".join(money_told(session)),
        receipt=None,
    )


def left_to_spend(session: Session) -> str:
    """Return the lab's cash less what this month's orders take at once, as written; debts as such."""
    return write(usd(free_cash(session.view(), session.pending)))


def attention_told(session: Session) -> tuple[str, ...]:
    """Return what attention is, and of what this month's is made, in sentences."""
    view = session.view()
    rules, house, now = view.board.rules.founder, view.affairs.house, view.board.month
    officer, burden = officer_points(view.board.rules, view.affairs, now), view.affairs.burden
    added, starts = write(count(rules.officer_attention)), write(month(rules.officer_month))
    told = [
        _("Orders cost attention; what is left when the month ends lapses."),
        _("Of your own: {n} a month.").format(n=write(count(rules.attention))),
    ]
    if officer:
        told.append(_("The chief operating officer adds {n}.").format(n=write(count(officer))))
    elif now < rules.officer_month and house.holds(Person.OFFICER):
        words = _("From {date} the chief operating officer adds {n}.")
        told.append(words.format(date=starts, n=added))
    if burden:
        words = _("Last month's answers take {n}.") if burden < 0 else _("Last month's answers add {n}.")
        told.append(words.format(n=write(count(abs(burden)))))
    told.append(_("What an answer takes or adds counts next month."))
    return tuple(told)


def money_told(session: Session) -> tuple[str, ...]:
    """Return how the lab stands with money, in sentences: pace, bills, loans, whose it is."""
    view = session.view()
    own, due = view.own, bills(view)
    flow = own.result_usd + own.parent_usd
    words = (
        _("Running the lab took {amount} more than users and firms paid last month.")
        if flow < 0
        else _("Users and firms paid {amount} more last month than running the lab took.")
    )
    if not view.board.month:
        words = _("No month has been played yet.")
    told = [words.format(amount=write(usd(round(abs(flow), _TO_THOUSANDS))))]
    if signed_usd := sum(bill.signed_usd for bill in due):
        words = (
            _("Signed and still to be paid: {all}, {next} of it next month. So cash lasts {time}.")
            if due[0].signed_usd
            else _("Signed and still to be paid: {all}, none of it next month. So cash lasts {time}.")
        )
        coming, time = write(usd(due[0].signed_usd)), write(lasting(lasts(view)))
        told.append(words.format(all=write(usd(signed_usd)), next=coming, time=time))
    owed = write(usd(own.owed_usd()))
    words = _("The lab owes {owed} on its chips.") if own.loans else _("The lab owes nothing.")
    told.append(words.format(owed=owed))
    if interest := due[0].interest_usd:
        words = _("The loan on your shares takes {amount} of interest a month.")
        told.append(words.format(amount=write(usd(interest))))
    told.append(_("You hold {part} of the lab.").format(part=write(percent(own.founder_ppm))))
    return tuple(told)


def labels() -> dict[tuple[Firm, Account], tuple[str, str]]:
    """Return the label and the meaning of each account that has a figure."""
    return {
        (Firm.XAI, Account.CASH): (_("Cash"), _("The lab's money in the bank.")),
        (Firm.XAI, Account.CHIPS): (
            _("Chips"),
            _("Chips at the lab's addresses."),
        ),
        (Firm.XAI, Account.QUALITY): (_("Quality"), _("Published score of the lab's best release, Elo.")),
        (Firm.XAI, Account.USERS): (_("Users"), _("Weekly users of the lab.")),
        (Firm.XAI, Account.VALUATION): (
            _("Valuation"),
            _("What investors think the lab is worth, cash counted and loans taken off."),
        ),
        (Firm.TESLA, Account.PRICE): (_("Share price"), _("The carmaker's share.")),
        (Firm.TESLA, Account.TRUST): (
            _("Trust"),
            _("Trust of the holders in you, weighted by their shares."),
        ),
        (Firm.TESLA, Account.CHIPS): (_("Carmaker's chips"), _("Chips at the carmaker's addresses.")),
        (Firm.TESLA, Account.CASH): (_("Carmaker's cash"), _("The carmaker's money in the bank.")),
    }


def figure_of(session: Session, firm: Firm, account: Account, value: Quantity) -> Figure:
    """Return an account as a figure with its change and its receipt."""
    balance = balance_of(session, firm, account)
    moved = moved_by(session, balance) if balance else 0
    return Figure(
        key=f"{firm.value}.{account.value}",
        side="lab" if firm is Firm.XAI else "carmaker",
        label=labels()[firm, account][0],
        shown=write(value),
        change=write(amount(session, account, abs(moved))).lstrip("+") if moved and balance else "",
        up=None if not moved else moved > 0,
        good=moved > 0,
        meaning=meaning_of(session, firm, account),
        receipt=receipt(session, firm, account),
        made_of=made_of(session, firm, account),
    )


def moved_by(session: Session, balance: Balance) -> int:
    """Return how far an account has moved, in the whole steps in which its receipt is written."""
    unit = unit_of(session, balance.account)
    return round((round(balance.now / unit) - round(balance.before / unit)) * unit)


def balance_of(session: Session, firm: Firm, account: Account) -> Balance | None:
    """Return last month's balance of an account, or None before the first month."""
    return next((b for b in session.balances() if b.firm is firm and b.account is account), None)


def receipt(session: Session, firm: Firm, account: Account, *, whole: bool = False) -> Receipt | None:
    """Return an account opened: causes summed by their words, largest first.

    Where there are many the small ones are summed up, but for who reads the `whole` of it. What rounds to
    nothing is no line of its own.
    """
    balance = balance_of(session, firm, account)
    if balance is None:
        return None
    sums: dict[str, int] = {}
    for entry in balance.receipts:
        words = speak(entry.cause)
        sums[words] = sums.get(words, 0) + entry.amount
    causes = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))
    causes = [cause for cause in causes if cause[1]] if whole else _grouped(causes)
    amounts = [balance.before, *(amount for _words, amount in causes)]
    steps = shared_out(amounts, balance.now, unit_of(session, account))
    told = list(zip(causes, steps[1:], strict=True))
    seen = [
        Cause(words, ("+" if step > 0 else "") + written(account, step), float(amount))
        for (words, amount), step in told
        if step
    ]
    unseen = _unseen(words for (words, _amount), step in told if not step) if whole else ()
    return Receipt(
        title=labels()[firm, account][0],
        meaning=meaning_of(session, firm, account),
        before=written(account, steps[0]),
        causes=(*seen, *unseen),
        now=written(account, sum(steps)),
    )


def _unseen(causes: Iterable[str]) -> Iterator[Cause]:
    """Yield a line without a figure that names the causes which are less than a figure can show."""
    if words := listed(causes):
        yield Cause(_("Too small to be shown: {causes}").format(causes=words), "", 0.0)


def expected(session: Session, account: Account, ends: tuple[int, int]) -> str:
    """Write the range in which an account will close next month, in the steps of its receipt."""
    unit = unit_of(session, account)
    low, high = (written(account, round(end / unit)) for end in ends)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def _grouped(causes: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return at most six causes: the largest, and the small ones as one; nothing is lost from the sum."""
    large = [cause for cause in causes if cause[1]]
    if len(large) <= SHOWN:
        return large
    small = large[SHOWN - 1 :]
    words = _("{n} smaller causes").format(n=len(small))
    return [*large[: SHOWN - 1], (words, sum(amount for _words, amount in small))]


def signed(quantity: Quantity) -> str:
    """Write a change with its sign, plus included; what rounds to nothing has none."""
    written = write(quantity)
    bare = quantity.value <= 0 or written.startswith("+") or nought(written)
    return written if bare else f"+{written}"


def amount(session: Session, account: Account, amount: int) -> Quantity:
    """Return an account's amount in the unit people read."""
    match account:
        case Account.CASH | Account.VALUATION:
            return usd(amount)
        case Account.USERS:
            return Quantity("users", amount * 1000)
        case Account.CHIPS:
            return chips(amount)
        case Account.PRICE:
            return cents(amount)
        case Account.QUALITY:
            return elo(amount / 1000)
        case Account.TRUST:
            shares = session.view().holders.shares
            held = max(1, int(shares[shares > 0].sum()))
            return Quantity("points", amount / held)
