"""The weeks of `race.core.formulas.owners.week` holder by holder, in the few words numba compiles.

`pass_month` calls the other loops, for handing a dozen arrays to compiled code costs more than most
loops do with 2,000 holders. Each gives the same bits as its method of `Crowd`. numba keeps what it
compiled on disk until this file changes, so that the loops use only what is written here or handed to
them; the arrays take from here what both share: numbers, and the plain arithmetic of `bend` and `quote`.
Whole numbers are kept in 32 bits where they fit and indices are unsigned, without which the
compiler does not reckon eight holders at a time.

`race.study.native.loops` makes C of the same text for a compiled tree: it knows an array by the name of its
type, and a bundle where it is unpacked, passed on, or looked into by a number.
"""

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int32]
Longs: TypeAlias = NDArray[np.int64]
Words: TypeAlias = NDArray[np.uint64]
Marks: TypeAlias = NDArray[np.uint8]
Shorts: TypeAlias = NDArray[np.uint16]
Tickets: TypeAlias = NDArray[np.uint32]
Kinds: TypeAlias = NDArray[np.int8]
Reals: TypeAlias = NDArray[np.float64]
Web: TypeAlias = NDArray[np.uint32]
Table: TypeAlias = NDArray[np.int64]
"""Of two axes."""
Rows: TypeAlias = NDArray[np.uint8]
"""The same."""
Limits: TypeAlias = NDArray[np.uint16]
"""Of four axes: see `Ears.limits`."""
Chances: TypeAlias = NDArray[np.uint16]
"""Of three axes: see `Ears.chances`."""
Word: TypeAlias = Any
"""An unsigned word of 64 bits."""
Numbers: TypeAlias = Any
"""Whole numbers in an array or a list; `News` row by row."""
News: TypeAlias = Any
People: TypeAlias = tuple[Ints, Ints, Longs]
"""Trust, priors, shares."""
Minds: TypeAlias = tuple[Longs, Kinds, Web]
"""Where each kind starts and ends; each holder's kind and neighbours."""
Tales: TypeAlias = tuple[Rows, Limits, Chances, Table, Longs]
"""Who knows each story, how all are heard, their traits, what they moved."""
Room: TypeAlias = tuple[Words, Shorts, Marks, Words, Ints]
"""Scratch: luck word by word and the same in quarters, marks and the same eight by eight, seats."""
Quoted: TypeAlias = tuple[Numbers, int, News, float, int]
"""Five weeks' noise, ppm, behind it the cents by noise, sector and anger (written) and, for a whole month,
the words before the first for hearing and for trade; the sector's change, ppm; the news (week, ppm, cents;
the last is written); ppm that all shares sold in anger would move; the shares."""

NEIGHBOURS: Final = 8
"""Holders that each knows."""
SCALE_BITS: Final = 10
SCALE: Final = 1 << SCALE_BITS
"""What weights are whole numbers of: 1/1024."""
ONCE_BITS: Final = 31
ONCE: Final = 1 << ONCE_BITS
"""What chances are whole numbers of."""
COUNT_BITS: Final = 24
"""The trust of eight neighbours sums to less than 2**24 ppm; how many they are is counted above it."""
ONE: Final = np.int32(1 << COUNT_BITS)
"""One neighbour, counted above the sum of their trust."""
_FULL: Final = 1_000_000
_HALF: Final = 1 << (COUNT_BITS - 1)
_BLOCK: Final = 512
"""Holders who look around at a time; their neighbours' trust stays in the nearest cache."""
_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_27: Final = np.uint64(27)
_30: Final = np.uint64(30)
_31: Final = np.uint64(31)
_44: Final = np.uint64(44)


def bend(change: float) -> float:
    """Return a change bent towards -1 and 1, within .024 of its hyperbolic tangent (Padé's quotient).

    Made of products alone, it gives the same bits compiled and not.

    >>> [round(bend(x), 3) for x in (-5.0, -0.5, 0.0, 0.1, 1.0, 3.0)]
    [-1.0, -0.466, 0.0, 0.1, 0.778, 1.0]
    """
    if change >= 3.0:  # noqa: PLR2004 - where the quotient reaches 1
        return 1.0
    if change <= -3.0:  # noqa: PLR2004 - the same
        return -1.0
    square = change * change
    return change * (27.0 + square) / (27.0 + 9.0 * square)


def quote(price: int, week: int, market: Quoted, sold: int) -> int:
    """Return the price after a week; add up behind the noise what noise, sector and anger moved.

    >>> noise, news = [0, 30_000, 0, 0, 0, 0, 0, 0], [[1, -20_000, 0]]
    >>> quote(10_000, 1, (noise, 1_000, news, 380_000.0, 1_000), 10), noise[5:], news
    (10066, [300, 10, -38], [[1, -20000, -206]])
    """
    noise, sector, news, anger, shares = market
    before = price
    price = max(1, before + (before * noise[week] + _FULL // 2) // _FULL)
    noise[5] += price - before
    before = price
    price = max(1, before + (before * sector + _FULL // 2) // _FULL)
    noise[6] += price - before
    for k in range(len(news)):
        if news[k][0] == week:
            before = price
            price = max(1, before + (before * news[k][1] + _FULL // 2) // _FULL)
            news[k][2] = price - before
    before = price
    price = max(1, before + (before * -int(anger * sold / shares) + _FULL // 2) // _FULL)
    noise[7] += price - before
    return price


def listen(trust: Ints, web: Web, bound: Ints, sums: Ints) -> None:
    """Sum how far the neighbours are that each holder listens to, and above it their number.

    `web` is the network by row, shape (8, N).
    """
    around: Ints = np.empty(_BLOCK, dtype=np.int32)
    for first in range(0, len(trust), _BLOCK):
        own, near, total = (
            trust[first : first + _BLOCK],
            bound[first : first + _BLOCK],
            sums[first : first + _BLOCK],
        )
        for i in range(len(own)):
            total[i] = 0
        for row in range(NEIGHBOURS):
            seats = web[row, first : first + _BLOCK]
            for i in range(len(own)):
                around[i] = trust[seats[i]]
            for i in range(len(own)):
                apart = np.int32(around[i] - own[i])
                listens = np.int32(np.int32(abs(apart) - near[i]) >> 31)  # all ones or nothing
                total[i] = np.int32(total[i] + np.int32(np.int32(apart + ONE) & listens))


def step(trust: Ints, prior: Ints, owned: Longs, weights: tuple[Ints, Ints], sums: Ints) -> tuple[int, int]:
    """Step towards the neighbours and back to the priors; return what either moved.

    `weights` are pull and conviction; `owned` is 0 for short sellers. `sums` are as `listen` leaves them,
    and are written: what they come to takes no other kind of number, and goes several holders at a time.
    """
    pull, conviction = weights
    for i in range(len(trust)):
        number = np.int32((sums[i] + _HALF) >> COUNT_BITS)
        towards = np.int32(
            np.int32(np.int32(sums[i] - np.int32(number << COUNT_BITS)) * pull[i]) >> SCALE_BITS
        )
        share = (np.float32(towards) + np.float32(0.5)) / np.float32(max(number, np.int32(1)))
        sums[i] = np.int32(np.int32(share) + np.int32(towards >> 31))
    talked = returned = 0
    for i in range(len(trust)):
        towards = sums[i]
        back = np.int32(np.int32(np.int32(prior[i] - trust[i]) * conviction[i]) >> SCALE_BITS)
        trust[i] += np.int32(towards + back)
        talked += owned[i] * towards
        returned += owned[i] * back
    return talked, returned


def draw(word: Word, words: Words) -> None:
    """Fill `words` with luck: the hashes of what follows the counter `word`."""
    for i in range(len(words)):
        word += _GAMMA
        z = (word ^ (word >> _30)) * _FIRST
        z = (z ^ (z >> _27)) * _SECOND
        words[np.uint32(i)] = z ^ (z >> _31)


def pick(marks: Marks, eights: Words, seats: Ints) -> int:
    """Write down the seats that are marked, in their order; return how many.

    Eight at a time, for most are not: `eights` are the marks as words.
    """
    found: Any = np.uint32(0)
    for k in range(len(eights)):
        if eights[k] != 0:
            for seat in range(8 * k, 8 * k + 8):
                seats[found] = np.int32(seat)
                found = np.uint32(found + marks[np.uint32(seat)])
    return int(found)


def hear(
    story: tuple[Marks, int],
    minds: Minds,
    luck: Shorts,
    chances: tuple[Shorts, Shorts],
    room: tuple[Marks, Words, Ints],
) -> int:
    """Write down who hears a story, in order of seats; return how many.

    `story` is who knows it, and how many do.
    `chances` are each kind's largest, and all by kind and neighbours who know: a holder without luck
    enough for the largest does not look around, and nobody does for what nobody knows. `room` is scratch,
    and where the hearers are written.
    """
    edges, kind, nearby = minds
    known, knowing = story
    largest, table = chances
    marks, eights, lucky = room
    for which in range(len(largest)):
        first, last, limit = edges[which], edges[which + 1], largest[which]
        theirs, knows, marked = luck[first:last], known[first:last], marks[first:last]
        for i in range(len(marked)):
            marked[i] = np.uint8(theirs[i] < limit) & np.uint8(knows[i] ^ 1)
    maybe = pick(marks, eights, lucky)
    if knowing == 0:
        return maybe
    found: Any = np.uint32(0)
    for k in range(maybe):
        seat = np.uint32(lucky[k])
        place = np.uint32(kind[seat] * (NEIGHBOURS + 1))
        for neighbour in range(NEIGHBOURS):
            place = np.uint32(place + known[nearby[seat, neighbour]])
        lucky[found] = np.int32(seat)
        found = np.uint32(found + np.uint32(luck[seat] < table[place]))
    return int(found)


def recall(known: Rows, traits: Table) -> None:
    """Count behind each story's traits who knows it."""
    for story in range(len(known)):
        row, knows = known[story], np.int32(0)
        for i in range(len(row)):
            knows = np.int32(knows + row[i])
        traits[story, traits.shape[1] - 1] = knows


def shake(people: People, known: Marks, kind: Kinds, story: Longs, hearers: Ints) -> int:
    """Move the trust and priors of those who hear a story, a row of `traits`; return what that moved."""
    trust, prior, owned = people
    slope, least, memory = story[2], story[3], story[4]
    moved = 0
    for k in range(len(hearers)):
        seat = np.uint32(hearers[k])
        before = np.int64(trust[seat])
        push = ((before * slope >> SCALE_BITS) + least) * story[5 + kind[seat]] // _FULL
        after = min(max(before + push, 0), _FULL)
        trust[seat] = after
        prior[seat] = min(max((push * memory >> SCALE_BITS) + prior[seat], 0), _FULL)
        known[seat] = 1
        moved += owned[seat] * (after - before)
    return moved


def tell(people: People, minds: Minds, tales: Tales, week: tuple[int, Word], room: Room) -> None:
    """Let a week's news be heard. `week` is its number and the luck's word before its first.

    `room` is scratch: a story's luck, marks, hearers and some to spare.
    """
    known, limits, chances, traits, moved = tales
    now, word = week
    words, luck, marks, eights, hearers = room
    told = traits.shape[1] - 1
    for story in range(len(known)):
        age, ear = now - traits[story, 0], traits[story, 1]
        if age < 0 or age >= limits.shape[1]:
            continue
        draw(word + np.uint64(story * len(words)) * _GAMMA, words)
        knowing = traits[story, told]
        most, each = limits[ear, age, np.int64(knowing > 0)], chances[ear, age]
        heard = hear((known[story], knowing), minds, luck, (most, each), (marks, eights, hearers))
        moved[story] += shake(people, known[story], minds[1], traits[story], hearers[:heard])
        traits[story, told] += heard


def find_sellers(
    edges: Longs,
    table: Table,
    weeks: int,
    word: Word,
    room: tuple[Marks, Words, Ints],
) -> Table:
    """Return those who might sell in a month: seat, kind, ticket, chance used up and buyer, shape (M, 5).

    `edges` are where the kinds start and end, `table` their numbers as `KindTable.trade` holds them,
    `word` the one before the first; `room` is scratch.
    """
    marks, eights, seats = room
    words: Words = np.empty((edges[len(edges) - 1] + 1) // 2, dtype=np.uint64)
    draw(word, words)
    luck: Tickets = words.view(np.uint32)
    for which in range(len(edges) - 1):
        limit: int = 0
        for _ in range(weeks):
            limit += ((ONCE - limit) * table[0, which] >> ONCE_BITS) + 1
        theirs, marked = luck[edges[which] : edges[which + 1]], marks[edges[which] : edges[which + 1]]
        for i in range(len(marked)):
            marked[i] = np.uint8(theirs[i] >> np.uint32(1) < np.uint32(limit))
    found = pick(marks, eights, seats)
    buyers: Words = np.empty(found, dtype=np.uint64)
    lots: Table = np.zeros((found, 5), dtype=np.int64)
    draw(word + np.uint64(len(words)) * _GAMMA, buyers)
    which = 0
    for k in range(found):
        seat = seats[k]
        while seat >= edges[which + 1]:
            which += 1
        lots[k, 0], lots[k, 1], lots[k, 2] = seat, which, luck[np.uint32(seat)] >> np.uint32(1)
        spread = np.int64(buyers[k] >> _44) * table[5, which] >> 20
        lots[k, 4] = min(max(table[4, which] + spread - table[5, which] // 2, 0), _FULL)
    return lots


def trade(
    people: People, shares: Longs, lots: Table, table: Table, numbers: tuple[int, int]
) -> tuple[int, int]:
    """Let some sell and others take their seats; return the shares sold in anger and what moved.

    `lots` are those who might sell, and are written. `numbers` are the shortfall's weight, of 1,024,
    and by how much the price moves a buyer's trust, ppm.
    """
    trust, prior, owned = people
    steep, drift = numbers
    sold = moved = 0
    for k in range(len(lots)):
        seat, which = np.uint32(lots[k, 0]), np.uint32(lots[k, 1])
        short, used = table[3, which] - trust[seat], lots[k, 3]
        chance: int = table[1, which]
        left = ONCE - used
        calm = used + (left * chance >> ONCE_BITS)
        if short > 0:
            chance += table[2, which] * (SCALE + short * steep // _FULL) >> SCALE_BITS
        lots[k, 3] = used + (left * min(chance, ONCE) >> ONCE_BITS)
        if lots[k, 2] >= lots[k, 3]:
            continue
        if lots[k, 2] >= calm:
            sold += shares[seat]
        lots[k, 2] = ONCE  # who has sold is gone
        takes = min(max(lots[k, 4] + drift, 0), _FULL)
        moved += owned[seat] * (takes - trust[seat])
        trust[seat], prior[seat] = takes, lots[k, 4]
    return sold, moved


def feel(trust: Ints, owned: Longs, edges: Longs, price: Reals, felt: float) -> int:
    """Push the trust of each kind by the price as far as it is felt, ppm; return what that moved."""
    moved = 0
    for which in range(len(price)):
        by = np.int32(price[which] * felt)
        own, weight = trust[edges[which] : edges[which + 1]], owned[edges[which] : edges[which + 1]]
        for i in range(len(own)):
            now = np.int32(min(max(np.int32(own[i] + by), np.int32(0)), np.int32(_FULL)))
            moved += weight[i] * np.int32(now - own[i])
            own[i] = now
    return moved


def pass_month(
    people: People,
    minds: tuple[Web, tuple[Ints, Ints, Ints], Minds, tuple[Table, Reals, float, float, float, float, int]],
    tales: Tales,
    market: tuple[int, Quoted],
    weeks: tuple[int, int],
) -> tuple[int, int, int, int, int]:
    """Let a month pass: talk, stories, trade, the price and what is felt of it.

    `minds` are the network by row, what each holder listens to, follows and returns to, who they are, and
    the kinds' numbers; `market` is the price and what moves it; `weeks` are the first and how many. Return
    what talk, priors, trade and the price moved, and the price.
    """
    trust, prior, shares = people
    web, weights, who, numbers = minds
    table, price_moves, drifts, scale, clip, full, shortfall = numbers
    price, quoted = market
    start, number = weeks
    edges, size, opened = who[0], len(trust), price
    owned = shares.copy()
    owned[edges[len(edges) - 2] :] = 0
    words: Words = np.empty((size + 3) // 4, dtype=np.uint64)
    quarters: Shorts = words.view(np.uint16)
    marks: Marks = np.zeros((size + 7) // 8 * 8, dtype=np.uint8)
    eights: Words = marks.view(np.uint64)
    seats: Ints = np.empty(size + 8, dtype=np.int32)
    lots = find_sellers(edges, table, number, np.uint64(quoted[0][9]), (marks, eights, seats))
    recall(tales[0], tales[3])
    talked = returned = traded = felt = 0
    for week in range(number):
        last, drift = price, int(drifts * bend((price / opened - 1.0) / scale))
        if (start + week) % 2 == 0:
            listen(trust, web, weights[0], seats)
            moved = step(trust, prior, owned, (weights[1], weights[2]), seats)
            talked, returned = talked + moved[0], returned + moved[1]
        word = np.uint64(quoted[0][8]) + np.uint64(week * len(tales[0]) * len(words)) * _GAMMA
        tell((trust, prior, owned), who, tales, (start + week, word), (words, quarters, marks, eights, seats))
        gone = trade((trust, prior, owned), shares, lots, table, (shortfall, drift))
        price = quote(price, week, quoted, gone[0])
        change, traded = full * max(-clip, min(clip, price / last - 1.0)), traded + gone[1]
        felt += feel(trust, owned, edges, price_moves, change)
    return talked, returned, traded, felt, price
