"""Plausible content for the kit's tests and its gallery; names and figures are placeholders."""

import math

import numpy as np

from race.ui.kit.theme import DARK, LAB_LOOKS
from race.ui.kit.tooltips import Cause, Line, Receipt
from race.ui.kit.widgets import ButtonSpec
from race.ui.pieces.crates import BoardSpec, Crate, Dock, Effect, Parcel, Preview
from race.ui.pieces.dialog import Card, DialogSpec, Group
from race.ui.pieces.hall import Camp, HallSpec, Kind, Threshold
from race.ui.pieces.plot import ChartSpec, Series

MONTHS = ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun")
LABS = ("Aurora", "Meridian", "Prism AI", "Deepwell", "Lumen", "Qilin", "Halcyon")


def chart(months: int = 9, *, preview: bool = True) -> ChartSpec:
    """Return a race of seven labs after so many months, with three months of forecast."""
    series = []
    for index, name in enumerate(LABS):
        start, pace = 44 + 3 * ((index * 5) % 7) - index, 1.9 - 0.18 * ((index * 3) % 7)
        values = tuple(
            start + pace * month * 9 / months + 1.4 * math.sin(month * 1.3 + index) for month in range(months)
        )
        ahead = tuple(values[-1] + 0.9 * (pace + 0.4) * step for step in (1, 2, 3))
        mine = index == 0
        wished = tuple(value + 1.6 * step for step, value in enumerate(ahead, 1)) if mine and preview else ()
        look = LAB_LOOKS[index]
        note = "with these chips" if wished else ""
        releases = tuple(range(index % 3 + 1, months, 4 + index % 3))
        series.append(
            Series(name, name, look.colour, look.marker, values, ahead, wished, note, mine, releases)
        )
    labels = tuple(MONTHS[m % 12] for m in range(months + 3))
    spread = max(1, (months + 3) // 4)
    labelled = (*range(0, months - 1, spread), months - 1, months + 2)
    ticks = ((40, "40"), (50, "50"), (60, "60"), (70, "70"))
    return ChartSpec(
        tuple(series), labels, months - 1, labelled, ticks, 36, 76, now_note="forecast", digits=1
    )


def hall(total: int = 2000) -> HallSpec:
    """Return a hall of about so many holders in seven kinds, doubt spreading from the activists."""
    kinds = []
    names = ("Fans", "Retail", "Pensions", "Index funds", "Active funds", "Activists", "Short sellers")
    shares = (0.10, 0.24, 0.20, 0.22, 0.12, 0.08, 0.04)
    levels = (0.92, 0.8, 0.75, 0.72, 0.55, 0.18, 0.08)
    for index, (name, share, level) in enumerate(zip(names, shares, levels, strict=True)):
        count = max(1, round(total * share))
        place = np.linspace(0, 1, count)
        before = np.clip(level + 0.10 * np.sin(place * 23 + index) + 0.05 * np.cos(place * 71), 0, 1)
        dip = (
            0.75
            * np.exp(-(((place - 0.4) / 0.09) ** 2))
            * (name in ("Retail", "Index funds", "Active funds"))
        )
        kinds.append(Kind(name.lower(), name, np.clip(before - dip, 0, 1), f"{name}: {count}", before))
    camps = (
        Camp("Trusting 1 040", 0.55, 0.85),
        Camp("Wavering 413", 0.22, 0.5),
        Camp("Distrusting 458", 0.23, 0.0),
    )
    scale = Threshold(0.61, 0.45, "No-confidence vote below 45", "61", 0.55, "55")
    return HallSpec(tuple(kinds), "61", "trust", camps, scale, "activists")


def board(*, french: bool = False) -> BoardSpec:
    """Return two docks with six crates, one of them diverted, one bound."""
    car, lab = DARK.car, DARK.lab
    paid = (
        ("payé par Volant Motors", "payé par le laboratoire")
        if french
        else ("paid by Volant", "paid by Aurora")
    )
    tag = "détourné vers le laboratoire" if french else "diverted"
    crates = (
        Crate("c1", "car", "4 000", car, paid[0], "Volant", tip="Bought by Volant in March"),
        Crate("c2", "car", "4 000", car, paid[0], "Volant"),
        Crate("c3", "car", "4 000", car, paid[0], "Volant"),
        Crate("a1", "lab", "6 000", lab, paid[1], "Aurora"),
        Crate("a2", "lab", "4 000", lab, paid[1], "Aurora", bound="Installed, cannot be moved any more"),
        Crate("a3", "lab", "4 000", car, paid[0], "Volant", tag),
    )
    docks = (
        Dock("car", "Quai de Volant" if french else "Volant dock", car, 0.67, ("8 of 12 k needed",)),
        Dock("lab", "Quai d’Aurora" if french else "Aurora dock", lab, 0.7, ("14 of 20 k usable",)),
    )
    parcels = (Parcel("Jun", "8 k", lab), Parcel("May", "4 k", car), Parcel("Apr", "6 k", lab))
    effects = (Effect("Quality", "+0.5", good=True, up=True), Effect("Trust", "+1", good=True, up=True))
    rest = Preview("If you end the month now", "nothing diverted", (*effects, Effect("Cars late", "0")))
    hint = "Faites glisser une livraison" if french else "Drag a shipment, or select it and press"
    title = "Chaîne d’approvisionnement" if french else "Supply line"
    refused = {("a1", "car", 0): "Volant has no powered place left for 6 000 chips"}
    return BoardSpec(title, hint, docks, crates, "In transit", parcels, rest, refused)


def preview() -> Preview:
    """Return what the strip says over the lab's dock."""
    effects = (
        Effect("Quality", "+0.9", good=True, up=True),
        Effect("Trust", "−6", good=False, up=False),
        Effect("Cars late", "3 900", good=False, up=True),
    )
    return Preview("If you drop here", "4 000 chips diverted to your lab", effects)


def receipt(causes: int = 5) -> Receipt:
    """Return the receipt of shareholder trust; more than six causes are grouped."""
    known = [
        Cause("Promise kept: robotaxi pilot", 3, "+3", good=True, detail="Retail, Employees"),
        Cause("Chips diverted in February", -6, "−6", good=False, detail="4 000 chips, no vote"),
        Cause("Doubt spreading between holders", -3, "−3", good=False, detail="from Activists, Index funds"),
        Cause("Share price fell 3.1 %", -2, "−2", good=False),
        Cause("Your letter to shareholders", 1, "+1", good=True),
    ]
    known += [Cause(f"Small thing {number}", 0.25, "+0.25", good=True) for number in range(causes - 5)]
    return Receipt(
        "Shareholder trust",
        "61",
        "average over 2 000 shareholders, weighted by shares held",
        Line("Last month", "68"),
        tuple(known),
        Line("This month", "61"),
        Line("Expected next month", "57 to 61"),
        f"other ({causes - 5})",
        "+0.75",
        (("Alt", "keep open"), ("F1", "how trust works")),
    )


def letter() -> DialogSpec:
    """Return the letter from the board of directors with three answers."""
    trust = Effect("Trust", "+3", good=True, up=True)
    cards = (
        Card(
            "vote",
            "1",
            "Promise a shareholder vote on every diversion",
            "Adds a promise. Diverting without a vote will cost twice the trust.",
            (Group("Next month", (trust, Effect("Freedom", "less", good=False, up=False))),),
        ),
        Card(
            "defend",
            "2",
            "Defend it: the lab makes the cars smarter",
            "Works on holders who own both stories. Activists will not believe it.",
            (Group("Next month", (Effect("Trust", "−1 to −4", good=False, up=False),)),),
        ),
        Card(
            "back",
            "3",
            "Send the 4 000 chips back",
            "Cars catch up. Your lab loses a month of training.",
            (
                Group(
                    "Next month",
                    (
                        Effect("Trust", "+5", good=True, up=True),
                        Effect("Quality", "−0.9", good=False, up=False),
                    ),
                ),
            ),
        ),
    )
    words = (
        "Three directors have seen the February shipment log. They want an answer in writing before the "
        "shareholder meeting. Whatever you promise goes on the record."
    )
    title = "“Why are our chips in your lab?”"
    hint = ("V", "look at the board before you answer")
    return DialogSpec("Letter from the board", title, words, cards, hint)


def question() -> DialogSpec:
    """Return a plain question with two buttons."""
    buttons = (
        ("stay", ButtonSpec("Keep playing", key="Esc")),
        ("quit", ButtonSpec("Quit", "primary", key="Enter")),
    )
    return DialogSpec(
        "Unsaved", "Quit without saving?", "The last autosave is of March 2027.", buttons=buttons
    )
