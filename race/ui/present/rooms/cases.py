"""Press and cases: secrets with the chance that they come out, stories, suits and their stage."""

from race.core.formulas.owners.court import acts_of, decay, joinable, odds_of
from race.core.formulas.owners.evidence import curiosity, leak_ppm
from race.core.ids import PPM, RUNGS, Firm, month_of, week_of
from race.core.receipts import Account
from race.core.view import FounderView
from race.core.words import count, month, percent, usd
from race.core.world.books import Act, Case
from race.session.session import Session
from race.speech import _, labelled, plural, speak
from race.speech import quantity as write
from race.ui.present import owners
from race.ui.present.figures import figure_of
from race.ui.present.league import short_date
from race.ui.present.orders.terms import terms_names
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken

_ORDERS = frozenset({"PlugLeak", "Probe", "Speak", "GiveGift", "CourtHolders", "LendChips", "LicenseBack"})
_QUIET = 0.02


def press(session: Session) -> Page:
    """Return secrets, stories, suits and demands as they stand."""
    view = session.view()
    affairs = view.affairs
    hidden = [act for act in affairs.acts if act.published is None]
    quiet = 1.0
    for act in hidden:
        quiet *= 1.0 - leak_ppm(view.board.rules, act, affairs) / PPM
    suits = [case for case in affairs.cases if case.decided is None and not case.settled]
    step = owners.rung(session)
    head = (
        figure_of(session, Firm.TESLA, Account.TRUST, percent(session.reports[-1].trust_ppm)),
        plain("secrets", _("Secrets"), write(count(len(hidden))), _("Diversions that nobody knows of.")),
        plain(
            "leak",
            _("Something leaks"),
            write(percent(round(PPM * (1.0 - quiet)))),
            _("The chance that at least one of them comes out next month, as it is drawn."),
        ),
        plain("suits", _("Suits"), write(count(len(suits))), _("Cases that are open before the court.")),
        plain(
            "step",
            _("Step"),
            _("{n} of {all}").format(n=RUNGS.index(step), all=len(RUNGS) - 1),
            owners.ladder_told(session),
        ),
    )
    return Page(
        "cases",
        _("Press and cases"),
        owners.ladder_told(session),
        head,
        ((_acts(session), _stories(session)), (_suits(view), doing(session, _ORDERS))),
    )


def _acts(session: Session) -> Table:
    view = session.view()
    lines = tuple(
        _act(view, act, told.text, told.status)
        for act, told in zip(reversed(view.affairs.acts), owners.diversions(session), strict=True)
    )
    heads = (_("Diversion"), _("Terms"), _("Known"))
    return Table("acts", _("Diversions"), heads, lines, _("Nothing has been diverted."))


def _act(view: FounderView, act: Act, words: str, status: str) -> Line:
    rules, affairs = view.board.rules, view.affairs
    risk = leak_ppm(rules, act, affairs) if act.published is None else None
    known = _("{risk} a month").format(risk=write(percent(risk))) if risk is not None else _("public")
    told = [f"{labelled(words, status)}."]
    if risk is not None:
        knowing = plural("{n} person knows of it.", "{n} people know of it.", act.insiders)
        told.append(knowing.format(n=write(count(act.insiders))))
        if act.plugged:
            told.append(_("People are set to keep it secret."))
        if curiosity(affairs) > PPM:
            told.append(_("Reporters are looking into your companies this month."))
    told.append(_("It was worth {amount}.").format(amount=write(usd(act.value_usd))))
    if act.outstanding:
        away = plural("{n} of them is still out.", "{n} of them are still out.", act.outstanding)
        told.append(away.format(n=write(count(act.outstanding))))
    if act.voted:
        told.append(_("The holders approved it."))
    if act.denied:
        told.append(_("You denied it, and documents said otherwise.") if act.refuted else _("You denied it."))
    sign, icon = ("warning", "hidden") if risk is not None else ("quiet", "document")
    cells = (words, terms_names().get(act.terms, ""), known)
    bar = min(1.0, risk / PPM) if risk is not None else None
    return Line(f"act.{act.id}", cells, sign, icon, bar, spoken(told))


def _stories(session: Session) -> Table:
    """Return what the holders are still telling each other, the loudest first."""
    view = session.view()
    half, week = view.board.rules.owners.news_half, week_of(view.board.month + 1) - 1
    found = [
        (min(1.0, story.salience * decay(max(0, week - story.week), half)), story)
        for story in view.affairs.stories
    ]
    found = [one for one in found if one[0] >= _QUIET]
    lines = []
    for loud, story in sorted(found, key=lambda one: -one[0]):
        told = speak(story.label)
        sign, icon = ("bad", "alert") if story.bad_conduct else ("quiet", "info")
        text = _("Told since {date}; it is heard at {part} of the loudest and halves in about two months.")
        said = text.format(date=write(month(month_of(story.week))), part=write(percent(round(PPM * loud))))
        letters = _("Holders write letters about it.") if story.bad_conduct else ""
        price = (
            _("It moved the share price by {part}.").format(part=write(percent(story.price_ppm)))
            if story.price_ppm
            else ""
        )
        cells = (told, write(percent(round(PPM * loud))))
        lines.append(
            Line(f"story.{story.id}", cells, sign, icon, loud, spoken((told + ".", said, letters, price)))
        )
    heads = (_("Story"), _("Loud"))
    return Table("stories", _("What is being told"), heads, tuple(lines), _("The press is quiet."))


def _suits(view: FounderView) -> Table:
    """Return cases, demands to read the books, and inquiries."""
    lines = [_case(view, case) for case in sorted(view.affairs.cases, key=lambda one: -one.id)]
    for demand in view.affairs.demands:
        over = demand.found is not None
        found = _("found: {n}").format(n=demand.found) if over else _("to be answered")
        cells = (
            _("Demand to read the books"),
            found,
            (_("read {date}") if over else _("opens {date}")).format(date=short_date(demand.answer)),
        )
        words = (
            _("Made in {made}; the books were read in {answer}.")
            if over
            else _("Made in {made}; they are let in about {answer}.")
        )
        told = words.format(made=write(month(demand.made)), answer=write(month(demand.answer)))
        sign = "quiet" if over else "warning"
        lines.append(Line(f"demand.{demand.id}", cells, sign, "document", None, spoken((told,))))
    for inquiry in view.affairs.inquiries:
        over = inquiry.fine_usd is not None
        state = (
            _("fined {amount}").format(amount=write(usd(inquiry.fine_usd or 0))) if over else _("under way")
        )
        cells = (
            _("Inquiry into the drivers' records"),
            state,
            (_("ended {date}") if over else _("ends {date}")).format(date=short_date(inquiry.answer)),
        )
        sign = "quiet" if over else "warning"
        lines.append(Line(f"inquiry.{inquiry.id}", cells, sign, "scales", None))
    heads = (_("Case"), _("Stage"), _("What comes when"))
    return Table("suits", _("Suits and inquiries"), heads, tuple(lines), _("There is no case in court."))


def _case(view: FounderView, case: Case) -> Line:
    now, affairs, rules = view.board.month, view.affairs, view.board.rules
    acts, _earlier = acts_of(case, affairs.cases, affairs.acts)
    told = [
        _("Filed in {date}; complaints joined in it: {n}.").format(
            date=write(month(case.filed)), n=write(count(case.suits))
        )
    ]
    sign, bar = "quiet", None
    if case.settled:
        stage = _("settled")
    elif case.decided is not None:
        stage = _("won by the holders") if case.decided else _("won by you")
        sign = "bad" if case.decided else "good"
    else:
        sign, opens = "warning", write(month(case.discovery))
        stage = _("filed") if joinable(case, now) else _("files open")
        told.append(
            _("The court opens the files in {date}.").format(date=opens)
            if now < case.discovery
            else _("The court has had the files since {date}.").format(date=opens)
        )
        bar, _ban = odds_of(rules, case, affairs.cases, affairs.acts, governed=affairs.sharing_policy)
        told.append(
            _("On what you know, the court finds for the holders with a chance of {part}.").format(
                part=write(percent(round(100 * bar) * PPM // 100))
            )
        )
    told.append(_("Diversions it is about: {n}.").format(n=write(count(len(acts)))))
    words = _("ruling {date}") if case.decided is None else _("ruled {date}")
    decision = "–" if case.settled else words.format(date=short_date(case.decision))
    cells = (_("Case of {date}").format(date=short_date(case.filed)), stage, decision)
    return Line(f"case.{case.id}", cells, sign, "scales", bar, spoken(told))
