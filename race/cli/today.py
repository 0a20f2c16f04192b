"""Today's date, which only the command line asks: the seed of the world that everybody can play today."""

from datetime import date


def today() -> int:
    """Return the date as a number that reads like one: 20261126."""
    now = date.today()  # noqa: DTZ011 - the player's own day
    return 10_000 * now.year + 100 * now.month + now.day
