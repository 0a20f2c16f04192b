"""Numbers of secrets, the press, letters, suits and the court."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class CourtRules(msgspec.Struct, frozen=True, kw_only=True):
    """How secrets come out and what the law does about them."""

    # -- secrets and the press
    leak: Annotated[
        float,
        number(
            "a person and month", 0.0, 0.05, "Hazard that one who knows talks (a swap of 12,000: 6-7 months)."
        ),
    ] = 0.0034
    leak_again: Annotated[float, number("x an act", 0.0, 1.0, "Hazard added by each other act.")] = 0.15
    leak_size: Annotated[float, number("x", 0.0, 3.0, "Hazard added by a taking worth the year's plan.")] = (
        0.5
    )
    attention_most: Annotated[
        int, number("ppm", 1_000_000, 5_000_000, "Most that reporters multiply leaks.")
    ] = 2_500_000
    denial_salience: Annotated[float, number("x", 0.0, 1.0, "How loud a denied story still is.")] = 0.6
    justified_salience: Annotated[float, number("x", 0.0, 1.0, "How loud a story with a true excuse is.")] = (
        0.8
    )
    justified_idle: Annotated[
        float, number("share", 0.0, 1.0, "Idle share up to which the excuse is true.")
    ] = 0.25
    sold_idle: Annotated[
        float,
        number(
            "share",
            0.0,
            1.0,
            "What the carmaker's directors sell of the part of a crate that would stand idle.",
        ),
    ] = 0.7
    plug_leak: Annotated[
        float, number("x", 0.0, 1.0, "How likely a secret still comes out when people were set to keep it.")
    ] = 0.5
    plug_backfires: Annotated[
        int, number("ppm", 0, 1_000_000, "Chance that setting people to keep a secret gives it away.")
    ] = 100_000
    probe_months: Annotated[int, number("months", 1, 24, "How long people look into a rival.")] = 4
    probe_error: Annotated[
        float, number("x", 0.0, 1.0, "Error of an estimate of its fleet, meanwhile, over the usual.")
    ] = 0.25
    probe_backfires: Annotated[
        int, number("ppm", 0, 1_000_000, "Chance that they are found out, in the month they start.")
    ] = 100_000
    probe_step: Annotated[
        int, number("H100e", 1, 10_000, "To how many chips they count a rival's fleet, rounded down.")
    ] = 100
    probe_loss: Annotated[
        float, number("seen", 0.0, 1.0, "Weight with the owners of people who were found out.")
    ] = 0.06
    court_turnout: Annotated[
        int, number("ppm", 0, 1_000_000, "Part of a kind's absent that a private talk brings to the meeting.")
    ] = 300_000
    court_kept: Annotated[int, number("ppm a month", 0, 1_000_000, "What is left of that a month later.")] = (
        700_000
    )
    court_gain: Annotated[
        float,
        number("trust", 0.0, 0.2, "Trust that a private talk gains with the kind, when all hear of it."),
    ] = 0.02
    court_noticed: Annotated[
        int, number("ppm", 0, 1_000_000, "Chance that others hear of a private talk.")
    ] = 200_000
    court_months: Annotated[
        int, number("months", 1, 24, "Time in which a further private talk is likelier heard of.")
    ] = 12
    court_envy: Annotated[
        float,
        number("trust", 0.0, 0.2, "Trust that others lose who hear of it, before their kind's measure."),
    ] = 0.02
    print_least: Annotated[
        float, number("share", 0.0, 1.0, "Part of a promise the books must rule out before it is news.")
    ] = 0.10
    print_lack: Annotated[
        float, number("times a month", 0.0, 20.0, "Hazard that the press prints it, for all of a promise.")
    ] = 2.5
    print_loss: Annotated[
        float, number("x", 0.0, 1.0, "What the print costs, of what missing the promise would.")
    ] = 0.2
    print_spared: Annotated[
        float, number("x", 0.0, 1.0, "Part of a missed promise's loss that a print has taken ahead.")
    ] = 0.3
    letter_salience: Annotated[float, number("salience", 0.0, 1.0, "What a letter adds to a story.")] = 0.10

    # -- suits and letters
    suit: Annotated[float, number("times a week", 0.0, 5.0, "Hazard of a suit for each unit of gross.")] = 1.6
    suit_calm: Annotated[float, number("x", 0.0, 2.0, "Suits among content holders.")] = 0.4
    suit_angry: Annotated[float, number("share", 0.01, 1.0, "Angry share that adds one.")] = 0.12
    suit_anger_most: Annotated[float, number("x", 0.1, 5.0, "Most that anger multiplies.")] = 1.5
    suit_half: Annotated[
        float, number("weeks", 1.0, 26.0, "Time for a published act to lose half its pull.")
    ] = 6.0
    suit_echo: Annotated[float, number("times a week", 0.0, 1.0, "Hazard added by each fresh suit.")] = 0.25
    suit_echo_half: Annotated[float, number("weeks", 0.5, 26.0, "Time for that to halve.")] = 2.0
    suits_most: Annotated[int, number("suits", 1, 20, "Suits joined in one case.")] = 6
    repaired_suit: Annotated[float, number("x", 0.0, 1.0, "Pull of an act that was made good.")] = 0.5
    gift_suit: Annotated[float, number("x", 0.0, 1.0, "Pull of all acts under a director or a policy.")] = 0.5
    letter: Annotated[float, number("times a week", 0.0, 2.0, "Hazard of an open letter.")] = 0.45
    letter_angry: Annotated[float, number("share", 0.01, 1.0, "Angry share of funds that adds one.")] = 0.15
    letter_pay: Annotated[
        float, number("salience", 0.0, 2.0, "How loud a coming vote on pay is with letter writers.")
    ] = 1.0
    letters_month: Annotated[int, number("letters", 1, 10, "Most letters in a month.")] = 2
    letter_most: Annotated[float, number("x", 0.1, 5.0, "Most that salience multiplies.")] = 1.5

    # -- books and records
    demand: Annotated[
        float,
        number("times a month", 0.0, 2.0, "Hazard that holders demand files, for full loudness and anger."),
    ] = 0.25
    demand_months: Annotated[int, number("months", 1, 12, "From a demand to the reading room.")] = 2
    demand_wait: Annotated[int, number("months", 1, 36, "Between two demands, at least.")] = 8
    step_months: Annotated[
        int, number("months", 1, 24, "A letter or a demand still counts as a step that is being taken.")
    ] = 6
    demand_finds: Annotated[
        int, number("ppm", 0, 1_000_000, "Chance for each secret to be in the files that are shown.")
    ] = 300_000

    # -- the case
    discovery_months: Annotated[int, number("months", 1, 24, "From filing to open files, at least.")] = 6
    discovery_spread: Annotated[int, number("months", 0, 12, "Luck on top of it.")] = 4
    decision_months: Annotated[int, number("months", 1, 24, "From open files to a decision, at least.")] = 5
    decision_spread: Annotated[int, number("months", 0, 12, "Luck on top of it.")] = 4
    ruling_half: Annotated[
        float, number("seen", 0.05, 4.0, "Truth at which the holders win half their cases.")
    ] = 0.55
    ruling_slope: Annotated[float, number("exponent", 0.5, 6.0, "How sharply truth decides.")] = 2.0
    injunction_half: Annotated[float, number("gross", 0.05, 4.0, "Weight at which half the wins enjoin.")] = (
        0.9
    )
    injunction_slope: Annotated[float, number("exponent", 0.5, 6.0, "How sharply weight decides it.")] = 2.0
    governed: Annotated[float, number("x", 0.0, 1.0, "Chance of an injunction under a sharing policy.")] = 0.3
    restitution: Annotated[
        float, number("share", 0.0, 1.0, "Part of what was taken that a ruling returns.")
    ] = 0.70
    fleet_most: Annotated[
        float, number("share", 0.0, 1.0, "Most of the lab's fleet that a ruling takes.")
    ] = 0.50
    recall_months: Annotated[
        int,
        number("months", 1, 36, "From the news of a silent taking to the day the directors have it back."),
    ] = 3
    use_price: Annotated[
        float, number("share of value", 0.0, 1.0, "Price of the use of chips that came back.")
    ] = 0.20
    settlement: Annotated[
        float, number("share of value", 0.0, 1.0, "What a settlement pays of what was taken.")
    ] = 0.30
    settlement_least: Annotated[int, number("USD", 0, 1_000_000_000, "Cheapest settlement of a suit.")] = (
        25_000_000
    )
    settlements_most: Annotated[
        int,
        number("cases", 0, 50, "Cases the holders settle for money before they want a sharing policy too."),
    ] = 3
    injunction_months: Annotated[int, number("months", 1, 24, "Shortest injunction (6-9 months).")] = 6
