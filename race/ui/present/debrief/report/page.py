"""Writes a finished game as one HTML page that needs nothing else: no script, no font, no network."""

from collections.abc import Iterator
from html import escape

from race import __version__
from race.core.ids import LABS, PPM, Firm
from race.core.words import count, month, months
from race.session.hindsight.code import code_of
from race.session.hindsight.looking import Hindsight
from race.session.hindsight.whole import whole_of
from race.session.session import Session
from race.speech import _, language, name, number
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.debrief.axes import race_axis, trust_axis
from race.ui.present.debrief.case import Block, case_file
from race.ui.present.debrief.judges import MOST, judges
from race.ui.present.debrief.place import placed
from race.ui.present.debrief.report.drawing import Line, Sheet, bars, chart
from race.ui.present.debrief.report.style import style
from race.ui.present.debrief.verdict import Verdict, eyebrow, verdict
from race.ui.present.debrief.weighing import Change, Weighed, turns_told, weighed


def page(session: Session, seen: Hindsight | None) -> str:
    """Return the report of a finished game with what has been found out about it so far."""
    end = verdict(session)
    found = weighed(session, seen) if seen else ()
    body = "".join(
        (
            _head(session, end),
            _cards(end),
            _charts(session, end, found[0] if found else None),
            '<div class="two">',
            _turns(session, seen, end),
            _score(end),
            "</div>",
            _decisions(found),
            _judged(session),
            _crowd(session, seen),
            _case(session),
            _foot(session),
        )
    )
    title = escape(_("Diverted: {headline}").format(headline=end.headline))
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{style()}</style></head><body><main>{body}</main></body></html>\n"
    )


def _head(session: Session, end: Verdict) -> str:
    when = " · ".join(eyebrow(session, end.title))
    story = _(session.scenario.file.title)
    return (
        f'<p class="eyebrow">{escape(story)} · {escape(when)}</p><h1>{escape(end.headline)}</h1>'
        f'<p class="lead">{escape(end.sentence)}</p>'
    )


def _cards(end: Verdict) -> str:
    found = []
    for card in end.cards:
        ink = "soft" if card.good is None else "good" if card.good else "bad"
        found.append(
            f'<div class="panel {card.side}"><p class="soft">{escape(card.label)}</p><div class="row">'
            f'<span class="figure">{escape(card.figure)}</span><span class="{ink}">{escape(card.note)}</span>'
            "</div></div>"
        )
    return f'<div class="four">{"".join(found)}</div>'


def _panel(title: str, inner: str) -> str:
    return f'<section class="panel"><h2>{escape(title)}</h2>{inner}</section>'


def _charts(session: Session, end: Verdict, other: Weighed | None) -> str:
    race, length, opened = league.race(session), len(session.reports), session.reports[0].month
    colours = {firm.value: f"lab{place}" for place, firm in enumerate(sorted(LABS, key=_last_first))}
    lines = [Line(line.name, line.values, colours[line.key], mine=line.mine) for line in race.lines]
    trust = tuple(100 * report.trust_ppm / PPM for report in session.reports)
    trusting = [Line(_("Trust"), trust, "car", mine=True)]
    if other is not None:
        words = _("no diversions") if other.key.startswith("diversions") else _("without it")
        lines.insert(0, Line(words, other.quality[:length], "faint", never=True))
        trusting.insert(0, Line(words, other.trust[:length], "faint", never=True))
    labels = tuple(
        league.axis_month(index) if index % 12 in (1, 7) else "" for index in range(opened, opened + length)
    )
    own = next(line for line in lines if line.mine)
    at = [(turn.month - opened, str(place)) for place, turn in enumerate(end.turns, 1)]
    limit = 100 * session.view().board.rules.owners.theta_keep
    upper_axis = race_axis(line.values for line in lines)
    lower_axis = trust_axis((line.values for line in trusting), limit)
    upper = Sheet(
        tuple(lines),
        labels,
        upper_axis.ticks,
        upper_axis.low,
        upper_axis.high,
        360,
        tuple((index, own.values[index] or 0.0, shown) for index, shown in at),
    )
    lower = Sheet(
        tuple(trusting),
        labels,
        lower_axis.ticks,
        lower_axis.low,
        lower_axis.high,
        200,
        tuple((index, trust[index], shown) for index, shown in at),
        (limit, _("Voted out near {limit}").format(limit=round(limit))),
    )
    pictures = (
        (_("published quality"), chart(upper, _("The race, month by month"))),
        (_("Holders' trust"), chart(lower, _("The trust of the holders"))),
    )
    inner = "".join(f'<p class="soft">{escape(title)}</p>{drawn}' for title, drawn in pictures)
    return _panel(_("How it went"), inner)


def _last_first(firm: Firm) -> bool:
    return firm is not Firm.XAI


def _turns(session: Session, seen: Hindsight | None, end: Verdict) -> str:
    told = turns_told(session, seen, end.turns)
    rows = "".join(
        f'<li><div class="row"><span class="soft">{escape(turn.date)}</span><span class="{_ink(turn.moved)}">'
        f"{escape(turn.change)}</span></div>{escape(words[0])}</li>"
        for turn, words in zip(end.turns, told, strict=True)
    )
    return _panel(_("What decided it"), f'<ol class="turns">{rows}</ol>')


def _ink(moved: float) -> str:
    return "good" if moved > 0 else "bad" if moved < 0 else "soft"


def _score(end: Verdict) -> str:
    rows = [
        _barred(part.text, f"{number(part.points)} / {number(part.most)}", part.share) for part in end.parts
    ]
    total = _("{n} of {all}").format(
        n=write(count(end.total)), all=write(count(round(sum(part.most for part in end.parts))))
    )
    factor = f'<p class="bad">{escape(end.factor)}</p>' if end.factor else ""
    return _panel(_("Score"), f'<p class="figure">{escape(total)}</p>{factor}{"".join(rows)}')


def _barred(words: str, figure: str, share: float) -> str:
    wide = round(100 * min(1.0, max(0.0, share)))
    return (
        f'<div class="row"><span>{escape(words)}</span><b>{escape(figure)}</b></div>'
        f'<div class="bar"><i style="width:{wide}%"></i></div>'
    )


def _decisions(found: tuple[Weighed, ...]) -> str:
    if not found:
        return ""
    rows = "".join(
        f"<tr><td><b>{escape(one.act)}</b><br><span class=faint>{escape(one.date)}</span></td>"
        f"<td>{_moved(one.won, 'good')}{_moved(one.cost, 'bad')}</td>"
        f"<td>{escape(one.otherwise)}<br><span class=faint>{escape(one.luck)}</span></td>"
        f'<td class="number {_ink(one.moved)}">{escape(one.shown)}</td></tr>'
        for one in found
    )
    heads = (_("Decision"), _("Won and cost"), _("The same world without it"))
    cells = "".join(f"<th>{escape(head)}</th>" for head in heads)
    points = escape(_("Points"))
    head = f'<tr>{cells}<th class="number">{points}</th></tr>'
    return _panel(_("The same world without it"), f"<table>{head}{rows}</table>")


def _moved(changes: tuple[Change, ...], ink: str) -> str:
    sign = "▲" if ink == "good" else "▼"
    return "".join(
        f'<span class="{ink}">{sign}</span> {escape(change.label)} {escape(change.shown)}<br>'
        for change in changes
    )


def _judged(session: Session) -> str:
    found = "".join(
        f'<div class="panel"><h2>{escape(judge.name)}</h2>'
        f"{_barred(judge.said, judge.shown, judge.mark / MOST)}"
        f'<p class="soft">{escape(judge.facts)}</p></div>'
        for judge in judges(session)
    )
    return f'<div class="two">{found}</div>'


def _crowd(session: Session, seen: Hindsight | None) -> str:
    if seen is None or not seen.others:
        return ""
    here = placed(session, seen.others, seen.awaited)
    row = (
        f'<div class="row"><span class="soft">{escape(here.title)}</span><b>{escape(here.verdict)}</b></div>'
    )
    worse, better = escape(_("worse")), escape(_("better"))
    ends = f'<div class="row faint"><span>{worse}</span><span>{better}</span></div>'
    told = "".join(f'<p class="faint">{escape(line)}</p>' for line in here.told.split("\n"))
    return _panel(_("Your place"), row + bars(here.counts, here.mine, here.same, here.verdict) + ends + told)


def _case(session: Session) -> str:
    leaves = "".join(
        f'<section class="panel">{"".join(_blocks(part))}</section>' for part in case_file(session)
    )
    return f'<div class="two">{leaves}</div>'


def _blocks(part: tuple[Block, ...]) -> Iterator[str]:
    for block in part:
        words, mark = escape(block.text), f"<b>{escape(block.mark)}</b> " if block.mark else ""
        note = f'<p class="faint">{escape(block.note)}</p>' if block.note else ""
        match block.sort:
            case "caption" | "part":
                yield f"<h2>{words}</h2>"
            case "head":
                yield f"<h3>{words}</h3>"
            case "quote":
                yield f"<blockquote>{mark}{words}</blockquote>{note}"
            case "foot":
                yield f'<p class="faint foot">{words}</p>'
            case _:
                yield f"<p>{mark}{words}</p>{note}"


def _foot(session: Session) -> str:
    code = code_of(session.journal)
    named = escape(_("Code of this world:"))
    coded = f"<p>{named} <code>{escape(code)}</code></p>" if code else ""
    whole = whole_of(session.journal)
    told = _("The whole game as a string; diverted replay plays it again and works the score out anew.")
    if whole:
        coded += f"<details><summary>{escape(told)}</summary><p><code>{escape(whole)}</code></p></details>"
    file = session.scenario.file
    made = _("Diverted {version}; {scenario}, {length}; seed {seed}; first month {date}.").format(
        version=__version__,
        scenario=_(file.title),
        length=write(months(file.months)),
        seed=session.seed,
        date=write(month(session.reports[0].month)),
    )
    print_of = _("Fingerprint of the last position: {fingerprint}.").format(
        fingerprint=session.fingerprint().whole
    )
    firms = _("This is a game: what happens in it is made up, also where {lab} and {firm} are named.").format(
        lab=name(Firm.XAI), firm=name(Firm.TESLA)
    )
    lines = "".join(f'<p class="faint">{escape(line)}</p>' for line in (made, print_of, firms))
    return f"<footer>{coded}{lines}</footer>"
