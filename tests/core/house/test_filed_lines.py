"""The file: a line weighs by what has come of it, and only what was carried out is written."""

import pytest

from race.core.chance import Chance
from race.core.commands import Divert, MakePromise, Reassure
from race.core.formulas.house.damage import damage, quote_of, read_story, worst_lines
from race.core.ids import Firm, Kind, Person, Subject, Terms, week_of
from race.core.rules.house.file import keep_file
from race.core.world import Act, Affairs, Case, File, Heard, Line, Promise
from tests.builders import a_world, orders, plainer

_WORLD = a_world()
_FILE = _WORLD.rules.file


def an_act(*, idle: float = 0.0, severity: float = 9.0, voted: bool = False, owned: bool = False) -> Affairs:
    done = Act(
        id=1, month=1, quantity=9_000, terms=Terms.SILENT, severity=severity, idle_share=idle, value_usd=1,
        voted=voted, repaired=owned,
    )  # fmt: skip
    return Affairs(acts=[done])


def a_word(*, kept: bool | None) -> Affairs:
    promise = Promise(id=1, made=1, subject=Subject.NO_DIVERSION, quantity=1, due=4, claim=0.5, kept=kept)
    return Affairs(promises=[promise])


@pytest.mark.parametrize(
    ("kind", "affairs", "incidents", "weighs"),
    [
        ("take_silent", an_act(), 0, _FILE.grave),
        ("take_silent", an_act(owned=True), 0, int(_FILE.grave * _FILE.owned)),
        ("take_silent", an_act(voted=True), 0, 0),
        ("take_silent", Affairs(), 0, _FILE.grave),
        ("deny", an_act(owned=True), 0, int(_FILE.grave * _FILE.owned)),
        ("justify", an_act(idle=1.0), 0, _FILE.bad),
        ("justify", an_act(), 0, _FILE.awkward),
        ("justify", an_act(idle=_WORLD.rules.court.justified_idle), 0, _FILE.awkward),
        ("take_silent", an_act(severity=_FILE.full_size / 2), 0, int(_FILE.grave * (1 + _FILE.small) / 2)),
        ("justify", Affairs(), 0, _FILE.awkward),
        ("promise_chips", a_word(kept=None), 0, _FILE.awkward),
        ("promise_chips", a_word(kept=True), 0, 0),
        ("promise_chips", a_word(kept=False), 0, _FILE.bad),
        ("promise_hands", a_word(kept=False), 0, _FILE.grave),
        ("untested", Affairs(), 0, _FILE.bad),
        ("untested", Affairs(), 1, _FILE.grave),
        ("lobby", Affairs(), 9, _FILE.awkward),
    ],
)
def test_a_line_weighs_by_what_has_come_of_it(
    kind: str, affairs: Affairs, incidents: int, weighs: int
) -> None:
    line = Line(month=1, kind=kind, about=1)

    assert damage(_WORLD.rules, affairs, incidents, line) == weighs


@pytest.mark.parametrize("name", ["", Firm.META.value, Kind.PENSION.value])
def test_a_line_reads_with_its_number_and_its_name(name: str) -> None:
    line = Line(month=1, kind="raid", amount=4, name=name)

    quote = quote_of(line)

    assert "n" in quote.values
    assert ("firm" in quote.values) is bool(name)


def test_an_order_that_was_not_carried_out_is_not_in_the_file() -> None:
    world = _WORLD.copy()

    keep_file(world, orders(Divert(source=1, quantity=5, terms=Terms.SILENT)), Chance(1))

    assert world.affairs.file.lines == []


def test_without_a_file_nothing_is_written() -> None:
    world = plainer(_WORLD.copy(), "file")
    taken = an_act().acts[0]
    world.affairs.acts.append(taken)

    keep_file(world, orders(Divert(source=1, quantity=5, terms=Terms.SILENT)), Chance(1))

    assert world.affairs.file.lines == []


def test_a_talk_is_filed_under_the_name_of_whoever_holds_the_post() -> None:
    world = _WORLD.copy()
    for member in world.affairs.house.members:
        member.holder = 2

    keep_file(world, orders(Reassure(person=Person.COUNSEL)), Chance(1))

    assert [line.name for line in world.affairs.file.lines] == ["counsel_2"]


def test_a_court_reads_out_the_worst_or_says_that_there_is_nothing() -> None:
    found, clean = _WORLD.copy(), _WORLD.copy()
    told = {}
    for world in (found, clean):
        world.affairs.cases = [Case(id=1, act=1, filed=0, discovery=world.month)]
        kind = "deny" if world is found else "round"
        world.affairs.file.lines = [Line(month=1, kind=kind, amount=9)]
        told[kind] = keep_file(world, orders(), Chance(1))

    assert [(len(events), events[0].good) for events in told.values()] == [(1, -1), (1, 1)]
    assert found.affairs.cases[0].testimony > 0 > clean.affairs.cases[0].testimony
    assert len(found.affairs.stories) == 1


def test_a_court_hears_one_line_of_a_kind_before_a_second_the_worst_first_and_none_twice() -> None:
    kinds = ("deny", "deny", "justify", "round", "untested", "deny")
    affairs = Affairs(file=File(lines=[Line(month=1, kind=kind) for kind in kinds]))

    first = worst_lines(_WORLD.rules, affairs, 0)
    affairs.file.read = [Heard(line=place, month=1) for _, place in first]
    then = worst_lines(_WORLD.rules, affairs, 0)

    assert first == [(_FILE.grave, 0), (_FILE.bad, 4), (_FILE.awkward, 2)]
    assert then == [(_FILE.grave, 1), (_FILE.grave, 5)]


def test_worse_lines_are_louder_and_cost_more_trust_of_all_but_the_short_sellers() -> None:
    mild, grave = (read_story(_WORLD.copy(), part) for part in (0.2, 1.0))

    assert mild.week == week_of(_WORLD.month + 1)
    assert 0.0 < mild.salience < grave.salience <= 1.0
    assert all(
        less < 0 and more == pytest.approx(5 * less, abs=3)
        for less, more in zip(mild.effect[:-1], grave.effect[:-1], strict=True)
    )
    assert mild.effect[-1] == grave.effect[-1] == 0
    assert grave.bad_conduct


def test_two_orders_of_a_month_are_filed_each_with_its_own_number() -> None:
    world = _WORLD.copy()
    world.affairs.acts.append(
        Act(
            id=1,
            month=world.month,
            quantity=1_500,
            terms=Terms.SILENT,
            severity=0.1,
            idle_share=0.0,
            value_usd=1,
        )
    )
    taken = [
        Divert(source=source, quantity=size, terms=Terms.SILENT) for source, size in ((1, 1_000), (2, 500))
    ]

    keep_file(world, orders(*taken), Chance(1))

    assert [line.amount for line in world.affairs.file.lines] == [1_000, 500]


def test_two_promises_for_one_date_are_filed_each_under_its_own() -> None:
    world = _WORLD.copy()
    given = [
        MakePromise(subject=subject, quantity=1, due=9)
        for subject in (Subject.CHIPS_POWERED, Subject.AUTONOMY)
    ]
    world.affairs.promises = [
        Promise(id=90 + place, made=world.month, subject=one.subject, quantity=1, due=9, claim=0.5)
        for place, one in enumerate(given)
    ]

    keep_file(world, orders(*given), Chance(1))

    assert [line.about for line in world.affairs.file.lines] == [90, 91]
