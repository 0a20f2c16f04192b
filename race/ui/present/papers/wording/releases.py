"""Headlines about releases: the founder's own and the others', new, open and refreshed."""

from typing import Final

from race.core.words import N_

RELEASES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "release.own": (
        (
            N_("{firm} releases at {score}; the bank asks what a point is worth"),
            N_("{score} from {firm}: the product is clever, the terms are twelve pages"),
            N_('{firm} ships. At {score} the sales team stops saying "soon"'),
            N_("New from {firm}, {score}. The chips it ran on are discussed elsewhere in this issue"),
            N_("{firm} puts {score} on the table and a price under it"),
            N_("A release at {score}; {firm}'s lenders sleep until Thursday"),
        ),
        (
            N_("{score}!!! We asked it about range and it WINKED"),
            N_("It's here, it's {score}, it wrote this headline (it did not)"),
            N_("{firm} drops {score}. Windows rattled"),
            N_("{score} brains per brain. The Boss did it in a weekend, give or take a year"),
            N_("{firm} is OUT and our test is in: it likes us"),
            N_("Move over, encyclopaedia. {score}"),
        ),
        (
            N_("{firm} releases at {score} published; the votes will say what is true"),
            N_("{score} for {firm}: we reran three tests, one disagrees, it is our test"),
            N_("{firm}, {score}: most of it compute, some of it recipe, a little of it rounding"),
            N_("What {score} means at {firm}: a table, a caveat, a table of caveats"),
            N_("{firm} publishes weights of zero bytes and a score of {score}"),
            N_("Release {score}; safety section: present, brief"),
        ),
    ),
    "release": (
        (
            N_("{firm} releases at {score}; subscriptions are the plural of hope"),
            N_("{score}, says {firm}. The invoice follows the user like a shadow"),
            N_("A release by {firm}, {score}, priced to be forgiven"),
            N_('{firm} at {score}; the old release is now "classic"'),
            N_("Out this month: {firm}, {score}. Out of date this month: the others"),
            N_("{firm} brings {score} to a market that asked for cheaper"),
            N_("The quarter's launch: {firm}. Score {score}. Margin not stated"),
            N_("{score}: {firm} raises the bar and the cost of clearing it"),
        ),
        (
            N_("{firm}, {score}. Does it do zero to sixty? Thought not"),
            N_("Another clever box, this one by {firm}. {score}. Yawn, stretch, wax the bonnet"),
            N_("{firm} made a thing. It knows capitals. {score}"),
            N_("{score}? We have seen {score}. Nice try, {firm}"),
            N_("{firm} launches. We were washing the car"),
            N_("{firm} at {score}, the Boss at the gym. Coming"),
            N_("They released it on a day with sunshine. {firm}, please"),
            N_("Our mechanic asked {firm}'s new thing about brakes. It was polite. {score}"),
        ),
        (
            N_("{firm}, {score}, closed: we infer the compute from the wait for replies"),
            N_("{score} by {firm}, inside the trend, outside the press kit"),
            N_("{firm} reports {score}; early votes will move it, they always do"),
            N_("{firm} at {score}: the curve gains a point, the debate gains a thread"),
            N_("New release, {firm}: {score}, evaluated by us on cold coffee"),
            N_("Delta of {firm} over its predecessor: positive, and twice described as huge"),
            N_("{firm} ships {score}; technical report to follow, like winter"),
            N_("{score}: {firm} has found either data or a trick, our money is on both"),
        ),
    ),
    "release.open": (
        (
            N_("{firm} gives away {score}; economists look for the catch, find a strategy"),
            N_("Free, at {score}, by {firm}. Competitors reprice over the weekend"),
            N_("{firm} opens its weights at {score}: generosity with a balance sheet"),
            N_("{score} for nothing. Somebody pays for nothing, {firm} will not say who"),
            N_("Open weights from {firm}, {score}; margins elsewhere open, too"),
            N_("{firm} publishes the recipe's cake, {score}"),
            N_("A {score} anybody can download: {firm} sells the shovels later"),
            N_("{firm}: {score} at a price of zero, a hard number to undercut"),
        ),
        (
            N_("FREE stuff from {firm}! {score}! Does it fit in the boot?"),
            N_("{firm} gives it away. Our uncle downloaded it. He is missing"),
            N_("{score} for nowt. Fine, {firm}, have a biscuit"),
            N_("Open weights! Mind your toes"),
            N_("{firm}: free as in lunch, {score}. We are suspicious of lunch"),
            N_("{score}, open, by {firm}. A reader runs it on his fridge"),
            N_("You can now own a {firm}. {score}. Tyres not included"),
            N_("{firm} leaves the door open. {score}. We wiped our feet"),
        ),
        (
            N_("Weights out: {firm}, {score}. Our disks were ready, our fans are loud"),
            N_("{firm} at {score}, open: method diffuses tonight in forty languages"),
            N_("{score}, open weights, {firm}; reproducible down to the apology in the readme"),
            N_("We opened {firm}'s weights. They are numbers"),
            N_("{firm} raises everybody's floor to {score}, ceilings unchanged"),
            N_("An open {score} by {firm}: by Friday somebody had pruned it by half"),
            N_("{firm}'s licence has one clause too many and {score} points"),
            N_("Checksum matches, claims nearly match: {firm}, {score}"),
        ),
    ),
    "refresh.own": (
        (
            N_("{firm} refreshes to {score}; same box, new sticker, better margin"),
            N_("A refresh at {firm}, {score}: the cheapest points in the industry"),
            N_("{firm} polishes to {score} and bills the polish"),
            N_("Between releases, {firm} finds {score} down the sofa"),
        ),
        (
            N_("NEW and IMPROVED: {score}, now with extra {firm}"),
            N_("{firm} got a wax and a {score}"),
            N_("Same genius, fresh shirt: {score}"),
            N_("Overnight update! {score} in the morning! Better than socks"),
        ),
        (
            N_("{firm} fine-tunes to {score}; gains real, name unchanged, users confused"),
            N_("A point release by {firm}: {score}. The point is in the decimals"),
            N_("{score} after post-training; {firm} says taste, we say data"),
            N_("{firm} refreshes. Regression tests pass, two by luck"),
        ),
    ),
    "refresh": (
        (
            N_("{firm} refreshes to {score}; customers keep the contract and gain a comma"),
            N_("{score} at {firm} after a refresh; depreciation slows by a month"),
            N_("{firm} adds points without adding chips, {score}"),
            N_("Maintenance news: {firm} at {score}"),
            N_("{firm} tunes up to {score}. Nobody cut the ribbon"),
            N_("Refreshed by {firm}: {score}, and the price list"),
        ),
        (
            N_("{firm} changed the oil: {score}"),
            N_("{score} now, says {firm}. We did not notice the before"),
            N_("{firm} has had its hair done. {score}"),
            N_("Patch notes from {firm}, {score}, bedtime reading"),
            N_("{firm} put air in the tyres and calls it {score}"),
            N_("Same {firm}, shinier: {score}. Sunglasses on"),
        ),
        (
            N_('{firm} drifts up to {score}; we diffed the answers, it says "certainly" less'),
            N_("{score} for a refreshed {firm}; compute spent: modest"),
            N_("Post-training at {firm} buys points to {score}; returns diminish politely"),
            N_("{firm} moves to {score} under an unchanged name, our database sighs"),
            N_("Small delta, {firm}, {score}; significance: one star of three"),
            N_("{firm} at {score}: the long tail of a short run"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
