"""The wordings of every headline: by kind of story, three papers in the order of the columns.

Any line of a kind may name what the event gives (`{quantity}`, `{firm}`, ...) and what always stands:
`{carmaker}`, `{lab}`, `{share}`, `{trust}`, `{leader}`.
With the real names on, a line must say nothing of a rival but ordinary business.
"""

from typing import Final

from race.ui.present.papers.wording.contest import CONTEST
from race.ui.present.papers.wording.courts import COURTS
from race.ui.present.papers.wording.halls import HALLS
from race.ui.present.papers.wording.holders import HOLDERS
from race.ui.present.papers.wording.money import MONEY
from race.ui.present.papers.wording.pages import PAGES
from race.ui.present.papers.wording.promised import PROMISED
from race.ui.present.papers.wording.quarters import QUARTERS
from race.ui.present.papers.wording.releases import RELEASES
from race.ui.present.papers.wording.secrets import SECRETS
from race.ui.present.papers.wording.talk import TALK
from race.ui.present.papers.wording.works import WORKS

HEADLINES: Final = {
    **SECRETS,
    **PROMISED,
    **HOLDERS,
    **COURTS,
    **CONTEST,
    **TALK,
    **RELEASES,
    **HALLS,
    **WORKS,
    **QUARTERS,
    **MONEY,
}
"""By kind of story, for each paper in turn."""

SMALL_NEWS: Final = PAGES["quiet"]
"""What each paper fills up with."""
LAST_PAGES: Final = {kind: papers for kind, papers in PAGES.items() if kind.startswith("end.")}
"""How each paper leads when the game is over: `end.` and the ending's key."""
