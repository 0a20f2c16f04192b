"""A scenario's mistakes, all of them: of its shape first, then whether its parts fit together."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

import msgspec

from race.core.ids import LABS, PPM, Ballot
from race.core.rulebook import Rulebook
from race.core.words import N_, Sentence, months
from race.scenario.lab_means import Means, table_of_labs
from race.scenario.mistakes import missing, mistakes_of, once_each, unknown
from race.scenario.schema import ScenarioFile

_SHARES = ("share_ppm", "business_ppm")


def mistakes_in(tree: Mapping[str, Any]) -> list[Sentence]:
    """Return a sentence for every mistake of a scenario's tree, one a place."""
    return once_each(
        [
            *mistakes_of(tree, ScenarioFile),
            *_check_start(tree),
            *_check_meetings(tree),
            *_check_questions(tree),
            *_check_sites(tree),
            *mistakes_in_tables(tree),
            *_check_labs(tree),
            *_check_field(tree),
        ]
    )


def mistakes_in_tables(tree: Mapping[str, Any]) -> list[Sentence]:
    """Return a sentence for every mistake in the tables `rules` and `labs`, one a place."""
    rules, labs = tree.get("rules", {}), tree.get("labs", {})
    found = [*mistakes_of({"rules": rules, "labs": labs}, _Tables)]
    if isinstance(rules, Mapping):
        found += mistakes_of(rules, Rulebook, "rules")
    if isinstance(labs, Mapping):
        for name, changes in labs.items():
            if name not in LABS:
                found.append(unknown(name, LABS, f"labs.{name}"))
            elif isinstance(changes, Mapping):
                found += mistakes_of({**_means_of(name), **changes}, Means, f"labs.{name}")
    return once_each(found)


class _Tables(msgspec.Struct):
    rules: dict[str, dict[str, int | float]]
    labs: dict[str, dict[str, int | float | bool]]


def _means_of(lab: str) -> dict[str, Any]:
    """Return a lab's means in the story, by name."""
    means: dict[str, Any] = msgspec.to_builtins(next(m for firm, m in table_of_labs().items() if firm == lab))
    del means["firm"]
    return means


def _check_start(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that a month is left to play after those that are played as reported."""
    start, length = tree.get("start"), tree.get("months")
    if _whole(start) and _whole(length) and start >= length:
        yield Sentence(
            N_(
                "start: {start} months are played as reported, and the game has only {months}; start earlier."
            ),
            {"start": str(start), "months": months(length)},
        )


def _check_meetings(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that each meeting is in the game, and there once."""
    meetings, length = tree.get("meetings"), tree.get("months")
    if not isinstance(meetings, list):
        return
    for month in _twice(meetings):
        yield Sentence(N_("meetings: month {month} stands there twice; take one out."), {"month": str(month)})
    for month in meetings if _whole(length) else []:
        if _whole(month) and _whole(length) and not 0 < month <= length:
            yield Sentence(
                N_("meetings: month {month} is outside the game of {months}; give 1 to {last}."),
                {"month": str(month), "months": months(length), "last": str(length)},
            )


def _check_questions(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that each question is one, and is put once, at a meeting."""
    meetings, resolutions = tree.get("meetings"), tree.get("resolutions")
    for when, questions in resolutions.items() if isinstance(resolutions, Mapping) else ():
        if isinstance(meetings, list) and str(when) not in {str(month) for month in meetings}:
            yield Sentence(
                N_("resolutions.{month}: there is no meeting in that month; add it to meetings."),
                {"month": str(when)},
            )
        asked = questions if isinstance(questions, list) else []
        for question in _twice(asked):
            yield Sentence(
                N_("resolutions.{month}: '{question}' stands there twice; take one out."),
                {"month": str(when), "question": str(question)},
            )
        for n, question in enumerate(asked):
            if isinstance(question, str) and question not in list(Ballot):
                yield unknown(question, list(Ballot), f"resolutions.{when}[{n}]")


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _twice(words: list[object]) -> list[object]:
    """Return the words of a list that stand there again, each once."""
    found: list[object] = []
    for n, word in enumerate(words):
        if word in words[:n] and word not in found:
            found.append(word)
    return found


def _check_sites(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    carmaker = tree.get("carmaker")
    if isinstance(carmaker, dict) and carmaker.get("sites") == []:
        yield Sentence(N_("carmaker.sites: there must be at least one site, for the chips it runs; add one."))


def _check_labs(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that each changed lab's compute stays split in four, and that no share is given away twice."""
    labs = tree.get("labs")
    if not isinstance(labs, Mapping) or not labs or tree.get("field") == "equal":
        return
    changed = {
        lab: {**_means_of(lab), **(labs[lab] if isinstance(labs.get(lab), Mapping) else {})} for lab in LABS
    }
    for lab in LABS:
        if lab in labs:
            yield from _check_split(f"labs.{lab}", changed[lab])
    for share in _SHARES:
        yield from _check_shares("labs", share, [means[share] for means in changed.values()])


def _check_field(tree: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that an equal field has its table, that no other has one, and that all of it is split."""
    equal, wanted = tree.get("equal"), tree.get("field") == "equal"
    if wanted and equal is None:
        yield Sentence(N_('equal is missing: field = "equal" needs one table of means for all labs.'))
    elif not wanted and equal is not None:
        yield Sentence(N_('equal is only read with field = "equal"; write that, or take the table out.'))
    elif not wanted and "lab" not in tree:
        yield missing("lab")
    elif wanted and tree.get("labs"):
        yield Sentence(N_("labs: in an equal field no lab has means of its own; take the table out."))
    elif isinstance(equal, Mapping):
        yield from _check_split("equal", equal)
        for share in _SHARES:
            yield from _check_shares("equal", share, [equal.get(share)] * len(LABS))


def _check_split(place: str, means: Mapping[str, Any]) -> Iterator[Sentence]:
    """Check that compute is split into all of it."""
    parts = [means.get(name) for name in ("training", "research", "serving", "safety")]
    given = [part for part in parts if _whole(part)]
    if len(given) == len(parts) and sum(given) != PPM:
        yield Sentence(
            N_("{place}: training, research, serving and safety make {sum} ppm; they must make {whole}."),
            {"place": place, "sum": str(sum(given)), "whole": str(PPM)},
        )


def _check_shares(place: str, share: str, parts: list[Any]) -> Iterator[Sentence]:
    """Check that the labs share out no more than there is."""
    given = [part for part in parts if _whole(part)]
    if sum(given) > PPM:
        yield Sentence(
            N_("{table}: {name} of all labs makes {sum} ppm; give {whole} at most."),
            {"table": place, "name": share, "sum": str(sum(given)), "whole": str(PPM)},
        )
