"""The founder's word as a sheet: promises, secrets, cases, votes; a promise or a vote opens like a number."""

from typing_extensions import override

from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.widgets import Row
from race.ui.present.opened.promises import opened_promises
from race.ui.present.opened.votes import OpenedVote, heads, opened_votes
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.overlays import ListSheet, nothing
from race.ui.screens.screen import Desk, Wish


class WordSheet(ListSheet):
    """Everything between the founder and the owners, line by line."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show it as it stands."""
        self.game = game
        palette = desk.theme.palette
        found = (*looks.affair_rows(game.session, palette), *looks.vote_rows(game.session, palette))
        super().__init__(desk, _("Your word"), found or (nothing(),), (0.2, 0.4))

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "open" or (action.name == "select" and not self.stage.by_keys):
            sheet = self._opened(str(action.value))
            return Wish("open", sheet) if sheet else None
        return super().take(action)

    def _opened(self, key: str) -> ListSheet | None:
        """Return the sheet of a promise or a vote, or None for what does not open."""
        kind, _dot, place = key.partition(".")
        if kind == "promise":
            opened = opened_promises(self.game.session)[int(place)]
            lines = tuple(Row(f"{k}", line, "chevron_right", tip=line) for k, line in enumerate(opened.lines))
            return ListSheet(self.desk, opened.title, lines, (0.0, 0.0))
        if kind == "vote":
            return _vote(self.desk, opened_votes(self.game.session)[int(place)])
        return None


def _vote(desk: Desk, vote: OpenedVote) -> ListSheet:
    """Return a vote by kind of holder: for and against in the middle, abstained and absent at the right."""
    first, second, third, fourth = heads()
    lines = tuple(
        Row(
            row.name,
            row.name,
            middle=f"{first} {row.parts[0]} · {second} {row.parts[1]}",
            right=f"{third} {row.parts[2]} · {fourth} {row.parts[3]}",
            tip=vote.meaning,
        )
        for row in (*vote.rows, vote.total)
    )
    return ListSheet(desk, vote.title, lines, (0.4, 0.45))
