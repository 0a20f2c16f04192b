"""Headlines from docks and the chipmaker's queue."""

from typing import Final

from race.core.words import N_

WORKS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "delivered.own": (
        (
            N_("{quantity} chips reach {firm}; the forklift is on overtime"),
            N_("{firm} takes delivery of {quantity}; payment preceded, as is the custom"),
            N_("{quantity} chips at {firm}'s dock, properly addressed"),
            N_("Unpacking at {firm}: {quantity}"),
            N_("The queue moves: {quantity} for {firm}"),
        ),
        (
            N_("{quantity} new toys at {firm}! Unboxing video, forty hours"),
            N_("Ding dong! {quantity}! Sign here, Boss"),
            N_("{quantity} chips at {firm} and not one with vinegar"),
            N_("Presents at {firm}: {quantity}, no ribbon big enough"),
            N_("{quantity}! Bubble wrap for everybody"),
        ),
        (
            N_("{quantity} H100-equivalents to {firm}; now find them power"),
            N_("{firm} plus {quantity}; queue minus {quantity}; conservation holds"),
            N_("{quantity} at the dock of {firm}, cold, soon hot"),
            N_("{firm} receives {quantity}. A chip in a crate computes nothing, we note monthly"),
            N_("Delivery, {firm}: {quantity}, generation as ordered, for once"),
        ),
    ),
    "delivered.car": (
        (
            N_("{quantity} chips reach {firm}; holders ask for a photograph with today's paper"),
            N_("{firm} receives {quantity}. Our reporter stayed to see them stay"),
            N_("{quantity} at {firm}'s dock: the inventory is a race between two lorries"),
            N_("Delivered to the right address: {quantity} for {firm}"),
            N_("{quantity} chips arrive where they were paid"),
        ),
        (
            N_("{quantity} for OUR cars! Touch one! (Do not touch one)"),
            N_("{firm} got {quantity}. Autonomy feels it in its wheels"),
            N_("{quantity} arrive at {firm}; crowd of six goes wild"),
            N_("Fresh chips, {quantity}, still warm from the boat"),
            N_("Beep beep, {quantity} coming through"),
        ),
        (
            N_("{quantity} to {firm}, destination confirmed by us, with a bicycle"),
            N_("{firm} receives {quantity}: sockets available, see plan, see page nine"),
            N_("{quantity} for autonomy: about this many nights of training"),
            N_("Serial numbers of {quantity} chips noted at {firm}, for later"),
            N_("{quantity} at {firm}. State: crated. Next state: to be observed"),
        ),
    ),
    "booked.own": (
        (
            N_("{firm} books {quantity} for {due}; the deposit is the easy part"),
            N_("{quantity} on order for {firm}, {due}: a liability with a waiting time"),
            N_("In line: {firm}, {quantity}, {due}. The line has no roof"),
            N_("{firm} commits to {quantity}; the future is prepaid"),
        ),
        (
            N_("{quantity} MORE please! {firm} orders for {due}"),
            N_("The Boss ordered {quantity}, extra large, {due}"),
            N_("{firm}: {quantity}. Would you like a hall with that?"),
            N_("Shopping list: milk, {quantity} chips"),
        ),
        (
            N_("{firm} queues {quantity} for {due}; backlog grows by as much"),
            N_("{quantity}, {due}, {firm}: the generation may change before they arrive"),
            N_("Order placed, {firm}: {quantity}. Lead time is the only honest price"),
            N_("{firm}'s bookings imply {quantity} more by {due}, unless something changes docks"),
        ),
    ),
    "booked.car": (
        (
            N_("{firm} books {quantity} for {due}; delivery address: read twice"),
            N_("{quantity} for {firm} in {due}, on paper and in the right column"),
            N_("{firm} spends on {quantity} chips; the promise department is relieved"),
            N_("An order of {firm}'s own, {quantity}, {due}"),
        ),
        (
            N_("{quantity} for the cars by {due}. They have been so good"),
            N_("{firm} gets in line! Elbows out! {quantity}!"),
            N_("{due}: {quantity} chips for us. Knit them something"),
            N_("Ordered and OURS: {quantity}"),
        ),
        (
            N_("{firm} books {quantity}; promise and bookings are now closer by that much"),
            N_("{quantity} to {firm} in {due}; we set a reminder and a camera"),
            N_("{firm}, {quantity}: the plan now has a shipment in it"),
            N_("Order book of {firm}: plus {quantity}, {due}. Sockets: pending"),
        ),
    ),
    "cancelled": (
        (
            N_("{firm} cancels {quantity} chips for {due}; the deposit learns what it was for"),
            N_("{quantity} chips back on the market: {firm} has done the sums again"),
            N_("{firm} gives up a place in the queue, {quantity} wide"),
            N_("Prudence or poverty: {firm} drops {quantity}"),
        ),
        (
            N_("{firm} sent {quantity} back. Wrong colour, surely"),
            N_("Who cancels {quantity} chips? A dieter?"),
            N_("{quantity} fewer for {firm}. More room in the garage"),
            N_("Changed our mind, kept the mug: {quantity}"),
        ),
        (
            N_("{firm} frees {quantity} in {due}; whoever is next says thank you"),
            N_("Cancellation of {quantity}: demand had been double-booked, we suspected"),
            N_("{quantity} orders withdrawn by {firm}; the queue shortens in theory"),
            N_("{firm} garbage-collects {quantity} bookings"),
        ),
    ),
    "lent": (
        (
            N_("{lab} lends {quantity} chips to {carmaker} until {end}. You read that correctly"),
            N_("The current reverses: {quantity} chips go the other way, to {end}"),
            N_("{carmaker} borrows {quantity} from {lab}; the lorry knows the road"),
            N_("A loan with a due date, {end}, and {quantity} witnesses"),
        ),
        (
            N_("{quantity} chips come to PLAY at {carmaker} till {end}"),
            N_("See? SEE? {quantity} came the other way"),
            N_("{lab} shares its crisps: {quantity}"),
            N_("Family is family: {quantity}, back by {end}"),
        ),
        (
            N_("Flow reversed, {quantity}, until {end}; we rotated the arrow on our chart"),
            N_("{carmaker} plus {quantity} on lease from {lab}: net severity falls"),
            N_("A documented loan of {quantity}. Provenance desk applauds"),
            N_("{quantity} chips timeshared until {end}"),
        ),
    ),
    "lent.home": (
        (
            N_("{quantity} chips go home to {lab}; the loan was returned, somebody tell the books"),
            N_("End of loan: {quantity} back, condition used"),
            N_("Borrowed, used, returned: {quantity}. It can be done"),
            N_("The lorry again, {quantity}, in daylight"),
        ),
        (
            N_("Bye-bye {quantity}. Write to us"),
            N_("{quantity} left and did not even finish their tea"),
            N_("The cars wave at {quantity} chips"),
            N_("Sniff. {quantity} went home"),
        ),
        (
            N_("{quantity} released by {carmaker}; handles closed cleanly"),
            N_("Loan of {quantity} ends without a court, a sample of one"),
            N_("{quantity} chips: free() after malloc(), textbook"),
            N_("{quantity} home. Memory leak: none"),
        ),
    ),
    "licensed": (
        (
            N_("{lab} licenses its release to {carmaker}; the invoice crosses a car park"),
            N_("The cars get a brain on subscription"),
            N_("{carmaker} pays {lab} for thinking, at arm's length, same arm"),
            N_("A licence between neighbours, with a fee and a founder"),
        ),
        (
            N_('OUR CARS TALK NOW! They mostly say "recalculating"'),
            N_("{lab} in {carmaker}: jam in doughnut"),
            N_("Robots, too! Ours fetched a spoon! A spoon!"),
            N_("The car knows jokes. Old ones. Lovely"),
        ),
        (
            N_("{lab}'s release runs in cars and robots; latency measured between two lights"),
            N_("A licence: the one transfer that leaves the original in place"),
            N_("Inference at the edge, edge at 110 km/h"),
            N_("Robots with {lab} inside: grip improves, small talk does not"),
        ),
    ),
    "given_back": (
        (
            N_("{quantity} chips returned by {lab}, unforced; the archive has no form for it"),
            N_("Back at {carmaker}: {quantity}. Holders count them, then again"),
            N_("{quantity} chips make the return journey; the outward one is remembered"),
            N_("Restitution without a judge: {quantity}"),
        ),
        (
            N_("They came BACK! {quantity}! With a note!"),
            N_("{quantity} chips home for tea. All is forgiven, what was it again"),
            N_("The Boss gives back {quantity}. Do YOU return pens?"),
            N_("{quantity} and a thank-you. Class"),
        ),
        (
            N_("{quantity} restored to {carmaker}; about forty per cent of the harm is undone, see fit"),
            N_("{quantity} chips return older by the months they were away"),
            N_("Voluntary rollback of {quantity}; we had not tested that branch"),
            N_("The flow integral falls by {quantity}"),
        ),
    ),
    "called_back": (
        (
            N_("{carmaker}'s directors have {quantity} chips back from {lab}; the minutes run to one page"),
            N_("The board asks, {lab} unplugs: {quantity} go home"),
            N_("{quantity} chips recalled. A car firm knows the procedure"),
            N_("Directors find their voice and {quantity} chips"),
        ),
        (
            N_("GIVE THEM BACK! The board wants its {quantity}! And gets them!"),
            N_("Recall! Not the cars this time: {quantity} chips!"),
            N_("The board says no to the Boss. The board! To the BOSS!"),
            N_("{quantity} chips sent home. With their ears pulled"),
        ),
        (
            N_("{quantity} reclaimed by {carmaker}; {lab}'s run plans want a second look"),
            N_("The directors revert {quantity}. No review comments"),
            N_("{quantity} leave {lab} warm. Thermal paste not included"),
            N_("Custody corrected for {quantity}; the months away stay in the log"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
