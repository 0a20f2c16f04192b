"""The month in which a court opens the founder's file and reads three lines of it aloud."""

from itertools import pairwise

from race.core import commands as c
from race.core.events import Event, Happening
from race.core.formulas.house.damage import damage, quote_of
from race.core.formulas.house.writing import WRITES
from race.core.ids import Firm, Gift, Matter, Stance, Subject, Terms
from race.core.receipts import Account
from race.core.wording.filed import ENTRIES
from race.core.wording.filed.entry import Grade
from race.core.words import Quote
from race.core.world import Case, Line, Memory
from race.scenario.load import Scenario
from race.session.preview import preview
from race.session.session import Session
from race.speech import date, speak
from race.ui.present.opened.file import filed
from tests.builders import scenario
from tests.stories.played import offer, without


def caught(which: Scenario) -> Session:
    """Take chips silently and deny it; a month later a court opens the files."""
    game = Session(which, 7)
    line = offer(game)
    game.submit(c.Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))
    game.submit(c.RentCloud(quantity=1_000))
    game.end_month()
    act = game.view().affairs.acts[0]
    game.submit(c.Speak(act=act.id, stance=Stance.DENY))
    game.submit(c.GiveGift(gift=Gift.DIRECTOR))
    game.end_month()
    game.position().affairs.cases.append(Case(id=9_001, act=act.id, filed=1, discovery=3, decision=9))
    game.end_month()
    return game


def read(game: Session) -> list[Event]:
    """Return what was read out, or not, in the last month."""
    return [event for event in game.reports[-1].events if event.kind is Happening.READ_OUT]


def test_a_court_reads_out_your_own_lines_and_the_denial_is_among_them() -> None:
    game = caught(scenario())

    told = [speak(event.sentence) for event in read(game) if event.sentence]
    weights = [event.numbers["damage_ppm"] for event in read(game)]

    affairs = game.view().affairs
    assert [affairs.file.lines[heard.line].kind for heard in affairs.file.read] == ["take_silent", "deny"]
    assert all("12" in words and "2024" in words for words in told)
    assert weights == sorted(weights, reverse=True)


def test_what_is_read_out_costs_trust_and_weighs_in_the_case() -> None:
    with_file, without_it = caught(scenario()), caught(without("file"))

    cases = [game.view().affairs.cases[-1].testimony for game in (with_file, without_it)]
    with_file.end_month()

    labels = [
        receipt.cause.msgid
        for balance in with_file.balances()
        for receipt in balance.receipts
        if balance.account is Account.TRUST and receipt.amount < 0
    ]
    assert "Lines of the founder's file are read out in court" in labels
    assert cases[0] > cases[1]
    assert not read(without_it)
    assert not without_it.view().affairs.file.lines


def test_a_file_with_nothing_in_it_helps_a_little() -> None:
    game = Session(scenario(), 7)
    game.position().affairs.cases.append(Case(id=9_001, act=0, filed=0, discovery=1, decision=9))
    before = caught(without("file")).view().affairs.cases[-1].testimony

    game.end_month()

    assert [event.good for event in read(game)] == [1]
    assert game.view().affairs.cases[-1].testimony < before + 1


def test_an_apology_takes_half_of_the_sting_out_of_a_line() -> None:
    game = caught(scenario())
    view = game.view()
    line = view.affairs.file.lines[0]
    before = damage(view.board.rules, view.affairs, 0, line)

    game.submit(c.Speak(act=line.about, stance=Stance.APOLOGISE))
    game.end_month()

    after = damage(view.board.rules, game.view().affairs, 0, line)
    assert after == int(before * view.board.rules.file.owned)


def test_words_of_a_kind_come_in_turn_and_not_twice_running() -> None:
    game = Session(scenario(), 3, "swapper")
    for _ in range(18):
        game.end_month()

    lines = sorted(game.view().affairs.file.lines, key=lambda line: line.kind)
    pairs = [(a, b) for a, b in pairwise(lines) if a.kind == b.kind]

    assert len(pairs) > 20
    assert all(quote_of(a).msgid != quote_of(b).msgid for a, b in pairs)


def test_every_founders_order_has_its_lines_and_every_line_fills_its_braces() -> None:
    kinds = {WRITES[type(one)](one)[0] for one in (c.StopRun(), c.Lobby(target=Firm.META), c.RaiseRound())}

    told = [
        speak(quote_of(Line(month=1, kind=kind, amount=3, name="meta", wording=place)))
        for kind, entry in ENTRIES.items()
        for place in range(len(entry.wordings))
    ]

    assert kinds <= set(ENTRIES)
    assert not [words for words in told if "{" in words]
    assert len(set(told)) == len(told) > 150
    assert all(len(entry.wordings) >= 3 for entry in ENTRIES.values())
    assert isinstance(quote_of(Line(month=1, kind="deny")), Quote)
    assert ENTRIES["deny"].grade is Grade.GRAVE


def test_a_line_about_nothing_rented_does_not_say_rent_none() -> None:
    none = [speak(quote_of(Line(month=1, kind="rent", wording=place))) for place in range(3)]
    some = speak(quote_of(Line(month=1, kind="rent", amount=3)))

    assert len(set(none)) == 1
    assert "0" not in none[0]
    assert "3" in some


def test_whoever_is_about_to_write_a_bad_line_is_told_so_before() -> None:
    game = Session(scenario(), 7)
    line = offer(game)

    warned, calm = (
        preview(game.view(), c.Divert(source=line.id, quantity=line.quantity, terms=terms)).warnings
        for terms in (Terms.SILENT, Terms.DISCLOSED)
    )

    assert "into your file" in warned[-1].msgid
    assert not [words for words in calm if "into your file" in words.msgid]


def test_a_line_has_the_month_in_which_its_order_is_carried_out_as_news_acts_and_promises_have() -> None:
    game = Session(scenario(), 7)
    for _month in range(3):
        game.end_month()
    line = offer(game)
    game.submit(c.Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))
    game.submit(c.MakePromise(subject=Subject.AUTONOMY, quantity=2, due=game.month + 6))
    game.end_month()

    view = game.view()
    dates = {one.date for one in filed(game)}

    assert dates == {date(game.reports[-1].month)}
    assert dates == {date(view.affairs.acts[-1].month)} == {date(view.affairs.promises[-1].made)}
    assert {each.month for each in remembered(game, Matter.SILENT)} == {view.affairs.file.lines[-1].month}


def remembered(game: Session, matter: Matter) -> list[Memory]:
    """Return what the people of the house remember of a matter."""
    members = game.view().affairs.house.members
    return [memory for member in members for memory in member.memories if memory.matter is matter]
