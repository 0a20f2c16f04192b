"""What a founder is like, in words: the trait's name, and what goes better and worse with it."""

from typing import Final

from race.core.ids import PPM
from race.core.rulebook.character.traits import TRAITS, TraitRules
from race.core.words import N_, percent
from race.speech import _, quantity

NAMES: Final = {
    "none": N_("Ordinary"),
    "showman": N_("Showman"),
    "engineer": N_("Engineer"),
    "lawyer": N_("Lawyer"),
    "ascetic": N_("Ascetic"),
    "gambler": N_("Gambler"),
}
"""The traits in the order of the menu."""
_MORE: Final = {
    "promise_gain": N_("promises made and kept count {part} more"),
    "promise_loss": N_("promises missed cost {part} more"),
    "building": N_("the lab's sites take {part} longer"),
    "repair": N_("apologies and gifts repair {part} more"),
    "settling": N_("settlements cost {part} more"),
    "defence": N_("what is true weighs {part} more in court"),
    "takings": N_("diversions cost {part} more trust"),
    "luck": N_("luck in training swings {part} wider"),
    "failure": N_("training fails {part} more often"),
}
_LESS: Final = {
    "promise_gain": N_("promises made and kept count {part} less"),
    "promise_loss": N_("promises missed cost {part} less"),
    "building": N_("the lab's sites take {part} less time"),
    "repair": N_("apologies and gifts repair {part} less"),
    "settling": N_("settlements cost {part} less"),
    "defence": N_("what is true weighs {part} less in court"),
    "takings": N_("diversions cost {part} less trust"),
    "luck": N_("luck in training swings {part} less wide"),
    "failure": N_("training fails {part} less often"),
}


def trait_line(trait: str) -> str:
    """Return what a trait does, from its numbers: one sentence; nothing moves without one."""
    rules, usual = TRAITS[trait], TraitRules()
    told = [
        _word(name, getattr(rules, name), getattr(usual, name))
        for name in TraitRules.__struct_fields__
        if getattr(rules, name) != getattr(usual, name)
    ]
    if not told:
        return _("An ordinary founder: nothing goes better or worse.")
    return _("{name}: {effects}.").format(name=_(NAMES[trait]), effects=", ".join(told))


def _word(name: str, value: float, usual: float) -> str:
    if name == "liking":
        return _("people like the lab less") if value < usual else _("people like the lab more")
    part = quantity(percent(round(PPM * abs(value - usual))))
    return _((_MORE if value > usual else _LESS)[name]).format(part=part)
