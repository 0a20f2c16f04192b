"""The weeks of `race.core.formulas.owners.week` holder by holder, in the few words numba compiles.

`pass_week` calls the other loops, for handing a dozen arrays to compiled code costs more than most
loops do with 2,000 holders. Each gives the same bits as its method of `Crowd`. numba keeps what it
compiled on disk until this file changes, so that the loops use only what is written here or handed to
them.
Whole numbers are kept in 32 bits where they fit and indices are unsigned, without which the
compiler does not reckon eight holders at a time.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Web = NDArray[np.uint32]

_NEIGHBOURS: Final = 8
_BLOCK: Final = 512
"""Holders who look around at a time; their neighbours' trust stays in the nearest cache."""
_SCALE_BITS: Final = 10
_SCALE: Final = 1 << _SCALE_BITS
_FULL: Final = 1_000_000
_ONE: Final = np.int32(1 << 24)
"""One neighbour, counted above the sum of their trust."""
_HALF: Final = 1 << 23
_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_27: Final = np.uint64(27)
_30: Final = np.uint64(30)
_31: Final = np.uint64(31)
_32: Final = np.uint64(32)
_44: Final = np.uint64(44)
_LOW_16: Final = np.uint64(0xFFFF)
_LOW_32: Final = np.uint64(0xFFFF_FFFF)
_ODD: Final = np.uint64(1)


def listen(trust: Ints, web: Web, bound: Ints, sums: Ints) -> None:
    """Sum how far the neighbours are that each holder listens to, and above it their number.

    `web` is the network by row, shape (8, N).
    """
    around = np.empty(_BLOCK, dtype=np.int32)
    for first in range(0, len(trust), _BLOCK):
        own, near, total = (
            trust[first : first + _BLOCK],
            bound[first : first + _BLOCK],
            sums[first : first + _BLOCK],
        )
        for i in range(len(own)):
            total[i] = 0
        for row in range(_NEIGHBOURS):
            seats = web[row, first : first + _BLOCK]
            for i in range(len(own)):
                around[i] = trust[seats[i]]
            for i in range(len(own)):
                apart = np.int32(around[i] - own[i])
                listens = np.int32(np.int32(abs(apart) - near[i]) >> 31)  # all ones or nothing
                total[i] = np.int32(total[i] + np.int32(np.int32(apart + _ONE) & listens))


def step(trust: Ints, prior: Ints, owned: Longs, weights: tuple[Ints, Ints], sums: Ints) -> tuple[int, int]:
    """Step towards the neighbours and back to the priors; return what either moved.

    `weights` are pull and conviction; `owned` is 0 for short sellers.
    """
    pull, conviction = weights
    talked = returned = 0
    for i in range(len(trust)):
        number = np.int32((sums[i] + _HALF) >> 24)
        towards = np.int32(np.int32(np.int32(sums[i] - np.int32(number << 24)) * pull[i]) >> _SCALE_BITS)
        towards = np.int32(np.floor((towards + 0.5) / max(int(number), 1)))  # half off a whole number: exact
        back = np.int32(np.int32(np.int32(prior[i] - trust[i]) * conviction[i]) >> _SCALE_BITS)
        trust[i] += np.int32(towards + back)
        talked += owned[i] * towards
        returned += owned[i] * back
    return talked, returned


def hear(
    known: NDArray[np.bool_],
    minds: tuple[Longs, NDArray[np.int8], Web],
    luck: tuple[Any, Any, bool],
    chances: tuple[NDArray[np.uint16], NDArray[np.uint16]],
    lucky: Ints,
) -> int:
    """Write down who hears a story, in order of seats; return how many.

    `minds` are where the kinds start and end, each holder's kind and its neighbours, shape (N, 8).
    `luck` is the word before the first holder's, where the story's 16 bits stand in a word, and whether
    anybody knows it. `chances` are each kind's largest, and all by kind and neighbours who know: a
    holder without luck enough for the largest does not look around.
    """
    edges, kind, nearby = minds
    word, shift, spread = luck
    largest, table = chances
    maybe: Any = 0
    for which in range(len(largest)):
        limit = np.int64(largest[which])
        for i in range(edges[which], edges[which + 1]):
            word += _GAMMA
            z = (word ^ (word >> _30)) * _FIRST
            z = (z ^ (z >> _27)) * _SECOND
            ticket = np.int64(((z ^ (z >> _31)) >> shift) & _LOW_16)
            lucky[maybe, 0] = i
            lucky[maybe, 1] = ticket
            maybe += np.int64(ticket < limit) & (1 - np.int64(known[np.uint32(i)]))
    if not spread:
        return int(maybe)
    found: Any = 0
    for k in range(maybe):
        seat = np.uint32(lucky[k, 0])
        place = np.int64(kind[seat]) * (_NEIGHBOURS + 1)
        for neighbour in range(_NEIGHBOURS):
            place += known[nearby[seat, neighbour]]
        lucky[found, 0] = seat
        found += np.int64(lucky[k, 1] < table[place])
    return int(found)


def shake(
    people: tuple[Ints, Ints, Longs],
    known: NDArray[np.bool_],
    effects: tuple[NDArray[np.int8], Longs],
    weights: tuple[int, int, int],
    hearers: Ints,
) -> int:
    """Move the trust and priors of those who hear a story; return what that moved.

    `people` are trust, priors and what long holders own; `effects` the kinds and what the story does
    to each; `weights` slope of its weight over trust, of 1,024, weight at none, and memory, of 1,024.
    """
    trust, prior, owned = people
    kind, effect = effects
    slope, least, memory = weights
    moved = 0
    for k in range(len(hearers)):
        seat = np.uint32(hearers[k, 0])
        before = np.int64(trust[seat])
        push = ((before * slope >> _SCALE_BITS) + least) * effect[kind[seat]] // _FULL
        after = min(max(before + push, 0), _FULL)
        trust[seat] = after
        prior[seat] = min(max((push * memory >> _SCALE_BITS) + prior[seat], 0), _FULL)
        known[seat] = True
        moved += owned[seat] * (after - before)
    return moved


def draw_sellers(most: NDArray[np.uint32], word: Any, seats: Ints, tickets: Longs, ends: Longs) -> None:  # noqa: ANN401
    """Write down who might sell in each week of a month whatever their trust will be.

    `word` is the one before the first; each holds the luck of two. `ends` are where each week starts
    and ends among the seats and their tickets, shape (weeks + 1,); there is one place to spare.
    """
    found: Any = 0
    z, odd = word, np.uint64(0)
    for week in range(1, len(ends)):
        for i in range(len(most)):
            if odd == 0:
                word += _GAMMA
                z = (word ^ (word >> _30)) * _FIRST
                z = (z ^ (z >> _27)) * _SECOND
                z = z ^ (z >> _31)
            ticket = np.int64((z >> (odd * _32)) & _LOW_32)
            odd ^= _ODD
            seats[found] = i
            tickets[found] = ticket
            found += np.int64(ticket < most[i])
        ends[week] = found


def trade(
    people: tuple[Ints, Ints, Longs, Longs],
    kinds: tuple[NDArray[np.int8], Longs],
    sellers: tuple[Ints, Longs],
    word: Any,  # noqa: ANN401 - an unsigned word
    numbers: tuple[int, int, int, int],
) -> tuple[int, int]:
    """Let some sell and others take their seats; return the shares sold in anger and what moved.

    `people` are trust, priors, shares, and what long holders own; `kinds` each holder's kind and, by
    kind, turnover, anger, angry below and prior, shape (4, 7). `sellers` are the week's seats and
    tickets, `word` the one before the first buyer's. `numbers` are the shortfall's weight, of 1,024,
    the width of the buyers' trust, half of it, and by how much the price moves it, ppm.
    """
    trust, prior, shares, owned = people
    kind, table = kinds
    seats, tickets = sellers
    steep, wide, half, drift = numbers
    sold = moved = 0
    for k in range(len(seats)):
        word += _GAMMA
        seat = np.uint32(seats[k])
        which = kind[seat]
        slack, short = tickets[k] - table[0, which], table[2, which] - trust[seat]
        angry = slack >= 0 and short > 0
        angry = angry and slack < table[1, which] * (_SCALE + short * steep // _FULL) >> _SCALE_BITS
        if not angry and slack >= 0:
            continue
        if angry:
            sold += shares[seat]
        z = (word ^ (word >> _30)) * _FIRST
        z = (z ^ (z >> _27)) * _SECOND
        spread = np.int64((z ^ (z >> _31)) >> _44) * wide >> 20
        buyer = min(max(table[3, which] + spread - half, 0), _FULL)
        takes = min(max(buyer + drift, 0), _FULL)
        moved += owned[seat] * (takes - trust[seat])
        trust[seat], prior[seat] = takes, buyer
    return sold, moved


def feel(trust: Ints, owned: Longs, push: Ints, edges: Longs) -> int:
    """Push the trust of each kind; return what that moved. `edges` are where each kind starts and ends."""
    moved = 0
    for which in range(len(push)):
        own, weight, by = (
            trust[edges[which] : edges[which + 1]],
            owned[edges[which] : edges[which + 1]],
            push[which],
        )
        for i in range(len(own)):
            felt = np.int32(min(max(np.int32(own[i] + by), np.int32(0)), np.int32(_FULL)))
            moved += weight[i] * np.int32(felt - own[i])
            own[i] = felt
    return moved


def pass_week(
    people: tuple[Ints, Ints, Longs, Longs],
    minds: Any,  # noqa: ANN401 - see `CompiledCrowd`
    tales: Any,  # noqa: ANN401 - the same
    luck: tuple[Any, Any, int, int, int],
    room: tuple[Ints, Ints, Longs, Longs, tuple[int, int, int, int]],
) -> tuple[int, int, int, int]:
    """Let a week pass: talk, stories, trade; return what talk and priors moved, shares sold, trade moved.

    `people` are trust, priors, shares, and what long holders own. `luck` holds the words before the
    month's first for hearing and for buyers, weeks of the month, the week, and stories cut from a word.
    `room` is scratch of shape (N + 1, 2), then the week's sellers and the numbers of `trade`.
    """
    trust, prior, _, owned = people
    web, bound, weights, kinds, table = minds
    hearing, buyers, weeks, week, cut = luck
    lucky, seats, tickets, ends, numbers = room
    size = len(trust)
    sums = lucky.reshape(-1)[:size]
    listen(trust, web, bound, sums)
    talked, returned = step(trust, prior, owned, weights, sums)
    known, limits, chances, traits, effects, moved = tales
    for place in range(len(known)):
        age = traits[place, 0] + week
        if age < 0 or age >= limits.shape[1]:
            continue
        spread = known[place].any()
        word = hearing + np.uint64((place // cut * weeks + week) * size) * _GAMMA
        shift = np.uint64(16 * (place % cut))
        told = (limits[place, age, np.int64(spread)], chances[place, age])
        found = hear(known[place], kinds, (word, shift, spread), told, lucky)
        weight = (traits[place, 1], traits[place, 2], traits[place, 3])
        own = (trust, prior, owned)
        moved[place] += shake(own, known[place], (kinds[1], effects[place]), weight, lucky[:found])
    first, last = ends[week], ends[week + 1]
    word = buyers + np.uint64(first) * _GAMMA
    sold, traded = trade(people, (kinds[1], table), (seats[first:last], tickets[first:last]), word, numbers)
    return talked, returned, sold, traded
