"""Figures as companies publish them: the first two digits of a number are enough."""


def published(users_k: int) -> int:
    """Return a number of users as a lab would publish it: its first two figures.

    >>> published(123_456), published(7)
    (120000, 7)
    """
    step = int("1" + "0" * max(0, len(str(users_k)) - 2))
    return users_k // step * step
