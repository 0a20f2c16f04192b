"""The founder's file as a sheet: what a court would have read out, then every line, the latest first."""

from race.core.rulebook.character.traits import NO_TRAIT
from race.speech import _, capital, in_quotes, labelled
from race.ui.kit.theme import Palette
from race.ui.kit.widgets import Row
from race.ui.present.opened.file import Filed, file_note, filed, read_out, worst_first
from race.ui.present.opened.trait import trait_line
from race.ui.screens.game import Game
from race.ui.screens.overlays import ListSheet
from race.ui.screens.screen import Desk


def file_sheet(desk: Desk, game: Game) -> ListSheet:
    """Return the file as it stands, the damaging lines at the top."""
    session, palette = game.session, desk.theme.palette
    over = session.ending is not None
    heard = read_out(session) if over else ()
    heads = heard or worst_first(session)
    first = _("What a court would have read out first") if over else _("What a court would read out first")
    first = _("What courts have read out") if heard else first
    note = file_note(session)
    trait = session.scenario.trait
    like = () if trait == NO_TRAIT else (trait_line(trait),)
    rows = (
        Row("note", note, tip=note, head=True),
        *(Row("trait", told, tip=told, head=True) for told in like),
        *((Row("worst", first, head=True),) if heads else ()),
        *(_row(f"worst.{one.place}", one, palette) for one in heads),
        *((Row("lines", _("All lines"), head=True),) if heads else ()),
        *(_row(f"line.{one.place}", one, palette) for one in filed(session)),
    )
    return ListSheet(desk, _("Your file"), rows, (0.0, 0.26))


def _row(key: str, one: Filed, palette: Palette) -> Row:
    ink = palette.bad if one.worst else palette.warning if one.status else palette.text3
    tip = labelled(f"{capital(one.date)}, {one.writer}", in_quotes(one.words))
    tip = f"{tip} ({one.status})" if one.status else tip
    icon = "warning" if one.status else "document"
    return Row(key, one.words, icon, ink, right=one.status or one.date, right_ink=ink, tip=tip)
