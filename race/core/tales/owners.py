"""Tales of holders, of the press and of whoever wants a word with the founder."""

from typing import Final

from race.core.ids import Kind
from race.core.tales.script import Later, On, Push, Script, Way, When
from race.core.words import N_

_FUNDS: Final = (Kind.INDEX, Kind.ACTIVE, Kind.PENSION)
_CROWD: Final = (Kind.FANS, Kind.RETAIL)

OWNERS: Final = (
    Script(
        key="dinner",
        title=N_("Dinner with three funds"),
        question=N_(
            "Three large funds invite you to dinner before {carmaker}'s meeting. Nothing may be said there "
            "that is not public; they would like you to come all the same."
        ),
        when=When.MEETING_NEAR,
        weight=5,
        ways=(
            Way(
                N_("Go, and say nothing new."),
                N_("Funds remember who sat there, above all if something comes out after it."),
                (Push(On.ATTENTION, -1),),
                When.LEAKED,
                Later(
                    N_("You dined with them while this lay in a drawer. They remember the menu."),
                    (Push(On.TRUST, -2, _FUNDS),),
                ),
                Later(N_("The three funds tell others that you listen."), (Push(On.TRUST, 1, _FUNDS),)),
            ),
            Way(
                N_("Send the head of finance."),
                N_("Your evening stays free; theirs may be spent asking where you are."),
                (),
                When.LUCK,
                Later(
                    N_("The head of finance was precise. They liked it."),
                    (Push(On.TRUST, 1, (Kind.ACTIVE,)),),
                ),
                Later(
                    N_("The head of finance was asked about you for two hours."),
                    (Push(On.TRUST, -1, (Kind.ACTIVE, Kind.INDEX)),),
                ),
            ),
            Way(
                N_("Decline."),
                N_("Only the active funds would hold an empty chair against you."),
                (),
                When.RISEN,
                Later(N_("The shares have risen, and nobody misses a dinner.")),
                Later(
                    N_("The shares have fallen, and the dinner that you declined is in a letter."),
                    (Push(On.TRUST, -1, (Kind.ACTIVE,)),),
                ),
            ),
        ),
    ),
    Script(
        key="teacher",
        title=N_("The teacher with forty shares"),
        question=N_(
            "A retired teacher with forty shares has written nine times about {carmaker}'s chips. Her tenth "
            "letter is short: she asks whether anybody reads them."
        ),
        ways=(
            Way(
                N_("Answer her yourself."),
                N_("She keeps letters. Yours will be read out, for you or against you."),
                (Push(On.ATTENTION, -1),),
                When.TOOK,
                Later(
                    N_("She has kept your answer, and reads it out beside what has happened since."),
                    (Push(On.TRUST, -1, (Kind.RETAIL, Kind.PENSION)),),
                ),
                Later(
                    N_("She reads your answer to her investment club, and then to a radio station."),
                    (Push(On.TRUST, 2, (Kind.RETAIL,)),),
                ),
            ),
            Way(
                N_("Have somebody answer."),
                N_("There is nothing to win: at best she thanks whoever wrote it."),
                (),
                When.LUCK,
                Later(N_("The answer was good. She thanks whoever wrote it.")),
                Later(
                    N_("The answer had the right tone and the wrong name. She corrects both in public."),
                    (Push(On.TRUST, -1, (Kind.RETAIL,)),),
                ),
            ),
            Way(
                N_("Let the letters come."),
                N_("She has copies of all ten, and a newspaper in mind for a bad day."),
                (),
                When.QUIET,
                Later(N_("The eleventh letter does not come.")),
                Later(
                    N_("The eleventh letter goes to a newspaper, with copies of the other ten."),
                    (Push(On.TRUST, -1, (Kind.RETAIL,)),),
                ),
            ),
        ),
    ),
    Script(
        key="analyst",
        title=N_("One cell in a report"),
        question=N_(
            "An analyst sends the draft of a report on {carmaker}. The arithmetic is right, and one cell "
            "holds chips that do not run. He asks for corrections of fact."
        ),
        ways=(
            Way(
                N_("Correct the cell."),
                N_("The market winces now; the big funds may later thank the honest number."),
                (Push(On.PRICE, -1),),
                When.RISEN,
                Later(
                    N_("The corrected report is the one that people trust. It says buy."),
                    (Push(On.TRUST, 1, (Kind.ACTIVE, Kind.INDEX)),),
                ),
                Later(
                    N_("The analyst repeats that the company itself has lowered his number."),
                    (Push(On.PRICE, -1),),
                ),
            ),
            Way(
                N_("Tell him that it is a fine report."),
                N_("Flattery holds until he walks past the warehouse; active funds read him."),
                (Push(On.PRICE, 1),),
                When.WAREHOUSE,
                Later(
                    N_(
                        "The analyst has walked past the warehouse. His next report has a photograph of "
                        "the cell."
                    ),
                    (Push(On.TRUST, -2, (Kind.ACTIVE,)), Push(On.PRICE, -1)),
                ),
                Later(N_("By now the cell is true.")),
            ),
            Way(
                N_("No comment."),
                N_("No lie and no help: the market goes on believing the cell while it can."),
                (),
                When.RISEN,
                Later(N_("He has found it himself and thanks nobody.")),
                Later(N_("The report is out, and the company is held to his cell."), (Push(On.PRICE, -1),)),
            ),
        ),
    ),
    Script(
        key="brass_band",
        title=N_("The owners' club at the gate"),
        question=N_(
            "The club of {carmaker}'s drivers wants to camp at the plant for a weekend, with two thousand "
            "cars and a brass band."
        ),
        ways=(
            Way(
                N_("Open the gate and feed them."),
                N_("It cannot go wrong: even in the rain the fans sing for whoever feeds them."),
                (Push(On.CARMAKER_CASH, -1),),
                When.CALM,
                Later(
                    N_("The film of that weekend has done more than a year of advertising."),
                    (Push(On.TRUST, 2, _CROWD),),
                ),
                Later(N_("It rained for two days. They sang."), (Push(On.TRUST, 1, (Kind.FANS,)),)),
            ),
            Way(
                N_("Open the gate."),
                N_("The fans bring their own food, and their own grills to your chargers."),
                (),
                When.LUCK,
                Later(
                    N_("They brought their own food and left some for the night shift."),
                    (Push(On.TRUST, 1, (Kind.FANS,)),),
                ),
                Later(
                    N_("Somebody grilled beside the chargers. The fire brigade praised the band."),
                    (Push(On.CARMAKER_CASH, -1),),
                ),
            ),
            Way(
                N_("The car park across the road is public."),
                N_("The fans mind at once, and a band that is turned away writes songs."),
                (Push(On.TRUST, -1, (Kind.FANS,)),),
                When.RISEN,
                Later(N_("The club has forgiven you, as its shares have risen.")),
                Later(
                    N_("The band has learned a song about the car park."), (Push(On.TRUST, -1, (Kind.FANS,)),)
                ),
            ),
        ),
    ),
    Script(
        key="three_hours",
        title=N_("Three hours, uncut"),
        question=N_(
            "A show with four million listeners offers you three hours, uncut. Your counsel offers you three "
            "reasons against it."
        ),
        ways=(
            Way(
                N_("Go, with counsel in the next room."),
                N_("Nothing will be held against you; a word you stand by may even be quoted."),
                (Push(On.ATTENTION, -1),),
                When.PROMISED,
                Later(
                    N_("A sentence of the second hour is quoted beside your promise. They agree."),
                    (Push(On.TRUST, 1, (Kind.RETAIL, Kind.INDEX)),),
                ),
                Later(N_("Counsel has written down the sentence that you did not say, and keeps it.")),
            ),
            Way(
                N_("Go alone."),
                N_("The crowd loves it. Lawyers listen to the end too, and cut it shorter."),
                (Push(On.TRUST, 2, _CROWD),),
                When.SUED,
                Later(
                    N_("The holders' lawyers have heard all three hours. They play eleven seconds."),
                    (Push(On.TRUST, -2, _FUNDS),),
                ),
                Later(N_("People still send each other the joke of the third hour."), (Push(On.PRICE, 1),)),
            ),
            Way(
                N_("Decline."),
                N_("The chair does not stay empty; a rival knows what to say to your people."),
                (),
                When.LEADING,
                Later(
                    N_("They invited a rival instead, who talked about you."),
                    (Push(On.TRUST, 1, (Kind.FANS,)),),
                ),
                Later(
                    N_("They invited a rival instead, who talked about open positions."),
                    (Push(On.PEOPLE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="thursday",
        title=N_("The short seller's Thursday"),
        question=N_(
            "A short seller announces a report on {carmaker} for Thursday and names it after a play. Nobody "
            "has seen it."
        ),
        when=When.KNOWN,
        weight=3,
        ways=(
            Way(
                N_("Answer every point, whatever they are."),
                N_("Every holder reads it to the end, and one right point undoes the rest."),
                (Push(On.ATTENTION, -1),),
                When.LUCK,
                Later(
                    N_(
                        "Of twenty points eighteen were known and two were wrong. Your answer is read to "
                        "the end."
                    ),
                    (Push(On.TRUST, 1), Push(On.PRICE, 1)),
                ),
                Later(N_("Point fourteen was right. You had answered it twice."), (Push(On.TRUST, -1),)),
            ),
            Way(
                N_("Ignore it."),
                N_("No holder thinks worse of you; the report waits for the price to fall."),
                (),
                When.RISEN,
                Later(N_("The share price has answered Thursday's report.")),
                Later(
                    N_("The report is quoted each time the price falls, and it has fallen."),
                    (Push(On.PRICE, -1),),
                ),
            ),
        ),
    ),
    Script(
        key="checklist",
        title=N_("The pension fund's engineer"),
        question=N_(
            "A teachers' pension fund asks to send its own engineer through {carmaker}'s halls for a day, "
            "with a checklist."
        ),
        ways=(
            Way(
                N_("Let her in."),
                N_("Pension and index funds believe her, whatever she finds in the halls."),
                (),
                When.WAREHOUSE,
                Later(
                    N_("Her checklist has one line in red: crates without power, with their number."),
                    (Push(On.TRUST, -1, (Kind.PENSION, Kind.INDEX)), Push(On.INSIDERS, 1)),
                ),
                Later(
                    N_("Her report to the fund has a single complaint. It is about the coffee."),
                    (Push(On.TRUST, 2, (Kind.PENSION, Kind.INDEX)),),
                ),
            ),
            Way(
                N_("Give her a guide."),
                N_("A guide wins nobody over, and tells an engineer which doors to remember."),
                (),
                When.TOOK,
                Later(
                    N_("She noted each door that the guide walked past."),
                    (Push(On.TRUST, -1, (Kind.PENSION,)), Push(On.INSIDERS, 1)),
                ),
                Later(N_("She noted what the guide said, and that there was a guide.")),
            ),
            Way(
                N_("Not this year."),
                N_("The pension fund minds; should anything come out, it will say it had asked."),
                (Push(On.TRUST, -1, (Kind.PENSION,)),),
                When.QUIET,
                Later(N_("The fund asks for next year, in the same words.")),
                Later(
                    N_("The fund says in public that it had asked to look."),
                    (Push(On.TRUST, -1, (Kind.PENSION, Kind.INDEX)),),
                ),
            ),
        ),
    ),
    Script(
        key="cover",
        title=N_("The cover of a magazine"),
        question=N_("A magazine puts {lab} on its cover and asks what it should show."),
        when=When.LEADING,
        weight=3,
        ways=(
            Way(
                N_("The engineers."),
                N_("Faces in print: old classmates see them, and recruiters learn the names."),
                (),
                When.LEADING,
                Later(
                    N_("Forty engineers on a cover. Their old classmates have written to them."),
                    (Push(On.PEOPLE, 1),),
                ),
                Later(
                    N_("Forty engineers on a cover. Rivals' recruiters call it the directory."),
                    (Push(On.PEOPLE, -1),),
                ),
            ),
            Way(
                N_("The chips."),
                N_("Fans and towns like a full rack; active funds can read part numbers."),
                (Push(On.TRUST, 1, (Kind.FANS,)),),
                When.SECRET,
                Later(
                    N_("On the cover is a rack, and on the rack a label with {carmaker}'s part number."),
                    (Push(On.INSIDERS, 2), Push(On.TRUST, -1, (Kind.ACTIVE,))),
                ),
                Later(N_("The cover has sold out in every town that wants a site."), (Push(On.LAB_SITE, 1),)),
            ),
            Way(
                N_("Somebody else."),
                N_("You give up the cover; retail holders or a rival will like you for it."),
                (),
                When.LUCK,
                Later(
                    N_("They print a drawing of an empty chair. It is liked."),
                    (Push(On.TRUST, 1, (Kind.RETAIL,)),),
                ),
                Later(N_("They print a rival, who sends you a copy."), (Push(On.GRUDGE, -1),)),
            ),
        ),
    ),
)
"""Eight tales, told by the secretary who opens the letters."""
