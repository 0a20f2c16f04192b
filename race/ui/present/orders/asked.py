"""The question that waits in the house, its answers, and what they do at once."""

from dataclasses import dataclass

from race.core.commands import Answer
from race.core.tales import NAMES, SCRIPTS, On, Script
from race.core.words import Sentence
from race.session.session import Session
from race.speech import _, speak
from race.ui.present.consequences import Foresight, foresee


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: its words, what it means, what is known of it, and the command that gives it."""

    text: str
    means: str
    """What no figure says of it, in one sentence."""
    seen: Foresight
    command: Answer


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody of the house asks; the last reply is what silence says."""

    key: str
    title: str
    text: str
    turns: str
    """What decides between the two ends of every answer; empty where it is not the same for all."""
    replies: tuple[Reply, ...]
    waits: str
    """When an answer comes back."""
    terms: str
    """What a word of the answers' figures means that is said nowhere else; empty when there is none."""
    given: int | None
    """Place of the reply that has been ordered this month."""


def question(session: Session) -> Question | None:
    """Return the question that waits for an answer, or None."""
    waiting = [tale for tale in session.view().affairs.tales if tale.choice is None]
    if not waiting or session.ending is not None:
        return None
    script, rules = SCRIPTS[waiting[-1].key], session.view().board.rules.tales
    replies = []
    for place, way in enumerate(script.ways):
        command = Answer(tale=script.key, choice=place)
        replies.append(Reply(_(way.words), _(way.means), foresee(session, command), command))
    ordered = [order.choice for order in session.pending if isinstance(order, Answer)]
    turns = {reply.seen.line for reply in replies}
    return Question(
        key=script.key,
        title=_(script.title),
        text=speak(Sentence(script.question, NAMES)),
        turns=turns.pop() if len(turns) == 1 else "",
        replies=tuple(replies),
        waits=_("In {least} to {most} months").format(least=rules.back_least, most=rules.back_most),
        terms=_terms(script),
        given=ordered[0] if ordered else None,
    )


def _terms(script: Script) -> str:
    """Explain the measure of research where an answer moves it."""
    ends = (end for way in script.ways for end in (way.now, way.then.pushes, way.otherwise.pushes))
    if not any(push.on is On.RECIPE for end in ends for push in end):
        return ""
    return _("Method is know-how: what the lab scores beyond its compute.")
