"""Headlines from docks, halls and the chipmaker's queue."""

from typing import Final

from race.core.words import N_

WORKS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "ground.own": (
        (
            N_("{firm} breaks ground for {power}, ready in {ready}; a cost centre with a view"),
            N_("{power} ordered in concrete: {firm}, {ready}"),
            N_("Spades at {firm}; the power company learns of {power} from this page"),
            N_("{firm} builds for {power}. The mayor speaks of jobs, mostly of his"),
        ),
        (
            N_("DIG! {firm} digs! {power} by {ready}!"),
            N_("{power} of brain coming up. Hard hats from our shop"),
            N_("The Boss touched a shovel. The shovel is in our office"),
            N_("Holes! Big ones! For {firm}!"),
        ),
        (
            N_("{firm} permits {power} for {ready}: we read the transformer order, it is brave"),
            N_("{power} at {firm}; cooling by river, schedule by optimism"),
            N_("Concrete sets in 28 days, substations do not: {firm}, {ready}"),
            N_("A hall for {power}, {firm}. Chips to fill it stand in a queue we can see"),
        ),
    ),
    "ground.car": (
        (
            N_("{firm} builds {power} of its own by {ready}; an excuse becomes an asset"),
            N_("A place to plug things in: {firm}, {power}, {ready}"),
            N_("{firm} pours concrete; the warehouse argument sets with it"),
            N_("{power} at {firm} from {ready}: holders send flowers to a substation"),
        ),
        (
            N_("A hall for OUR chips! {power}! Finally a bedroom of one's own"),
            N_("{firm} builds {power}. The cars have asked for a window"),
            N_("Spade in, corks out: {power} by {ready}"),
            N_("No more dust! {firm} gets {power}"),
        ),
        (
            N_("{firm} starts {power}: from {ready} the warehouse defence returns false"),
            N_("Local compute for local cars: {power}, {ready}"),
            N_("{power} at {firm}; autonomy gets a power budget larger than a slide"),
            N_("Idle chips at {firm} are promised sockets in {ready}"),
        ),
    ),
    "ground.rival": (
        (
            N_("{firm} breaks ground for {power}, due {ready}; land prices notice"),
            N_("{power} more at {firm} by {ready}. The utility hires"),
            N_("{firm} signs for {power}; somewhere a cow is moved"),
            N_("Another hall, {firm}, {power}. Cement is the new software"),
            N_("{firm}, {power}, {ready}: the building boom has a humming sound"),
        ),
        (
            N_("{firm} builds a big shed. {power}. It is still a shed"),
            N_("{power} for {firm}. Somebody tell the squirrels"),
            N_("Digging at {firm}. Probably looking for our lead"),
            N_("{firm} by {ready}? We could have had a race track there"),
            N_("{power}! The kettle lobby protests"),
        ),
        (
            N_("{firm}, {power}, {ready}: add a season, as for all of them"),
            N_("Satellite shows bare earth and ambition at {firm}: {power}"),
            N_("{power} by {firm}; that is a training run we can date to within a year"),
            N_("{firm} orders {power} of hall and, we hear, of patience"),
            N_("Permit {firm}, {power}. Our map needs a second sheet"),
        ),
    ),
    "power.own": (
        (
            N_("{firm} switches on {power}; depreciation starts at the same second"),
            N_("{power} live at {firm}. Collateral hums, lenders hum along"),
            N_("A switch is thrown at {firm}: {power}. The lights in town agree to stay on"),
            N_("{firm} on line with {power}; what fills it is, in part, a legal question"),
        ),
        (
            N_("LET THERE BE {power}! {firm} is ON"),
            N_("{power} humming in B flat. Dance, people"),
            N_("Switch, click, genius: {power} at {firm}"),
            N_("The Boss flipped it. With ONE finger"),
            N_("You could toast every bread in the county with {power}"),
        ),
        (
            N_("{firm} at {power}: cooling stable, neighbours less so"),
            N_("{power} energised; from warehouse to gradients in one evening"),
            N_("{firm} gains {power}. We see it in the frequency of the grid"),
            N_("Hall on, {power}; the bottleneck moves on to the next thing, as it does"),
        ),
    ),
    "power.car": (
        (
            N_("{firm} switches on {power} of its own; its chips have lost their excuse"),
            N_("From today a crate at {firm} has a socket: {power}"),
            N_("{power} at {firm}; the idle are put to work, and the founder on notice"),
            N_("{firm}'s hall runs. Counsel crosses out a paragraph"),
        ),
        (
            N_("Our hall is ON! {power} for CARS!"),
            N_("The chips are home, warm and busy: {power}"),
            N_("{power}! The cars learn to parallel park tonight"),
            N_("Dust has officially left {firm}"),
        ),
        (
            N_("{firm} energises {power}; recompute every earlier excuse"),
            N_("Sockets now exceed chips at {firm}, a sentence we had stored for later"),
            N_("{power} of local training: the autonomy curve should bend within two quarters"),
            N_("{firm}'s site passes the simplest test: it is on"),
        ),
    ),
    "power.rival": (
        (
            N_("{firm} switches on {power}; somebody's bond is a little safer"),
            N_("{power} come on at {firm}, on a Tuesday, without a band"),
            N_("{firm} has {power} more to pay for"),
            N_("Megawatts are the new headcount: {firm}, {power}"),
            N_("{firm} goes live with {power}, says its electrician"),
        ),
        (
            N_("{firm} plugged something in: {power}. Lights flickered in our garage"),
            N_("{power} at {firm}. Ours is a nicer hum"),
            N_("On switch found at {firm}"),
            N_("{firm} glows. From space, they say. We say: blinds"),
            N_("{power}? Our reader Bert has that in fairy lights"),
        ),
        (
            N_("{firm} adds {power}; expect quality in two to four quarters"),
            N_("{power} on at {firm}, inferred from a cloud of steam and a job advert"),
            N_("Compute estimate for {firm} revised by {power}, error bar by half of it"),
            N_("{firm}: {power} live. The fog thins by one hall"),
            N_("Grid operator confirms a new customer with appetite: {firm}"),
        ),
    ),
    "late": (
        (
            N_("{firm}'s site slips to {ready}; the concrete was on time, the permit was not"),
            N_("{ready}, now, for {firm}. The delay is capitalised"),
            N_("A transformer is late for {firm}: {ready}"),
            N_("{firm} revises to {ready}; contractors revise their holidays"),
            N_("Slip of the month: {firm}, {ready}"),
        ),
        (
            N_("{firm} late, {ready}. The cable was the wrong COLOUR"),
            N_("Rome, day one: late. {firm}: {ready}"),
            N_("{ready}! Builders, eh?"),
            N_("{firm} waits for a man with a key. {ready}"),
            N_("Patience at {firm} until {ready}. We do not stock patience"),
        ),
        (
            N_("{firm} to {ready}: the slip is on the regression line"),
            N_("Critical path at {firm} runs through one valve: {ready}"),
            N_("{ready} for {firm}. Hofstadter's law applies, including when we apply it"),
            N_("Substation queue delays {firm} to {ready}; electrons are patient"),
            N_("{firm}, new date {ready}, old reasons"),
        ),
    ),
    "stopped": (
        (
            N_("{firm}'s site of {power} stands still until {ready}, waiting for paper"),
            N_("Permits first, after all: {firm}, {power}, {ready}"),
            N_("The inspectors found the turbines, and then the file without them: {firm}"),
            N_("{power} of silence at {firm} until {ready}"),
        ),
        (
            N_("Red tape 1, {firm} 0, until {ready}"),
            N_("They stopped it for a FORM"),
            N_("Quiet at {firm}. The birds are unsettled"),
            N_("{ready}? For a stamp? Lend them ours"),
        ),
        (
            N_("{power} at {firm} powered down pending documents; the documents are a PDF"),
            N_("Forced builds carry a hazard rate; {firm} has drawn it, to {ready}"),
            N_("{firm}: zero of {power} until {ready}. Interlock: legal"),
            N_("Air quality up, training down, at {firm}"),
        ),
    ),
    "complaint": (
        (
            N_("A complaint sends {firm}'s permits back to the desk; ready in {ready} instead"),
            N_("{firm}'s neighbours have found the address of the authority: {ready}"),
            N_("Permits under review at {firm}; so is the contractor's cash flow, to {ready}"),
            N_("Procedure is also a competitor: {firm}, {ready}"),
        ),
        (
            N_("Somebody complained about {firm}. Somebody always does"),
            N_("A whole form against {firm}! In triplicate!"),
            N_("{ready} for {firm}, because of a frog, or a fund"),
            N_("Curtain twitchers strike: {firm}"),
        ),
        (
            N_("Objection to {firm}'s site is technically correct, the best kind: {ready}"),
            N_("Review of {firm}'s permits; decibels measured with a phone"),
            N_("{firm} to {ready}: a letter weighed more than a turbine"),
            N_("Public comment period opens on {firm}; comment one is ours"),
        ),
    ),
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
            N_("Christmas at {firm}: {quantity} under the tree"),
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
}
"""Wordings by kind of story, for each paper in turn."""
