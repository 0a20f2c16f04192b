"""Tales of suppliers, towns, officials and others who stand at the door."""

from typing import Final

from race.core.ids import Kind
from race.core.tales.script import Later, On, Push, Script, Way, When
from race.core.words import N_

_FUNDS: Final = (Kind.INDEX, Kind.ACTIVE, Kind.PENSION)

OUTSIDE: Final = (
    Script(
        key="cables",
        title=N_("The supplier of cables"),
        question=N_(
            "A maker of cables asks to be paid early. It is short of money, and half of the cables in "
            "{lab}'s "
            "halls come from it."
        ),
        ways=(
            Way(
                N_("Pay early."),
                N_("A supplier that you saved serves you first; one that fails only thanks you."),
                (Push(On.LAB_CASH, -1),),
                When.LUCK,
                Later(
                    N_("The maker of cables has lived and serves you first."),
                    (Push(On.LAB_CASH, 1), Push(On.LAB_SITE, 1)),
                ),
                Later(N_("It failed all the same. The receiver thanks you for the payment.")),
            ),
            Way(
                N_("Pay on the day."),
                N_("It is your right, and nobody minds until a hall stands without cables."),
                (),
                When.LUCK,
                Later(N_("It has lived without you, and says so in its brochure.")),
                Later(N_("It has not lived, and the next hall waits for cables."), (Push(On.LAB_SITE, -1),)),
            ),
        ),
    ),
    Script(
        key="gymnasium",
        title=N_("A gymnasium for the town"),
        question=N_(
            "The town beside {lab}'s new hall would like a gymnasium for its school. It does not say "
            "what for."
        ),
        when=When.BUILDING,
        ways=(
            Way(
                N_("Build it."),
                N_("A grateful town inspects quickly, if those you pleased are still in office."),
                (Push(On.LAB_CASH, -1),),
                When.LUCK,
                Later(
                    N_(
                        "The gymnasium opens on a Friday. The inspectors were done with your hall on "
                        "Thursday."
                    ),
                    (Push(On.LAB_SITE, 2),),
                ),
                Later(N_("The gymnasium is opened by a mayor who was elected against you.")),
            ),
            Way(
                N_("Offer pipes and a road instead."),
                N_("Your hall can use them too; a town with pipes learns what runs through."),
                (Push(On.ATTENTION, -1),),
                When.LUCK,
                Later(N_("Pipes and a road are what the hall needed as well."), (Push(On.LAB_SITE, 1),)),
                Later(N_("The town has measured how much runs through the pipes."), (Push(On.LAB_SITE, -1),)),
            ),
            Way(
                N_("Decline."),
                N_("The town cannot make you, but it knows which papers your hall needs."),
                (),
                When.CALM,
                Later(N_("The town has asked the next company.")),
                Later(N_("The town has found a procedure."), (Push(On.LAB_SITE, -2),)),
            ),
        ),
    ),
    Script(
        key="joint_paper",
        title=N_("A paper with a rival"),
        question=N_(
            "The strongest rival proposes a joint paper on how to test releases. Its people would write most "
            "of it; {lab}'s name would stand second."
        ),
        ways=(
            Way(
                N_("Sign, and send two of yours."),
                N_("The rival is pleased; fans mind a paper that only others can use."),
                (Push(On.ATTENTION, -1), Push(On.GRUDGE, -1)),
                When.RELEASED,
                Later(
                    N_("Your release is the first that was tested as the paper says."),
                    (Push(On.TRUST, 1, (Kind.INDEX, Kind.ACTIVE)), Push(On.RECIPE, 1)),
                ),
                Later(
                    N_("The paper fits the rival's release well, and there is none of yours to try it on."),
                    (Push(On.TRUST, -1, (Kind.FANS,)),),
                ),
            ),
            Way(
                N_("Publish your own first."),
                N_("Fans cheer and the rival will not forget; readers cite whoever is ahead."),
                (Push(On.GRUDGE, 2), Push(On.TRUST, 1, (Kind.FANS,))),
                When.LEADING,
                Later(N_("People cite yours."), (Push(On.PEOPLE, 1), Push(On.RECIPE, 1))),
                Later(N_("People cite theirs, and yours as an early attempt."), (Push(On.PEOPLE, -1),)),
            ),
            Way(
                N_("Not now."),
                N_("Nobody is offended; index funds may notice whose name is missing."),
                (),
                When.LUCK,
                Later(N_("The paper has not appeared.")),
                Later(
                    N_("The paper thanks everybody who took part, in alphabetical order."),
                    (Push(On.TRUST, -1, (Kind.INDEX,)),),
                ),
            ),
        ),
    ),
    Script(
        key="customs",
        title=N_("A form at customs"),
        question=N_(
            "Customs are holding a container for {lab}'s hall: the form counts boxes, and the label on the "
            "boxes "
            "counts parts."
        ),
        when=When.BUILDING,
        ways=(
            Way(
                N_("Send somebody who knows the form."),
                N_("Money buys the right form, not the day on which customs read it."),
                (Push(On.LAB_CASH, -1),),
                When.LUCK,
                Later(
                    N_("The container was free in a day, and customs use your form now."),
                    (Push(On.LAB_SITE, 1),),
                ),
                Later(N_("Your specialist was right. It took a month to be confirmed.")),
            ),
            Way(
                N_("Fill in the form again."),
                N_("Nobody is paid for it; the hall waits, and may have to wait again."),
                (Push(On.LAB_SITE, -1),),
                When.LUCK,
                Later(N_("The form was right the second time.")),
                Later(N_("The form was right the third time."), (Push(On.LAB_SITE, -1),)),
            ),
        ),
    ),
    Script(
        key="museum",
        title=N_("A computer for the museum"),
        question=N_(
            "A museum asks {carmaker} for an early autonomy computer. There are two in the cellar, and one "
            "still holds its records."
        ),
        ways=(
            Way(
                N_("Give the museum the empty one."),
                N_("Gives away a box and no secret; fans and retail holders may enjoy it."),
                (),
                When.LUCK,
                Later(
                    N_("Children press a button, and it stops for a paper duck."),
                    (Push(On.TRUST, 1, (Kind.FANS, Kind.RETAIL)),),
                ),
                Later(N_("The label has the wrong year. It flatters you.")),
            ),
            Way(
                N_("Let the lab read the other one first."),
                N_("The lab reads what is not its own; active funds may ask where it went."),
                (Push(On.RECIPE, 1),),
                When.LEAKED,
                Later(
                    N_("The visitors' book asks where the records of the duck have gone."),
                    (Push(On.TRUST, -1, (Kind.RETAIL, Kind.ACTIVE)),),
                ),
                Later(
                    N_("The old records were about rain. The lab knows about rain now."),
                    (Push(On.RECIPE, 1),),
                ),
            ),
            Way(
                N_("Leave them in the cellar."),
                N_("Nobody minds but the autonomy team, should the cellar get wet."),
                (),
                When.LUCK,
                Later(N_("They are still in the cellar.")),
                Later(
                    N_("The cellar has had water in it. The autonomy team misses the older one."),
                    (Push(On.AUTONOMY, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="ministry",
        title=N_("A letter for a minister"),
        question=N_(
            "A foreign ministry would like a hall of {lab}'s and asks for a letter of intent before its "
            "minister travels, for the photograph."
        ),
        ways=(
            Way(
                N_("Send engineers before letters."),
                N_("No picture for the minister yet; what engineers find may be a plain no."),
                (Push(On.ATTENTION, -1),),
                When.LUCK,
                Later(
                    N_("The engineers found good power and a bad road. The ministry pays for both."),
                    (Push(On.LAB_CASH, 2),),
                ),
                Later(N_("The engineers came back sunburnt, and with a no.")),
            ),
            Way(
                N_("Sign a letter that binds nobody."),
                N_("Fans like flags. From a lab short of money the letter reads as a promise."),
                (Push(On.TRUST, 1, (Kind.FANS,)),),
                When.SOLVENT,
                Later(N_("The ministry pays for a study, and you keep it."), (Push(On.LAB_CASH, 2),)),
                Later(
                    N_("Everybody but your counsel has read the letter as a promise."),
                    (Push(On.TRUST, -1, (Kind.RETAIL, Kind.INDEX)),),
                ),
            ),
            Way(
                N_("Decline the photograph."),
                N_("Somebody else is in the picture, and may want your people for his hall."),
                (),
                When.LUCK,
                Later(N_("The minister was photographed with somebody else. Nothing is built.")),
                Later(
                    N_("Somebody else's hall stands there, half built, and looks for people."),
                    (Push(On.PEOPLE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="messages",
        title=N_("Every message of two houses"),
        question=N_(
            "The lawyers ask what becomes of the messages between {carmaker} and {lab}. Keeping them all "
            "costs "
            "money, and people would know that they are kept."
        ),
        weight=3,
        ways=(
            Way(
                N_("Keep everything."),
                N_("Whoever knows it writes less; a court would find all that was written."),
                (Push(On.LAB_CASH, -1),),
                When.SUED,
                Later(
                    N_("When the court asks, everything is there. Most of it is about lunch."),
                    (Push(On.TRUST, 1, _FUNDS),),
                ),
                Later(
                    N_("Nobody has asked. People write shorter, and less to you."), (Push(On.ATTENTION, 1),)
                ),
            ),
            Way(
                N_("Let them vanish after a week."),
                N_("Memories fade as well; in a lawsuit the funds think the worst of a gap."),
                (Push(On.INSIDERS, -1),),
                When.SUED,
                Later(
                    N_("The court notes that the messages are gone, and what may be concluded from it."),
                    (Push(On.TRUST, -2, _FUNDS),),
                ),
                Later(N_("The disks are emptier, and so are memories."), (Push(On.INSIDERS, -1),)),
            ),
            Way(
                N_("Keep what the law says."),
                N_("Nobody can blame you now; pension funds may read the law otherwise."),
                (),
                When.SUED,
                Later(
                    N_("The law turns out to say more than you thought."),
                    (Push(On.TRUST, -1, (Kind.PENSION,)),),
                ),
                Later(N_("Nobody has asked.")),
            ),
        ),
    ),
)
"""Seven tales, told by whoever opened the door."""
