"""What the text client answers."""

from race.ui.text.client import obey
from race.ui.text.table import Table


def answer(table: Table, *lines: str) -> str:
    return "\n".join(text for line in lines for text in obey(table, line))
