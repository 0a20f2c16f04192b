"""What the help says in whole paragraphs: what the game is, the dashed lines, crates and splits in parts."""

from race.speech import _


def story_words() -> tuple[str, ...]:
    """Return what the game is, in paragraphs."""
    return (
        _(
            "You lead two companies: a public carmaker, whose owners can vote you out, and a private lab "
            "in the race for artificial intelligence. Both wait in one queue for chips."
        ),
        _(
            "Move crates from the carmaker's dock to the lab's: the lab runs faster, and the owners lose "
            "what they paid for. Swapped and silent diversions stay secret until they leak; paid and "
            "disclosed ones are known at once."
        ),
        _(
            "Every month you have a few points of attention for orders: train, release, buy chips, build "
            "sites, raise money, promise, explain. Then the month ends for everybody: rivals, press, court "
            "and owners."
        ),
        _("Click any number to see what it is made of. What you may do is previewed before you do it."),
        _(
            "This is a game. The companies' opening position follows public figures; what happens then is "
            "made up."
        ),
    )


def ahead_words() -> str:
    """Return what is played beside the game while one thinks."""
    return _(
        "While you think, the coming year is played many times beside the game, each time with other luck, "
        "and with what you cannot know drawn anew. The chart goes on with the middle of these futures, and "
        "with the bands in which half of yours lie, and eight in ten. Once you order something, or hold a "
        "crate over the lab's dock, two lines show the year with it and without it; in both your officers "
        "run the lab after this month. The war room weighs any order over any span."
    )


def parts_words() -> str:
    """Return how a crate is taken in part, and that a split is free."""
    return _(
        "With a crate in the hand, a key of the list of keys, the wheel or the button above the docks takes "
        "all of it, half or a quarter. The lab's compute can be split in any four parts: the last order of "
        "its group sets them."
    )
