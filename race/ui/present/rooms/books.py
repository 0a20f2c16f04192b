"""The books of the companies: your two as they are, the rivals' as they publish and are estimated."""

from race.core.ids import PPM, RIVALS, Firm
from race.core.receipts import Account
from race.core.words import Quantity, cents, chips, count, elo, month, percent, usd
from race.session.preview.bills import bills
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.figures import Said, figure_of, footing, money_told
from race.ui.present.rooms.page import Line, Page, Table, doing, opened_account, spoken
from race.ui.present.rooms.yards.bench import bench

BILLS = 6
"""Most months of bills that are listed."""
_MONEY = frozenset(
    {"SplitCompute", "RaiseRound", "Borrow", "SellStake", "PledgeStake", "SellLab", "SetPrice"}
)


def books(session: Session) -> Page:
    """Return the books as they stand."""
    view = session.view()
    own, carmaker = view.own, view.carmaker
    head = (
        figure_of(session, Firm.XAI, Account.CASH, usd(own.cash_usd)),
        figure_of(session, Firm.XAI, Account.VALUATION, usd(own.valuation_usd)),
        footing(session)[-1],
        figure_of(session, Firm.TESLA, Account.CASH, usd(carmaker.cash_usd)),
        figure_of(session, Firm.TESLA, Account.PRICE, cents(carmaker.price_cents)),
    )
    return Page(
        "books",
        _("Books of the companies"),
        " ".join(money_told(session)),
        head,
        ((_two(session), doing(session, _MONEY)), (bench(session), _bills(session), _rivals(session))),
    )


def _two(session: Session) -> Table:
    """Return your two companies side by side; what keeps receipts opens into them."""
    view = session.view()
    own, carmaker = view.own, view.carmaker
    lab, maker = Firm.XAI, Firm.TESLA

    def both(*accounts: tuple[Firm, Account]) -> tuple[Said, ...]:
        return tuple(said for firm, account in accounts for said in opened_account(session, firm, account))

    cash = both((lab, Account.CASH), (maker, Account.CASH))
    fleets = both((lab, Account.CHIPS), (maker, Account.CHIPS))
    worth = both((lab, Account.VALUATION), (maker, Account.PRICE))
    users = Quantity("users", own.users_k * 1000)
    stake, pledged = write(percent(carmaker.stake_ppm)), write(percent(carmaker.pledged_ppm))
    owners = _("Your part of the lab is {part}, of the carmaker {stake}.")
    told_stake = owners.format(part=write(percent(own.founder_ppm)), stake=stake)
    owed = _("You owe {amount} on shares you have pledged, {part} of the company.").format(
        amount=write(usd(carmaker.pledge_usd)), part=pledged
    )
    worth_of_all = usd(carmaker.price_cents * carmaker.shares // 100)
    rows = (
        ("cash", _("Cash"), usd(own.cash_usd), usd(carmaker.cash_usd), cash),
        ("revenue", _("Revenue of the month"), usd(own.revenue_usd), usd(carmaker.revenue_usd), cash),
        ("result", _("Result of the month"), usd(own.result_usd), usd(carmaker.result_usd), cash),
        ("capex", _("For chips and sites"), usd(own.capex_usd), usd(carmaker.capex_usd), cash),
        (
            "debt",
            _("Owed"),
            usd(own.owed_usd()),
            usd(carmaker.pledge_usd),
            spoken((*money_told(session), owed if carmaker.pledge_usd else "")),
        ),
        ("worth", _("Worth"), usd(own.valuation_usd), worth_of_all, worth),
        ("fleet", _("Chips"), chips(own.depot.chips()), chips(carmaker.depot.chips()), fleets),
        ("people", _("Researchers"), count(own.researchers), count(carmaker.researchers), ()),
        (
            "out",
            _("Users, cars delivered"),
            users,
            count(carmaker.cars),
            both((lab, Account.USERS)),
        ),
        (
            "stake",
            _("First owners, your stake"),
            percent(own.founder_ppm),
            percent(carmaker.stake_ppm),
            spoken((told_stake,)),
        ),
    )
    lines = tuple(
        Line(f"two.{key}", (words, write(left), write(right)), "quiet", "books", None, opened)
        for key, words, left, right, opened in rows
    )
    return Table("two", _("Yours"), (_("This month"), name(lab), name(maker)), lines, "")


def _bills(session: Session) -> Table:
    """Return what is signed for the coming months, and the cash that is left of it."""
    found = [bill for bill in bills(session.view()) if bill.total_usd][:BILLS]
    leased = any(bill.leases_usd for bill in found)  # a column for what few games have
    lines = []
    for bill in found:
        rents = (bill.leases_usd,) if leased else ()
        parts = (bill.sites_usd, bill.chips_usd, bill.loans_usd + bill.interest_usd, *rents)
        cells = (
            write(month(bill.month)),
            *(write(usd(part)) if part else "–" for part in parts),
            write(usd(bill.left_usd)),
        )
        sign = "bad" if bill.left_usd < 0 else "quiet"
        lines.append(Line(f"bill.{bill.month}", cells, sign, "books", None, spoken(money_told(session))))
    leases = (_("Leases"),) if leased else ()
    heads = (_("Month"), _("Sites"), _("Chips"), _("Loans"), *leases, _("Cash then"))
    note = _("cash at last month's pace")
    return Table("bills", _("Bills ahead"), heads, tuple(lines), _("Nothing is signed."), note)


def _rivals(session: Session) -> Table:
    """Return what the rivals publish and what they are thought to run."""
    view, report = session.view(), session.reports[-1]
    error = write(percent(int(PPM * view.board.rules.fog.fleet_sd)))
    most = max((report.fleets[firm] for firm in RIVALS), default=1)
    lines = []
    for firm in sorted(RIVALS, key=lambda firm: -report.fleets[firm]):
        score = next((line for line in report.league if line.firm is firm), None)
        told = [*league.known(session, firm, view.board)]
        told.append(_("Chips are an estimate: it may miss by {error} or so.").format(error=error))
        cells = (
            name(firm),
            write(elo(score.elo_published)) if score else _("none"),
            "≈ " + write(chips(report.fleets[firm])),
            write(Quantity("users", 1000 * report.users[firm])) if firm in report.users else "–",
            write(usd(report.values[firm])) if firm in report.values else "–",
        )
        bar = report.fleets[firm] / max(1, most)
        lines.append(Line(f"rival.{firm.value}", cells, firm.value, "", bar, spoken(told)))
    heads = (_("Lab"), _("Score"), _("Chips"), _("Users"), _("Worth"))
    note = _("published, or estimated")
    return Table("rivals", _("The rivals"), heads, tuple(lines), _("There are no rivals."), note)
