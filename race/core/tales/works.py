"""Tales of halls, crates and machines."""

from typing import Final

from race.core.ids import Kind
from race.core.tales.script import Later, On, Push, Script, Way, When
from race.core.words import N_

WORKS: Final = (
    Script(
        key="turbines",
        title=N_("The neighbours and the turbines"),
        question=N_(
            "The neighbours of {lab}'s hall count its gas turbines at night and have hired an acoustician. "
            "The site's foreman asks what to do before he publishes."
        ),
        when=When.FORCED,
        weight=4,
        ways=(
            Way(
                N_("Pay for quieter turbines now."),
                N_("A quiet night pleases the county; new turbines may be late themselves."),
                (Push(On.LAB_CASH, -1),),
                When.LUCK,
                Later(
                    N_("The acoustician prints the curve of a quiet night. The county signs early."),
                    (Push(On.LAB_SITE, 1),),
                ),
                Later(
                    N_("The quieter turbines are good, and one of them is still at a border."),
                    (Push(On.LAB_SITE, -1),),
                ),
            ),
            Way(
                N_("Invite them in and show them the hall."),
                N_("Retail holders like a good host. Guests look at more than turbines."),
                (Push(On.ATTENTION, -1),),
                When.QUIET,
                Later(
                    N_("The neighbours write to the paper that you listened. They also write 74 decibels."),
                    (Push(On.TRUST, 1, (Kind.RETAIL,)),),
                ),
                Later(
                    N_("Somebody on that visit had counted crates as well. The paper thanks the neighbours."),
                    (Push(On.TRUST, -1),),
                ),
            ),
            Way(
                N_("Let him measure."),
                N_("If he finds something, inspectors read it first and pension funds next."),
                (),
                When.LUCK,
                Later(N_("His report finds the motorway louder than the hall.")),
                Later(
                    N_("His report has forty pages, and page three is on television. Inspectors come twice."),
                    (Push(On.LAB_SITE, -2), Push(On.TRUST, -1, (Kind.PENSION, Kind.RETAIL))),
                ),
            ),
        ),
    ),
    Script(
        key="warehouse",
        title=N_("The insurer and the crates"),
        question=N_(
            "{carmaker}'s crates are stacked up to the sprinklers. The insurer wants to know whose they are "
            "and when they leave."
        ),
        when=When.WAREHOUSE,
        weight=3,
        ways=(
            Way(
                N_("Rent a second warehouse and list every crate."),
                N_("A full list pleases the insurer, and shows anybody what you take later."),
                (Push(On.CARMAKER_CASH, -1),),
                When.TOOK,
                Later(
                    N_("The list of crates, kept so carefully, shows which of them left, and where to."),
                    (Push(On.INSIDERS, 2),),
                ),
                Later(
                    N_("The insurer calls the list exemplary and lowers the premium."),
                    (Push(On.CARMAKER_CASH, 2),),
                ),
            ),
            Way(
                N_("Tell the insurer that they leave soon."),
                N_("Your letter stays in the insurer's file until the crates are at work."),
                (),
                When.WAREHOUSE,
                Later(
                    N_("They have not left. The insurer reads your letter to you and charges for the time."),
                    (Push(On.CARMAKER_CASH, -2),),
                ),
                Later(
                    N_("The crates have gone to work, and the insurer closes its file."),
                    (Push(On.TRUST, 1, (Kind.RETAIL, Kind.INDEX)),),
                ),
            ),
            Way(
                N_("Leave the crates and the question where they are."),
                N_("Nobody has to move a thing; a bad weekend would make bad photographs."),
                (),
                When.LUCK,
                Later(N_("The insurer renews the policy. Nobody asks again.")),
                Later(
                    N_("A sprinkler leaks over a weekend. The chips are dry; the photographs look wet."),
                    (Push(On.PRICE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="night_shift",
        title=N_("The night shift's doubt"),
        question=N_(
            "The training run has jumped twice this week. The night shift wants to stop for four days and "
            "look; the day shift says it always does that."
        ),
        when=When.TRAINING,
        weight=3,
        ways=(
            Way(
                N_("Stop and look."),
                N_("The night shift is heard; what it finds is of use only in a release."),
                (Push(On.LAB_CASH, -1),),
                When.RELEASED,
                Later(
                    N_("What the night shift found is in the release, and on the next run's checklist."),
                    (Push(On.RECIPE, 2),),
                ),
                Later(N_("The four days found one loose cable. It hangs in a frame in the corridor.")),
            ),
            Way(
                N_("Train on and log everything."),
                N_("The day shift has its way. If it is wrong, some of the night shift leaves."),
                (),
                When.LUCK,
                Later(
                    N_("The logs show the fault in an afternoon. The night shift is told that it was right."),
                    (Push(On.RECIPE, 1),),
                ),
                Later(
                    N_("The logs filled a disk and the run stood. Part of the night shift works elsewhere."),
                    (Push(On.RECIPE, -1), Push(On.PEOPLE, -1)),
                ),
            ),
        ),
    ),
    Script(
        key="second_loop",
        title=N_("The second cooling loop"),
        question=N_(
            "The contractor can hand over {lab}'s new hall earlier without its second cooling loop, which "
            "would follow within a year."
        ),
        when=When.BUILDING,
        weight=3,
        ways=(
            Way(
                N_("Build both loops."),
                N_("An insurance: perhaps never needed, but engineers notice who has one."),
                (Push(On.LAB_CASH, -1),),
                When.LUCK,
                Later(
                    N_("The first loop clogs. Other halls would stand for a week; {lab}'s does not notice."),
                    (Push(On.RECIPE, 1), Push(On.PEOPLE, 1)),
                ),
                Later(N_("The second loop has never been needed. The accountants like to visit it.")),
            ),
            Way(
                N_("Take the months."),
                N_("Neither end is good: a hurried loop later, or half a hall in the dark."),
                (Push(On.LAB_SITE, 2),),
                When.LUCK,
                Later(
                    N_("The second loop has come after all, at the price of a hurry."),
                    (Push(On.LAB_CASH, -1),),
                ),
                Later(
                    N_("A pump fails on a Saturday and half the hall is dark for a week."),
                    (Push(On.RECIPE, -2), Push(On.LAB_CASH, -2)),
                ),
            ),
        ),
    ),
    Script(
        key="modules",
        title=N_("Two hundred power modules"),
        question=N_(
            "{carmaker}'s line needs two hundred power modules, and {lab} has them on a shelf. The two "
            "storekeepers have agreed already and would like to hear that they may."
        ),
        ways=(
            Way(
                N_("Lend them, with a paper."),
                N_("Dull to write; in a lawsuit it is what the funds would want to read."),
                (Push(On.ATTENTION, -1),),
                When.SUED,
                Later(
                    N_("The court's file holds one paper that shows you careful. It is about modules."),
                    (Push(On.TRUST, 2, (Kind.INDEX, Kind.PENSION, Kind.ACTIVE)),),
                ),
                Later(N_("The modules come back, the paper clipped to the box."), (Push(On.AUTONOMY, 1),)),
            ),
            Way(
                N_("Lend them on a handshake."),
                N_("The line runs on at once; nothing but two memories says it was a loan."),
                (Push(On.AUTONOMY, 1),),
                When.SUED,
                Later(
                    N_("A handshake is hard to show to a court. One of the storekeepers tries."),
                    (Push(On.TRUST, -1, (Kind.PENSION, Kind.ACTIVE, Kind.INDEX)),),
                ),
                Later(N_("The modules come back, most of them.")),
            ),
            Way(
                N_("Each company buys its own."),
                N_("Clean books, but what the line needs lies across the road meanwhile."),
                (Push(On.CARMAKER_CASH, -1),),
                When.LUCK,
                Later(
                    N_("The supplier thanks both companies with a discount that neither had asked for."),
                    (Push(On.CARMAKER_CASH, 1), Push(On.LAB_CASH, 1)),
                ),
                Later(
                    N_("The line stood for nine days for want of modules that lay across the road."),
                    (Push(On.PRICE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="film_crew",
        title=N_("A film about the hall"),
        question=N_(
            "A film crew wants a day in {lab}'s hall. The foreman has worked out what a lens could count."
        ),
        ways=(
            Way(
                N_("Let them film."),
                N_("Fans love it and applicants watch, but racks carry labels."),
                (Push(On.TRUST, 1, (Kind.FANS, Kind.RETAIL)),),
                When.SECRET,
                Later(
                    N_("Somebody has stopped the film and read the delivery labels on the racks."),
                    (Push(On.INSIDERS, 3),),
                ),
                Later(
                    N_("Nine million people have watched the film. Some of them have applied."),
                    (Push(On.PEOPLE, 2),),
                ),
            ),
            Way(
                N_("Let them film the fence."),
                N_("Hides every label. While you trail, it also hides why anybody should join."),
                (),
                When.LEADING,
                Later(N_("The fence comes out well.")),
                Later(
                    N_("Four minutes of fence. A rival's recruiters show it to the people you call."),
                    (Push(On.PEOPLE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="early_access",
        title=N_("The testers who publish everything"),
        question=N_(
            "An independent group asks for {lab}'s next release two months early. They publish what they "
            "find, whatever it is."
        ),
        ways=(
            Way(
                N_("Give it to them."),
                N_("Active funds read such reports; fans mind if there is nothing to test."),
                (Push(On.ATTENTION, -1),),
                When.RELEASED,
                Later(
                    N_(
                        "Their report is long on the weak points, and the engineers have learned it by heart."
                    ),
                    (Push(On.RECIPE, 2), Push(On.TRUST, 1, (Kind.ACTIVE, Kind.INDEX))),
                ),
                Later(
                    N_("There was nothing to test. Their report about waiting is one page long."),
                    (Push(On.TRUST, -1, (Kind.RETAIL, Kind.FANS)),),
                ),
            ),
            Way(
                N_("They get it when everybody does."),
                N_("You keep the release to yourself; a hasty report would worry the funds."),
                (),
                When.RELEASED,
                Later(
                    N_("They tested it on the first day, in a hurry, and said so."),
                    (Push(On.TRUST, -1, (Kind.INDEX, Kind.ACTIVE)),),
                ),
                Later(N_("They are still waiting, like everybody.")),
            ),
        ),
    ),
    Script(
        key="hot_afternoons",
        title=N_("The forty hottest afternoons"),
        question=N_(
            "The utility would connect {carmaker}'s new site earlier if it switched off on the forty "
            "hottest afternoons of the year."
        ),
        when=When.CARMAKER_BUILDING,
        weight=3,
        ways=(
            Way(
                N_("Accept, and build batteries for those hours."),
                N_("The slow way to be early: paid for now, admired perhaps, regretted never."),
                (Push(On.CARMAKER_SITE, 1), Push(On.CARMAKER_CASH, -1)),
                When.LUCK,
                Later(
                    N_("The utility shows the batteries to its other customers."),
                    (Push(On.CARMAKER_CASH, 1), Push(On.PRICE, 1)),
                ),
                Later(N_("The batteries were charged on every hot afternoon but two.")),
            ),
            Way(
                N_("Accept as it is."),
                N_("In a hot year the autonomy team pays for it, one dark afternoon at a time."),
                (Push(On.CARMAKER_SITE, 2),),
                When.LUCK,
                Later(N_("Mild so far: eleven afternoons, and the hall caught up at night.")),
                Later(
                    N_(
                        "Forty-three hot afternoons. The utility counts to forty, the autonomy team does not."
                    ),
                    (Push(On.AUTONOMY, -2),),
                ),
            ),
            Way(
                N_("Wait for the whole connection."),
                N_("No afternoon is ever given up, but the utility's queue has its own mind."),
                (),
                When.LUCK,
                Later(N_("The whole connection comes when it was promised."), (Push(On.PRICE, 1),)),
                Later(
                    N_("The utility's queue has moved. It has moved backwards."),
                    (Push(On.CARMAKER_SITE, -1),),
                ),
            ),
        ),
    ),
)
"""Eight tales, told by foremen and engineers."""
