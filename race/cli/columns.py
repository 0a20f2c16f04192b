"""Plain columns of text: the same on a screen, in a pipe and read aloud."""

from collections.abc import Sequence


def columns(rows: Sequence[Sequence[str]], gap: int = 2) -> str:
    """Return rows of cells as aligned lines; a cell of several lines takes several.

    >>> print(columns([["a", "bbb"], ["cc", "x"]]))
    a   bbb
    cc  x
    """
    lines = [line for row in rows for line in _spread(row)]
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))] if lines else []
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    return "\n".join((" " * gap).join(line).rstrip() for line in padded)


def _spread(row: Sequence[str]) -> list[list[str]]:
    cells = [cell.split("\n") for cell in row]
    height = max(len(cell) for cell in cells)
    return [[cell[k] if k < len(cell) else "" for cell in cells] for k in range(height)]
