"""Headlines from building sites: ground broken, power switched on, what is late and what is stopped."""

from typing import Final

from race.core.words import N_

HALLS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "ground.own": (
        (
            N_("{firm} breaks ground for {power}, ready in {ready}; a cost centre with a view"),
            N_("{power} ordered in concrete: {firm}, {ready}"),
            N_("Spades at {firm}; the power company learns of {power} from this page"),
            N_("{firm} builds for {power}. The mayor speaks of jobs, mostly of his"),
            N_("{power} on a field that grew beets; the beets had better margins"),
            N_("{firm} has found land, power and a deadline: {ready}"),
        ),
        (
            N_("DIG! {firm} digs! {power} by {ready}!"),
            N_("{power} of brain coming up. Hard hats from our shop"),
            N_("The Boss touched a shovel. The shovel is in our office"),
            N_("Holes! Big ones! For {firm}!"),
            N_("Cranes! We love cranes! {firm} has cranes!"),
            N_("{ready} is when {firm} goes BOOM (the good boom)"),
            N_("A bulldozer named Gladys is digging for the Boss"),
        ),
        (
            N_("{firm} permits {power} for {ready}: we read the transformer order, it is brave"),
            N_("{power} at {firm}; cooling by river, schedule by optimism"),
            N_("Concrete sets in 28 days, substations do not: {firm}, {ready}"),
            N_("A hall for {power}, {firm}. Chips to fill it stand in a queue we can see"),
            N_("{power} at {firm}, {ready}: we checked the slope, the soil and the hubris"),
            N_("{firm}'s new hall on our map, {power}; the legend got longer"),
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
            N_("{firm} on line with {power}; what fills it is a question of lorries"),
            N_("{power} more at {firm}; the lenders drove out to hear it"),
            N_("Ribbon cut at {firm}, {power}; scissors expensed"),
            N_("{firm} adds {power}. The valuation adds more"),
        ),
        (
            N_("LET THERE BE {power}! {firm} is ON"),
            N_("{power} humming in B flat. Dance, people"),
            N_("Switch, click, genius: {power} at {firm}"),
            N_("The Boss flipped it. With ONE finger"),
            N_("You could toast every bread in the county with {power}"),
            N_("{power}! Moths for miles around are confused"),
            N_("Knock knock. Who is there. {power}. {power} who? {firm}"),
            N_("{firm} is HUMMING. We put our ear to the fence. Warm fence"),
            N_("Brighter than Vegas, quieter than our printer: {power}"),
        ),
        (
            N_("{firm} at {power}: cooling stable, neighbours less so"),
            N_("{power} energised; from warehouse to gradients in one evening"),
            N_("{firm} gains {power}. We see it in the frequency of the grid"),
            N_("Hall on, {power}; the bottleneck moves on to the next thing, as it does"),
            N_("{power} live at {firm}: expect loss to fall and frogs to leave"),
            N_("From permit to electrons, {firm} took fewer months than our review"),
            N_("{firm} at plus {power}. The utility's forecast is now a lower bound"),
        ),
    ),
    "power.car": (
        (
            N_("{firm} switches on {power} of its own; its chips have lost their excuse"),
            N_("From today a crate at {firm} has a socket: {power}"),
            N_("{power} at {firm}; the idle are put to work, and the founder on notice"),
            N_("{firm}'s hall runs. Counsel crosses out a paragraph"),
            N_("{carmaker} can now use what it buys: {power}"),
            N_("{power} at home. The lorry drivers are asked for new routes"),
        ),
        (
            N_("Our hall is ON! {power} for CARS!"),
            N_("The chips are home, warm and busy: {power}"),
            N_("{power}! The cars learn to parallel park tonight"),
            N_("Dust has officially left {firm}"),
            N_("{power} of home cooking for our chips"),
            N_("Plugged in and happy. The chips, and us: {power}"),
        ),
        (
            N_("{firm} energises {power}; recompute every earlier excuse"),
            N_("Sockets gain on chips at {firm}, a sentence we had stored for later"),
            N_("{power} of local training: the autonomy curve should bend within two quarters"),
            N_("{firm}'s site passes the simplest test: it is on"),
            N_("{power} at {carmaker}: idle share falls, so does the supply of excuses"),
            N_("The plan had a hall in it. Now the hall has a hall in it: {power}"),
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
            N_("The inspectors asked for one more form, and then for the form before it: {firm}"),
            N_("{power} of silence at {firm} until {ready}"),
            N_("Stop work at {firm}: the only silent week in {power} of construction"),
            N_('{firm} learns to spell "permit" by {ready}'),
        ),
        (
            N_("Red tape 1, {firm} 0, until {ready}"),
            N_("They stopped it for a FORM"),
            N_("Quiet at {firm}. The birds are unsettled"),
            N_("{ready}? For a stamp? Lend them ours"),
            N_("Builders' tea break at {firm} till {ready}"),
            N_("No dig, no gig: {firm} waits for a man with a clipboard"),
        ),
        (
            N_("{power} at {firm} powered down pending documents; the documents are a PDF"),
            N_("Forced builds carry a hazard rate; {firm} has drawn it, to {ready}"),
            N_("{firm}: zero of {power} until {ready}. Interlock: legal"),
            N_("Silence up, training down, at {firm}"),
            N_("{power} waiting on a signature; the pen has better uptime"),
            N_("Forced builds, forced pauses: {firm} until {ready}"),
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
}
"""Wordings by kind of story, for each paper in turn."""
