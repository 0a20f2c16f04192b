"""Orders that only the founder may give, and is refused: promises, owners, shares, the house."""

from typing import Final

from msgspec.structs import replace

from race.core import commands as c
from race.core.ids import PPM, Ballot, Firm, Gift, Kind, Person, Seat, Stance, Subject, Terms
from race.core.world import Case, Promise, Tale, World
from tests.core.legality.refused import (
    ACT,
    AGAIN,
    CAR_BATCH,
    CAR_LINE,
    COURT,
    GONE,
    LEFT,
    OPENING,
    Refused,
    act,
    on,
)

_XAI, _TESLA = Firm.XAI, Firm.TESLA
_SILENT, _SWAP = Terms.SILENT, Terms.SWAP
_POOR: Final = on("lab", cash_usd=0)
_STOPPED: Final = on("affairs", injunction=True)
_LATE: Final = on("world", month=max(OPENING.setting.meetings))
_NO_MEETING: Final = "There is no annual meeting left in this game."
_ON_AGENDA: Final = "This question is on the agenda already."


def _promise(subject: Subject, quantity: int = 30_000, due: int = 6) -> c.MakePromise:
    return c.MakePromise(subject=subject, quantity=quantity, due=due)


def _speak(stance: Stance, number: int = ACT) -> c.Speak:
    return c.Speak(act=number, stance=stance)


def _deal(quantity: int = 100, terms: Terms = _SWAP, source: int = CAR_BATCH) -> c.CallVote:
    return c.CallVote(ballot=Ballot.DEAL, source=source, quantity=quantity, terms=terms)


def _invest(amount: int = 10**8) -> c.CallVote:
    return c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=amount)


def _promised(world: World) -> None:
    """Put as many promises into the world as anybody believes."""
    world.affairs.promises = [
        Promise(id=8_000 + n, made=1, subject=Subject.NO_DIVERSION, quantity=1, due=9, claim=0.1)
        for n in range(world.rules.founder.promises_open)
    ]


def _one_kept(world: World) -> None:
    world.affairs.promises[0].kept = True


def _sued(*settled: bool) -> tuple[Case, ...]:
    return tuple(Case(id=7_000 + n, act=ACT, filed=1, settled=made) for n, made in enumerate(settled))


def _asked(world: World) -> None:
    world.affairs.tales = [Tale(key="turbines", asked=1)]


def _empty_post(world: World) -> None:
    for member in world.affairs.house.members:
        member.gone = 1


def calmed(world: World) -> None:
    """Have talked to everybody of the house this month."""
    for member in world.affairs.house.members:
        member.calmed = 1


def _plain(world: World) -> None:
    """Play without prices and without swaps."""
    world.rules = replace(world.rules, switches=replace(world.rules.switches, pricing=0, swap=0))


OWNERS: Final = (
    Refused(
        "The carmaker's chip budget goes from {low} to {high} of the plan.",
        c.PlanCarmaker(chip_budget=0),
        rather=c.PlanCarmaker(chip_budget=PPM),
    ),
    Refused(
        "The carmaker buys back shares in the month after a quarterly report.",
        c.PlanCarmaker(chip_budget=PPM, buy_back_usd=1),
        (on("world", month=2),),
    ),
    Refused(
        "The carmaker can buy back shares for up to {most}.",
        c.PlanCarmaker(chip_budget=PPM, buy_back_usd=10**15),
        rather=c.PlanCarmaker(chip_budget=PPM, buy_back_usd=10**9),
    ),
    Refused(
        "The carmaker can buy back shares for up to {most}.",
        c.PlanCarmaker(chip_budget=PPM, buy_back_usd=-1),
        rather=c.PlanCarmaker(chip_budget=PPM, buy_back_usd=0),
    ),
    Refused(
        "{n} promises are open; nobody would believe another.",
        _promise(Subject.AUTONOMY, 1),
        (_promised, _one_kept),
        given=(_promise(Subject.CHIPS_POWERED),),
    ),
    Refused(
        "{n} promises are open; nobody would believe another.", _promise(Subject.AUTONOMY, 1), (_promised,)
    ),
    Refused(
        "There is a promise about this already.",
        _promise(Subject.CHIPS_POWERED),
        given=(_promise(Subject.CHIPS_POWERED),),
        rather=_promise(Subject.AUTONOMY, 1),
    ),
    Refused(
        "A promise gives a date {low} to {high} away, before the end of {end}.",
        _promise(Subject.CHIPS_POWERED, due=2),
        rather=_promise(Subject.CHIPS_POWERED, due=3),
    ),
    Refused("Nobody would believe a number beyond {most}.", _promise(Subject.CHIPS_POWERED, 10**8)),
    Refused(
        "{n} of 4 milestones are reached; promise more, up to 4.",
        _promise(Subject.AUTONOMY, 5),
        rather=_promise(Subject.AUTONOMY, 4),
    ),
    Refused(
        "{n} chips run already; promise more.",
        _promise(Subject.CHIPS_POWERED, 15_000),
        rather=_promise(Subject.CHIPS_POWERED, 15_001),
    ),
    Refused("There is nothing of that kind to speak about.", _speak(Stance.DENY, 0)),
    Refused(
        "You have spoken about this already this month.",
        _speak(Stance.DENY),
        (act(),),
        given=(_speak(Stance.DISCLOSE),),
    ),
    Refused(
        "There is nothing of that kind to speak about.",
        _speak(Stance.DENY, 0),
        (act(), act(id=ACT + 1)),
        given=(_speak(Stance.DENY, ACT + 1), c.SetPay(level=PPM)),
        rather=_speak(Stance.DENY),
    ),
    Refused("This has been public since {date}.", _speak(Stance.DISCLOSE), (act(published=1),)),
    Refused(
        "Nobody knows of this; disclose it first.",
        _speak(Stance.JUSTIFY),
        (act(),),
        rather=_speak(Stance.DISCLOSE),
    ),
    Refused(
        "You have explained this already.",
        _speak(Stance.JUSTIFY),
        (act(published=1, justified=True),),
        rather=_speak(Stance.APOLOGISE),
    ),
    Refused("You have denied this already.", _speak(Stance.DENY), (act(denied=True),)),
    Refused("You have announced this yourself.", _speak(Stance.DENY), (act(published=1, disclosed=True),)),
    Refused(
        "This is made good already.",
        _speak(Stance.APOLOGISE),
        (act(published=1, repaired=True),),
        rather=_speak(Stance.JUSTIFY),
    ),
    Refused(
        AGAIN,
        c.GiveGift(gift=Gift.DIRECTOR),
        given=(c.GiveGift(gift=Gift.DIRECTOR),),
        rather=c.GiveGift(gift=Gift.SHARING_POLICY),
    ),
    Refused(
        "An independent director sits on the board already.",
        c.GiveGift(gift=Gift.DIRECTOR),
        (on("affairs", director=True),),
        rather=c.GiveGift(gift=Gift.SHARING_POLICY),
    ),
    Refused(
        "A compute-sharing policy is in force already.",
        c.GiveGift(gift=Gift.SHARING_POLICY),
        (on("affairs", sharing_policy=True),),
        rather=c.GiveGift(gift=Gift.DIRECTOR),
    ),
    Refused(
        "There is no open case to settle.",
        c.GiveGift(gift=Gift.SETTLEMENT),
        (on("affairs", cases=list(_sued(True))),),  # noqa: FBT003 - settled
    ),
    Refused(
        "The holders have settled {n} cases for money; now they want a sharing policy first.",
        c.GiveGift(gift=Gift.SETTLEMENT),
        (act(published=1), on("affairs", cases=list(_sued(True, True, True, False)))),  # noqa: FBT003 - settled
        rather=c.GiveGift(gift=Gift.SHARING_POLICY),
    ),
    Refused(
        "The holders want {price} to settle; the lab has {free}.",
        c.GiveGift(gift=Gift.SETTLEMENT),
        (act(published=1), _POOR, on("affairs", cases=list(_sued(False)))),  # noqa: FBT003 - settled
        rather=c.GiveGift(gift=Gift.DIRECTOR),
    ),
    Refused(
        AGAIN,
        c.GiveGift(gift=Gift.DIRECTOR),
        (act(published=1), on("affairs", cases=list(_sued(False)))),  # noqa: FBT003 - settled
        given=(c.GiveGift(gift=Gift.DIRECTOR),),
        rather=c.GiveGift(gift=Gift.SETTLEMENT),
    ),
    Refused(
        "You can put an investment or a deal on chips to the vote; the board asks the rest.",
        c.CallVote(ballot=Ballot.PAY),
        rather=_invest(),
    ),
    Refused(_ON_AGENDA, _invest(), given=(_deal(), _invest())),
    Refused(_ON_AGENDA, _deal(), (on("affairs", agenda={Ballot.DEAL: 1}),), rather=_invest()),
    Refused(_NO_MEETING, _invest(), (_LATE,)),
    Refused("The carmaker can invest up to {most}.", _invest(0), rather=_invest()),
    Refused(COURT, _deal(), (_STOPPED,)),
    Refused(
        "A vote is public: ask for a swap, a price, a lease or a sale at cost.",
        _deal(terms=_SILENT),
        rather=_deal(),
    ),
    Refused(GONE, _deal(source=0), rather=_deal()),
    Refused(
        "These chips arrive in {due}, before what the meeting of {date} votes for can be carried out.",
        _deal(source=CAR_LINE),
        rather=_deal(),
    ),
    Refused(LEFT, _deal(0), rather=_deal()),
)

PRIVATE: Final = (
    Refused(
        "Short sellers do not vote; there is nothing to talk about.",
        c.CourtHolders(kind=Kind.SHORT),
        rather=c.CourtHolders(kind=Kind.FANS),
    ),
    Refused(
        "People can look into a rival, not into your own companies.",
        c.Probe(target=_XAI),
        rather=c.Probe(target=Firm.META),
    ),
    Refused(
        "Your people are already looking into {firm}, until {date}.",
        c.Probe(target=Firm.META),
        (on("affairs", probes={Firm.META: 4}),),
        rather=c.Probe(target=Firm.OPENAI),
    ),
    Refused(
        "There is nothing of that kind to speak about.",
        c.PlugLeak(act=0),
        (act(),),
        rather=c.PlugLeak(act=ACT),
    ),
    Refused("This has been public since {date}.", c.PlugLeak(act=ACT), (act(published=1),)),
    Refused("People were set to keep this secret already.", c.PlugLeak(act=ACT), (act(plugged=True),)),
    Refused("Nobody in the house waits for an answer to this.", c.Answer(tale="turbines", choice=0)),
    Refused(
        "This is answered already this month; undo it to answer otherwise.",
        c.Answer(tale="turbines", choice=1),
        (_asked,),
        given=(c.Answer(tale="turbines", choice=0),),
    ),
    Refused(
        "There are {n} answers to this.",
        c.Answer(tale="turbines", choice=9),
        (_asked,),
        rather=c.Answer(tale="turbines", choice=0),
    ),
    Refused(
        "The fund's lawyer does not work for you; only what you do counts there.",
        c.Reassure(person=Person.LAWYER),
        rather=c.Reassure(person=Person.COUNSEL),
    ),
    Refused(
        "You are already talking to this person this month.",
        c.Reassure(person=Person.COUNSEL),
        given=(c.Reassure(person=Person.COUNSEL),),
        rather=c.Reassure(person=Person.SCIENTIST),
    ),
    Refused("Nobody holds this post at the moment.", c.Reassure(person=Person.COUNSEL), (_empty_post,)),
    Refused(
        "You gave {who} your word in {then}; another talk helps from {date} on.",
        c.Reassure(person=Person.COUNSEL),
        (calmed,),
    ),
)

STAKE: Final = (
    Refused(
        "Founders sell in the month after a quarterly report; the next window opens in {time}.",
        c.SellStake(shares_ppm=100),
        (on("world", month=2),),
    ),
    Refused(
        "You can sell up to {most} of the company in one window.",
        c.SellStake(shares_ppm=10_000),
        rather=c.SellStake(shares_ppm=100),
    ),
    Refused(
        "{free} of the company is yours and not pledged.",
        c.SellStake(shares_ppm=100),
        given=(c.SetPay(level=PPM), c.PledgeStake(shares_ppm=OPENING.carmaker.stake_ppm)),
    ),
    Refused(
        "{free} of the company is yours and not pledged.",
        c.PledgeStake(shares_ppm=PPM),
        rather=c.PledgeStake(shares_ppm=1_000),
    ),
    Refused(
        "That would leave you {left} of the votes; below {floor} you lose control.",
        c.SellStake(shares_ppm=100),
        (on("carmaker", stake_ppm=int(OPENING.rules.score.margin_votes)),),
        rather=c.PledgeStake(shares_ppm=100),
    ),
    Refused(
        "The lender lends {most} at most, and you owe {owed}.",
        c.PledgeStake(shares_ppm=100),
        (on("carmaker", pledged_ppm=10_000, pledge_usd=10**10),),
    ),
    Refused(
        "{part} of the company is pledged; you can free that.",
        c.PledgeStake(shares_ppm=-1),
        rather=c.PledgeStake(shares_ppm=1_000),
    ),
    Refused(
        "The lender wants {price} back; the lab has {free}.",
        c.PledgeStake(shares_ppm=-10_000),
        (_POOR, on("carmaker", pledged_ppm=10_000, pledge_usd=10**8)),
    ),
    Refused(
        "{part} of the company is pledged; you can free that.",
        c.PledgeStake(shares_ppm=-10_001),
        (on("carmaker", pledged_ppm=10_000, pledge_usd=10**8),),
        rather=c.PledgeStake(shares_ppm=-10_000),
    ),
    Refused("The lab cannot buy itself.", c.SellLab(buyer=_XAI), rather=c.SellLab(buyer=Firm.OPENAI)),
    Refused(
        "{firm} runs about {runs} chips; who buys your lab must run {least}.",
        c.SellLab(buyer=Firm.MISTRAL),
        rather=c.SellLab(buyer=_TESLA),
    ),
    Refused(COURT, c.SellLab(buyer=_TESLA), (_STOPPED,), rather=c.SellLab(buyer=Firm.OPENAI)),
    Refused(_ON_AGENDA, c.SellLab(buyer=_TESLA), (on("affairs", agenda={Ballot.MERGER: 1}),)),
    Refused(_NO_MEETING, c.SellLab(buyer=_TESLA), (_LATE,)),
)

SEAT: Final = (
    Refused("This is not a founder's or a lab's to decide.", c.FileSuit(act=ACT)),
    Refused(
        "Only the founder of the two companies can order this.",
        c.Divert(source=CAR_LINE, quantity=100, terms=_SILENT),
        by=Seat.OPENAI,
    ),
    Refused(
        "Attention needed: {needed}. Left this month: {left} of {all}.",
        c.Lobby(target=Firm.META),
        given=(c.Lobby(target=Firm.OPENAI),) * OPENING.rules.founder.attention,
    ),
    Refused("This is switched off in this scenario.", c.SetPrice(level=PPM), (_plain,)),
    Refused("This is switched off in this scenario.", _deal(), (_plain,), rather=_deal(terms=Terms.PAID)),
)
