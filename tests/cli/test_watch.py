import json

import pytest

from race.cli.exits import Exit
from race.session.asking import Reason
from race.session.autoplay.stops import Sentry, Stop
from race.session.session import Session
from race.study.game import play_game
from tests.cli.conftest import Ask

GAME = ("watch", "--scenario", "the-twelve-thousand", "--seed", "3")


def test_a_watched_game_is_told_month_by_month_to_the_verdict(ask: Ask) -> None:
    answer = ask(*GAME, "--founder", "steward")

    record = play_game("the-twelve-thousand", "steward", 3)
    dates = [
        line.split("  ")[0] for line in answer.out.splitlines() if line[:1].isalpha() and " 2024  " in line
    ]
    assert answer.code == Exit.FINE
    assert len(dates) == record.months
    assert dates[0] == "January 2024"
    assert answer.out.splitlines()[-1].endswith(f"fingerprint {record.fingerprint}.")
    assert str(record.score.total) in answer.out.splitlines()[-1]


@pytest.mark.parametrize("event", ["leak", "vote", "suit"])
def test_watching_stops_at_the_first(ask: Ask, event: str) -> None:
    record = play_game("the-twelve-thousand", "diverter", 3, months=True)
    first = next((row.month for row in record.events if row.kind == event), None)

    answer = ask(*GAME, "--founder", "diverter", "--until", event)

    told = sum(" 2024  " in line for line in answer.out.splitlines())
    assert answer.code == Exit.FINE
    assert told == (first or record.months)
    assert answer.out.rstrip().endswith(f"Stopped at the first {event}.") is (first is not None)


@pytest.mark.parametrize("until", ["meeting", "setback", "line", "lead"])
def test_watching_stops_where_the_windows_autoplay_would(ask: Ask, until: str) -> None:
    session = Session("the-twelve-thousand", 3, "diverter")
    sentry, months = Sentry(session, {Stop(until)}), 0
    reasons: tuple[Reason, ...] = ()
    while not reasons:  # the ending is a reason, too
        session.end_month()
        months += 1
        reasons = sentry.reasons(session)

    answer = ask(*GAME, "--founder", "diverter", "--until", until)

    assert answer.code == Exit.FINE
    assert sum(" 2024  " in line for line in answer.out.splitlines()) == months


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--founder", "nobody"), "diverter"), (("--until", "dusk"), "--until"), (("--seed", "-3"), "2**63")],
    ids=" ".join,
)
def test_a_wrong_word_is_answered_in_one_sentence(ask: Ask, words: tuple[str, str], said: str) -> None:
    answer = ask("watch", *words)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_machine_reads_a_line_a_month_and_one_for_the_end(ask: Ask) -> None:
    answer = ask(*GAME, "--founder", "steward", "--json")

    *months, end = map(json.loads, answer.out.splitlines())
    record = play_game("the-twelve-thousand", "steward", 3, months=True)
    assert answer.code == Exit.FINE
    assert [month["month"] for month in months] == list(range(1, record.months + 1))
    assert months[0]["date"] == "2024-01"
    assert months[-1]["figures"]["tesla.trust_weighted"] == record.measures[-1]["tesla", "trust_weighted"]
    assert (end["ending"], end["score"]["total"]) == (record.ending, record.score.total)
    assert (end["fingerprint"], end["stopped_at"]) == (record.fingerprint, None)


def test_a_machine_reads_why_watching_stopped(ask: Ask) -> None:
    words = ask(*GAME, "--founder", "diverter", "--until", "meeting")

    machine = ask(*GAME, "--founder", "diverter", "--until", "meeting", "--json")

    *_, last, end = map(json.loads, machine.out.splitlines())
    assert (end["stopped_at"], end["ending"]) == ("meeting", None)
    assert last["reasons"]
    assert last["reasons"][0] in words.out


def test_an_event_of_the_last_month_is_told_with_the_verdict(ask: Ask) -> None:
    record = play_game("the-twelve-thousand", "diverter", 6, months=True)
    assert next(row.month for row in record.events if row.kind == "vote") == record.months

    answer = ask("watch", "--scenario", "the-twelve-thousand", "--seed", "6", "--until", "vote")

    assert "Stopped at the first vote." in answer.out
    assert answer.out.splitlines()[-1].endswith(f"fingerprint {record.fingerprint}.")
