"""The hall opened: who is in a wedge, who is heard most, and what this month's orders would do to a vote."""

from pathlib import Path

import pygame

from race.core.commands import CallVote, Divert, Speak
from race.core.formulas.owners.ballots import owed_shift, take_tally
from race.core.formulas.owners.holders import heard_by
from race.core.ids import KINDS, PPM, Ballot, Stance, Terms
from race.core.words import percent
from race.session.preview import preview
from race.session.store import Slots
from race.speech import quantity
from race.ui.kit.tooltips import Facts
from race.ui.pieces.hall import Hall
from race.ui.present import supply
from race.ui.present.consequences import trust_ordered
from race.ui.present.opened.kinds import opened_kind
from race.ui.present.opened.leaders import EACH, leaders
from race.ui.present.rooms.doors import PAGES
from race.ui.screens.rooms.page import RoomScreen
from race.ui.text.client import obey
from race.ui.text.table import Table
from tests.builders import a_source
from tests.ui import seats


def test_a_wedge_under_the_mouse_opens_into_who_they_are(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.main(found).game.session.end_month()
    hall = found.top.stage.find("hall")
    assert isinstance(hall, Hall)

    spot = (hall.floor[0], hall.floor[1] - round(hall.outer * 0.8))
    hall.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
    tip = hall.tip

    assert isinstance(tip, Facts)
    assert len(tip.lines) > 3


def test_the_arrows_walk_the_wedges_and_open_each(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.focus_on(found, "hall")

    seats.keys(found, [pygame.K_RIGHT])
    first = found.top.tip_name()
    hall = found.top.stage.find("hall")
    assert isinstance(hall, Hall)
    seen = [hall.tip]
    seats.keys(found, [pygame.K_RIGHT])
    seen.append(hall.tip)

    assert first == "hall"
    assert all(isinstance(tip, Facts) for tip in seen)
    assert seen[0] != seen[1]


def test_a_kind_comes_and_votes_as_the_tally_counts_it(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    view = session.view()
    tally = take_tally(view.board.rules, view.holders, view.carmaker, Ballot.KEEP_FOUNDER)

    for part in tally.by_kind[1:]:
        assert part.kind is not None
        cast = part.votes_for + part.votes_against + part.abstained
        shown = [figure for _words, figure, *_rest in opened_kind(session, part.kind)]
        assert quantity(percent(PPM * part.votes_for // cast)) in shown
        assert quantity(percent(round(PPM * cast / (cast + part.absent) / 1000) * 1000)) in shown


def test_leaders_are_the_most_heard_of_their_kind(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    people = session.view().holders
    often = heard_by(people)

    found = leaders(session)

    assert len(found) == EACH * (len(KINDS) - 1)
    for one in found:
        mine = often[people.kind == people.kind[one.seat]]
        assert often[one.seat] >= sorted(mine)[-EACH]
    assert len({one.name for one in found}) == len(found)


def test_a_ring_in_the_hall_leads_to_its_line(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_c])
    screen = found.top
    assert isinstance(screen, RoomScreen)
    hall = screen.stage.find("hall")
    assert isinstance(hall, Hall)

    seats.click(found, hall.rings[0].spot)

    assert screen.chosen.startswith("leader.")


def test_a_vote_is_shown_as_it_would_be_if_all_knew_the_orders(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    crate = next(crate for crate in supply.shipments(game.session) if crate.dock == "carmaker")
    assert not game.move(str(crate.source), "lab")
    view, moved = game.session.view(), trust_ordered(game.session)
    assert moved is not None

    page = PAGES["hall"](game.session)

    line = next(line for line in page.lines() if line.key == "ballot.keep_founder")
    asked = (view.board.rules, view.holders, view.carmaker, Ballot.KEEP_FOUNDER)
    now, then = take_tally(*asked).support_ppm(), take_tally(*asked, -moved).support_ppm()
    assert line.cells[1:3] == (quantity(percent(now)), quantity(percent(then)))
    assert then < now


def test_the_text_game_tells_who_is_heard_most(tmp_path: Path) -> None:
    game = Table(seats.game(tmp_path).session, Slots(tmp_path))

    told = "\n".join(obey(game, "hall"))

    assert leaders(game.session)[0].name in told


def test_the_hall_and_the_order_say_the_same_of_a_vote_on_money(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    session = game.session
    crate = next(crate for crate in supply.shipments(session) if crate.dock == "carmaker")
    assert not game.move(str(crate.source), "lab")
    session.end_month()
    act = session.view().affairs.acts[0]
    if act.published is None:  # nobody has written of it yet
        session.submit(Speak(act=act.id, stance=Stance.DISCLOSE))
        session.end_month()
    asked = CallVote(ballot=Ballot.INVESTMENT, amount_usd=10**9)

    poll = next(effect.value for effect in preview(session.view(), asked).effects if "poll" in effect.label)

    line = next(line for line in PAGES["hall"](session).lines() if line.key == "ballot.investment")
    assert owed_shift(session.view().board.rules, session.view().affairs) > 0.0
    assert line.cells[1] == quantity(poll)


def test_an_excuse_that_quiets_nothing_is_not_shown_as_good(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 0).session
    session.submit(Divert(source=a_source(session, 100).id, quantity=100, terms=Terms.SILENT))
    session.end_month()
    act = session.view().affairs.acts[0]
    session.submit(Speak(act=act.id, stance=Stance.DISCLOSE))
    session.end_month()

    loud = {
        stance: next(
            effect
            for effect in preview(session.view(), Speak(act=act.id, stance=stance)).effects
            if effect.label == "The story stays as loud as"
        )
        for stance in (Stance.JUSTIFY, Stance.DENY)
    }

    assert {effect.good == 1 for effect in loud.values() if effect.value.value < PPM} == {True}
    assert {effect.good for effect in loud.values() if effect.value.value == PPM} == {0}
