"""Previews say what else the player would like to know before the order is given."""

import pytest
from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.damage import damage
from race.core.formulas.owners.carmaker import Footing, booked_by, milestone_month
from race.core.formulas.passing.things import weigh_thing
from race.core.ids import Firm, Generation, Subject, Terms, Thing
from race.core.legality.purse import coming
from race.core.tales import SCRIPTS
from race.core.view import FounderView
from race.core.words import chips, month, percent
from race.core.world import Line
from race.session.preview import preview
from race.session.preview.diverting import act_of
from race.session.session import Session
from race.speech import quantity, speak
from tests.builders import a_game
from tests.stories.played import offer


def with_room(view: FounderView, room: int) -> FounderView:
    return replace(view, board=replace(view.board, cloud_room=room))


@pytest.mark.parametrize(("asked", "warned"), [(5_000, False), (9_000, True)])
def test_who_rents_most_of_what_the_clouds_have_left_hears_that_others_may_want_it(
    asked: int, *, warned: bool
) -> None:
    view = with_room(a_game().view(), 10_000)

    seen = preview(view, c.RentCloud(quantity=asked), ())

    assert any("only a part" in speak(words) for words in seen.warnings) is warned


@pytest.mark.parametrize(("level", "matched"), [(1_400_000, ()), (2_000_000, (1_800_000,))])
def test_dear_pay_says_how_far_others_follow(level: int, matched: tuple[int, ...]) -> None:
    seen = preview(a_game().view(), c.SetPay(level=level), ())

    assert tuple(words.values["matched"] for words in seen.warnings) == tuple(map(percent, matched))


def test_chips_bought_and_chips_taken_are_said_to_raise_the_same_thing() -> None:
    session = Session("history", seed=3)
    line = offer(session)
    buy = c.OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=4_000)
    take = c.Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP)

    labels = [[effect.label for effect in preview(session.view(), each, ()).effects] for each in (buy, take)]

    assert all("Next run's score" in each for each in labels)


def test_a_longer_run_says_when_it_would_be_tested_and_out() -> None:
    session = Session("history", seed=3)
    session.submit(c.StartRun(months=3))
    session.end_month()

    longer = preview(session.view(), c.ExtendRun(months=1), ())

    assert speak(longer.line).startswith("Trains until April 2024, tested and out in June 2024;")


def test_a_site_that_can_only_lose_months_comes_later_and_has_no_minus() -> None:
    ends: dict[str, list[tuple[float, float]]] = {"sooner": [], "later": []}
    for key, script in SCRIPTS.items():
        for choice in range(len(script.ways)):
            for effect in preview(a_game().view(), c.Answer(tale=key, choice=choice), ()).later:
                if "site" in effect.label:
                    high = effect.high or effect.value
                    ends[effect.label.split()[-1]].append((effect.value.value, high.value))

    assert all(0 <= low <= high for low, high in ends["later"])
    assert all(high > 0 for _low, high in ends["sooner"])
    assert {len(found) > 0 for found in ends.values()} == {True}


def test_a_promise_of_chips_says_what_the_books_will_show_and_a_word_on_deeds_does_not() -> None:
    session = a_game(name="history", months=4, founder="steward", seed=5)
    view, due = session.view(), session.month + 8

    said = preview(view, c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=50_000, due=due), ()).line
    word = preview(view, c.MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=due), ()).line

    footing = Footing.of(view.board, view.carmaker)
    assert said.values["n"] == chips(booked_by(footing, view.lines, due))
    assert "n" not in word.values


@pytest.mark.parametrize(
    ("first", "then", "warned"),
    [
        (c.ExtendRun(months=1), c.StopRun(), "ends this month all the same"),
        (c.StopRun(), c.ExtendRun(months=1), "to stop: it ends this month"),
    ],
)
def test_a_run_both_stopped_and_given_more_months_is_said_to_stop(
    first: c.Command, then: c.Command, warned: str
) -> None:
    session = Session("history", seed=3)
    session.submit(c.StartRun(months=3))
    session.end_month()

    alone, both = (preview(session.view(), then, given) for given in ((), (first,)))

    assert not any(warned in speak(words) for words in alone.warnings)
    assert any(warned in speak(words) for words in both.warnings)


def test_a_run_given_more_months_and_then_stopped_stops() -> None:
    session = Session("history", seed=3)
    session.submit(c.StartRun(months=3))
    session.end_month()
    session.submit(c.ExtendRun(months=1))
    session.submit(c.StopRun())

    session.end_month()

    assert session.view().own.run is None


@pytest.mark.parametrize("late", [False, True])
def test_a_promised_milestone_says_when_todays_pace_reaches_it(*, late: bool) -> None:
    view = Session("history", seed=3).view()
    at = milestone_month(view.board.rules, view.carmaker, view.board.month, 1)
    assert at is not None
    promise = c.MakePromise(subject=Subject.AUTONOMY, quantity=1, due=at - 1 if late else at)

    seen = preview(view, promise, ())

    told = f"is reached {'only ' if late else ''}in {quantity(month(at))}."
    said = [speak(seen.line), *(speak(words) for words in seen.warnings)]
    assert sum(told in words for words in said) == 1
    assert any("only in" in words for words in said) is late


@pytest.mark.parametrize("terms", [Terms.SILENT, Terms.PAID, Terms.DISCLOSED])
@pytest.mark.parametrize("people", [1, 60])
def test_the_warning_of_a_line_in_the_file_is_what_a_court_makes_of_it(terms: Terms, people: int) -> None:
    session = Session("history", seed=3)
    move = c.DivertThing(thing=Thing.RESEARCHERS, quantity=people, terms=terms)
    warned = [speak(words) for words in preview(session.view(), move, ()).warnings]
    act = act_of(session.view(), move, weigh_thing(coming(session.view()), move.thing, people, terms), people)
    affairs = replace(session.view().affairs, acts=[replace(act, id=1)])
    line = Line(month=1, kind="take_people", amount=people, about=1, name="", wording=0)

    read = damage(session.view().board.rules, affairs, 0, line) >= session.view().board.rules.file.least

    told = [words for words in warned if "file" in words]
    assert bool(told) is read
    assert any("told in the open" in words for words in told) is (read and terms is Terms.DISCLOSED)
    assert any("quarterly filing" in words for words in told) is (terms is Terms.PAID)


@pytest.mark.parametrize(
    "order",
    [
        c.Hire(researchers=10),
        c.Hire(researchers=5, source=Firm.META),
        c.DivertThing(thing=Thing.RESEARCHERS, quantity=5, terms=Terms.SILENT),
        c.DivertThing(thing=Thing.DATA, quantity=1, terms=Terms.SILENT),
    ],
    ids=["hired", "poached", "from the carmaker", "records"],
)
def test_what_an_order_does_to_the_method_says_in_what_it_is_counted(order: c.Command) -> None:
    seen = preview(Session("history", seed=3).view(), order, ())

    told = [effect.label for effect in seen.effects if effect.label.startswith("Method")]
    assert told
    assert all("Elo" in label for label in told)
