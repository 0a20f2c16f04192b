import csv
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from race.core.ids import Firm
from race.core.words import PlainError
from race.scenario.load import load_scenario
from race.scenario.overrides import changed
from race.speech import speak
from race.study.hindcast.bands import Band
from race.study.hindcast.table import Count, Hindcast, SubValue
from race.study.plan import TUNING_SEEDS
from race.study.tuning.aims import ToBalance, ToFacts, facts_standing
from race.study.tuning.dials import Dial, dials_of, read_bounds
from race.study.tuning.loss import FARTHEST, OUTSIDE, distance, rows_of
from race.study.tuning.report import write_comparison, write_found
from race.study.tuning.tuner import CHECK_SEEDS, Fit, Spec, Trial, check, tune
from tests.study import plays

BAND = Band(row="C27", entity="xai", metric="compute_h100e", date="2024-12", low=10.0, high=20.0)


def a_value(median: float | None, band: Band = BAND) -> SubValue:
    inside = median is not None and band.low <= median <= band.high
    return SubValue(band=band, games=1, low=median, median=median, high=median, inside=inside)


def a_table(*values: SubValue) -> Hindcast:
    none = Count(inside=0, rows=0, missed=())
    return Hindcast(
        scenario="history",
        first_seed=1,
        games=1,
        ended_early={},
        values=values,
        race=none,
        owners=none,
        all=none,
    )


def a_spec(trials: int = 3) -> Spec:
    scenario = load_scenario("history")
    dials = dials_of(
        scenario,
        ["money.revenue_multiple", "labs.xai.cash_usd"],
        {"labs.xai.cash_usd": (5e8, 2e9)},
    )
    return Spec(scenario=scenario, dials=dials, aim=ToFacts(("C40",)), trials=trials, games=1, checks=2)


@pytest.fixture(scope="module")
def fit() -> Fit:
    return tune(a_spec(), workers=1)


@pytest.mark.parametrize(
    ("median", "adds"),
    [
        (15.0, 0.0),
        (20.0, 1.0),
        (12.5, 0.5),
        (25.0, 2.0 + OUTSIDE),
        (1e9, FARTHEST + OUTSIDE),
        (float("inf"), FARTHEST + OUTSIDE),
        (None, FARTHEST + OUTSIDE),
    ],
)
def test_a_figure_costs_its_distance_in_half_widths_and_more_outside(
    median: float | None, adds: float
) -> None:
    assert distance(a_value(median)) == adds


def test_only_the_chosen_rows_cost_anything() -> None:
    other = msgspec.structs.replace(BAND, row="C40")

    table = a_table(a_value(20.0), a_value(0.0, other))

    assert facts_standing(table, rows_of("C27")).loss == 1.0
    assert facts_standing(table, rows_of("all")).loss == 1.0 + 3.0 + OUTSIDE


@pytest.mark.parametrize("rows", ["C12", "C99", "everything", ""])
def test_a_row_that_does_not_count_cannot_be_fitted(rows: str) -> None:
    with pytest.raises(PlainError) as refused:
        rows_of(rows)

    assert refused.value.code == 2


@pytest.mark.parametrize(
    ("names", "bounds", "word"),
    [
        (["money.revenue_multipel"], {}, "money.revenue_multiple"),
        (["labs.openai.parent_use"], {}, "labs.openai.parent_usd"),
        (["labs.openai.staff"], {"labs.openai.staff": (-5.0, 10.0)}, "labs.openai.staff"),
        (["labs.openai.raises"], {}, "labs.openai.raises"),
        (["race.luck_sd"], {"race.luck_sd": (20.0, 10.0)}, "race.luck_sd"),
        (["race.luck_sd"], {"race.luck_sd": (0.0, 900.0)}, "60"),
        (["race.luck_sd", "race.luck_sd"], {}, "race.luck_sd"),
        (["race.luck_sd"], {"race.error_sd": (1.0, 2.0)}, "race.error_sd"),
        (["switches.leaks"], {}, "switches.leaks"),
        ([], {}, ""),
    ],
)
def test_a_number_that_cannot_be_fitted_is_named(
    names: list[str], bounds: dict[str, tuple[float, float]], word: str
) -> None:
    with pytest.raises(PlainError) as refused:
        dials_of(load_scenario("history"), names, bounds)

    assert refused.value.code == 2
    assert word in refused.value.sentence.values.values()


@pytest.mark.parametrize(("seed", "games"), [(TUNING_SEEDS - 1, 1), (0, 2 * TUNING_SEEDS)])
def test_games_beyond_the_seeds_of_a_fit_are_refused_with_the_last(seed: int, games: int) -> None:
    with pytest.raises(PlainError) as refused:
        check(replace(a_spec(), seed=seed, games=games))

    assert refused.value.code == 2
    assert refused.value.sentence.values["last"] == str(TUNING_SEEDS - 1)


@pytest.mark.parametrize("text", ["race.luck_sd=ten:20", "race.luck_sd=5:20,race.luck_sd=5:30"])
def test_bounds_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(PlainError) as refused:
        read_bounds(text)

    assert refused.value.code == 2


@pytest.mark.parametrize("value", [0.0, 1.0, -3.2, 123.456789, 2e9, 7.1e-5])
def test_a_tidy_number_stays_in_bounds_and_near(value: float) -> None:
    dial = Dial(path="race.luck_sd", low=-5.0, high=1e9, present=0.0, whole=False)

    tidy = dial.tidy(value)

    assert dial.low <= tidy <= dial.high
    assert tidy == pytest.approx(min(value, dial.high), rel=1e-3)


def test_changed_numbers_are_played_and_the_rest_stays() -> None:
    scenario = load_scenario("history")

    other = changed(changed(scenario, {"race.luck_sd": 14.0}), {"labs.openai.parent_usd": 5 * 10**8})

    assert other.rules.race.luck_sd == 14.0
    assert other.means[Firm.OPENAI].parent_usd == 5 * 10**8
    assert other.means[Firm.META] == scenario.means[Firm.META]
    assert msgspec.structs.replace(other.rules, race=scenario.rules.race) == scenario.rules
    assert other.file.carmaker == scenario.file.carmaker


def test_the_first_trial_has_the_present_numbers(fit: Fit) -> None:
    first = fit.trials[0]

    assert first.values == {dial.path: dial.present for dial in fit.spec.dials}
    assert fit.best.loss is not None
    assert first.loss is not None
    assert fit.best.loss <= first.loss


def test_the_same_search_finds_the_same_numbers_with_more_workers(fit: Fit) -> None:
    again = tune(a_spec(), workers=2)

    assert again.trials == fit.trials
    assert again.after == fit.after


def test_a_fit_is_compared_on_seeds_that_no_trial_has_played(fit: Fit) -> None:
    spec = fit.spec

    assert spec.seeds.start >= TUNING_SEEDS
    assert spec.check_seeds.start >= CHECK_SEEDS
    assert not set(spec.seeds) & set(spec.check_seeds)
    assert fit.after.first_seed in spec.check_seeds


def test_a_search_goes_on_where_it_was_left(tmp_path: Path) -> None:
    storage = tmp_path / "fit.db"
    heard: list[int] = []
    tune(a_spec(trials=2), workers=1, storage=storage)

    fit = tune(a_spec(trials=3), workers=1, storage=storage, tell=lambda trial, _: heard.append(trial.number))

    assert heard == [2]
    assert [trial.number for trial in fit.trials] == [0, 1, 2]


def test_a_search_that_was_cut_in_its_first_trial_begins_again_with_the_present_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_words: object) -> None:
        raise KeyboardInterrupt

    spec = a_spec(trials=1)
    with monkeypatch.context() as cut:
        cut.setattr("race.study.tuning.tuner.changed", interrupt)
        with pytest.raises(KeyboardInterrupt):
            tune(spec, workers=1, storage=tmp_path / "fit.db")

    fit = tune(spec, workers=1, storage=tmp_path / "fit.db")

    assert [trial.values for trial in fit.trials] == [{dial.path: dial.present for dial in spec.dials}]


def test_two_searches_never_share_a_storage(tmp_path: Path) -> None:
    storage, refused = tmp_path / "fit.db", []

    def search_again(*_: object) -> None:
        with pytest.raises(PlainError) as error:
            tune(a_spec(trials=1), workers=1, storage=storage)
        refused.append(speak(error.value.sentence))

    tune(a_spec(trials=1), workers=1, storage=storage, tell=search_again)
    again = tune(a_spec(trials=1), workers=1, storage=storage)

    assert len(refused) == 1
    assert refused[0].startswith(f"Another search keeps its trials in {storage} at this moment; ")
    assert len(again.trials) == 1


def test_an_interrupted_search_keeps_the_best_so_far() -> None:
    def stop(trial: Trial, _best: Trial | None) -> None:
        if trial.number == 1:
            raise KeyboardInterrupt

    fit = tune(a_spec(trials=9), workers=1, tell=stop)

    assert fit.interrupted
    assert len(fit.trials) == 2


def test_a_fit_to_the_balance_plays_every_founder_and_quota() -> None:
    scenario = load_scenario("the-twelve-thousand")
    dials = dials_of(scenario, ["race.luck_sd"], {})
    spec = Spec(scenario=scenario, dials=dials, aim=ToBalance(), trials=1, games=1, checks=1)

    fit = tune(spec, workers=1)

    told = {line.row: line for line in fit.after.lines}
    assert told["Idle founder at Frontier or better"].inside
    assert "Share of the flow at which diverting pays most" in told
    assert fit.best.loss == fit.trials[0].loss
    assert fit.after.loss >= 2.0 * sum(not line.inside for line in fit.after.lines)


def test_a_fit_leaves_a_scenario_that_plays_its_numbers(fit: Fit, tmp_path: Path) -> None:
    (tmp_path / "scarcity-fitted.toml").write_text("of an earlier search")
    write_found(tmp_path, fit)
    write_comparison(tmp_path, fit)

    written = load_scenario(str(tmp_path / "history-fitted.toml"))
    with (tmp_path / "numbers.csv").open(newline="") as file:
        rows = {row["number"]: row for row in csv.DictReader(file)}

    assert written.rules.money.revenue_multiple == fit.best.values["money.revenue_multiple"]
    assert written.means[Firm.XAI].cash_usd == fit.best.values["labs.xai.cash_usd"]
    assert float(rows["money.revenue_multiple"]["after"]) == written.rules.money.revenue_multiple
    assert {path.name for path in tmp_path.iterdir()} == {
        *("history-fitted.toml", "overrides.toml", "trials.csv", "before_after.csv", "numbers.csv")
    }


def test_a_fit_to_the_balance_answers_a_lost_worker_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("race.study.tuning.aims.play_chunk", plays.dies)

    with pytest.raises(PlainError, match="Worker processes end") as refused, ToBalance().judging(2) as judge:
        judge(load_scenario("the-twelve-thousand"), range(1, 3))

    assert refused.value.code == 4


def test_only_a_search_of_the_same_world_by_the_same_program_goes_on_with_its_trials(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spec = a_spec()
    harder = msgspec.structs.replace(spec, scenario=load_scenario("history", "relentless"))
    longer = msgspec.structs.replace(spec, trials=spec.trials + 1)
    name = spec.name

    monkeypatch.setattr("race.study.tuning.tuner.code_digest", lambda: "0" * 16)
    of_another_program = spec.name
    monkeypatch.undo()

    assert longer.name == name
    assert len({name, harder.name, of_another_program}) == 3
