import json
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from race.cli.exits import Exit
from race.core.rulebook.catalogue import entries
from race.core.rulebook.switches import Switches
from race.core.terms.glossary import TERMS
from race.scenario.load import load_scenario
from race.scenario.numbers import usual_numbers
from tests.architecture.house import ROOT
from tests.cli.conftest import Ask
from tools.messages import collect


def test_a_term_is_explained_with_its_numbers_and_source(ask: Ask) -> None:
    answer = ask("explain", "quality")

    assert answer.code == Exit.FINE
    assert "L = elo_base + elo_decade * log10(flop / 1e25)" in answer.out
    assert "race.elo_decade" in answer.out
    assert "0 … 150" in answer.out
    assert "Source: C34" in answer.out
    assert "race.core.formulas.race.quality.raw_quality" in answer.out


def test_what_firms_pay_is_explained_with_the_law_of_its_price(ask: Ask) -> None:
    told = ask("explain", "business").out

    assert "B = all * part * level * exp(-price_payers * (level - 1))" in told
    assert "money.price_payers" in told.partition("Numbers that belong")[0]
    assert "race.price_utility" in told.partition("Numbers that belong")[2]
    assert "level  own price, 1 is usual" in told


def test_without_a_term_all_are_listed(ask: Ask) -> None:
    answer = ask("explain")

    assert answer.code == Exit.FINE
    assert [name for name in TERMS if name not in answer.out] == []


@pytest.mark.parametrize("name", TERMS)
def test_every_term_can_be_shown(ask: Ask, name: str) -> None:
    answer = ask("explain", name)

    assert answer.code == Exit.FINE
    assert answer.out.startswith(f"{name}: ")
    heading, _, values = answer.out.partition("Values (")[2].partition("\n")
    assert heading.endswith("):")
    assert all(line.strip() for line in values.splitlines()[:2])  # what is given, and an example of it


def test_a_single_number_names_its_terms(ask: Ask) -> None:
    answer = ask("explain", "race.elo_decade")

    assert answer.code == Exit.FINE
    assert "It stands in: quality" in answer.out


def test_the_numbers_of_a_chapter_are_listed(ask: Ask) -> None:
    answer = ask("explain", "--chapter", "switches")

    assert answer.code == Exit.FINE
    assert len(answer.out.splitlines()) == 1 + len(Switches.__struct_fields__)
    assert "switches.swap" in answer.out


def test_every_number_that_can_be_swept_can_be_looked_up(ask: Ask) -> None:
    listed = json.loads(ask("explain", "--chapter", "all", "--json").out)["numbers"]
    mean = ask("explain", "labs.openai.parent_usd")

    assert set(usual_numbers()) - {number["path"] for number in listed} == set()
    assert "What a parent or partner pays in" in mean.out
    assert "assets/scenarios/labs.toml" in mean.out


def test_a_chapter_that_is_none_is_answered_with_those_there_are(ask: Ask) -> None:
    answer, both = ask("explain", "--chapter", "leaks"), ask("explain", "quality", "--chapter", "race")

    assert (answer.code, both.code) == (Exit.USAGE, Exit.USAGE)
    assert "court, founder" in answer.err
    assert "not both" in both.err


def test_a_scenario_shows_its_own_numbers_beside_the_usual(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "steep.toml"
    file.write_text(load_scenario("history").text + "\n[rules.race]\nelo_decade = 61.5\n", encoding="utf-8")

    answer = ask("explain", "quality", "--scenario", file)

    assert "61.5 (usually" in answer.out
    assert "61.5 * log10" in answer.out


def test_a_machine_reads_a_term(ask: Ask) -> None:
    answer = ask("explain", "lead_time", "--json")

    told = json.loads(answer.out)

    assert told["numbers"][0]["path"] == "chips.shortest_lead"
    assert told["rows"][0]["value"] > 0


def test_an_unknown_term_is_answered_with_near_ones(ask: Ask) -> None:
    answer = ask("explain", "valuatoin")

    assert answer.code == Exit.USAGE
    assert "valuation" in answer.err


@pytest.mark.parametrize("name", ["quality", "users"])
def test_a_french_reader_is_told_what_the_catalogue_has_in_french(ask: Ask, name: str) -> None:
    with (ROOT / "assets" / "locale" / "fr" / "LC_MESSAGES" / "diverted.po").open("rb") as file:
        french = {
            said.id: str(said.string) for said in read_po(file) if said.string and said.string != said.id
        }
    meanings = {entry.meaning for entry in entries().values() if entry.meaning in french}

    answer = ask("--lang", "fr", "explain", name)

    assert answer.code == Exit.FINE
    assert french[TERMS[name].meaning] in answer.out
    assert [meaning for meaning in meanings if meaning in answer.out] == []


def test_translators_get_every_meaning_unit_and_source() -> None:
    said = {message.id for message in collect()}

    numbers = {text for one in entries().values() for text in (one.meaning, one.unit, one.source)}
    terms = {text for term in TERMS.values() for text in (term.meaning, term.unit, term.source)}

    assert (numbers | terms) - said == set()
