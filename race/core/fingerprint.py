"""Sixteen hex digits for a position, as a tree, so that a difference names its part of the world."""

from hashlib import blake2b

import msgspec
import numpy as np

from race.core.world import World

PARTS = ("chips", "labs", "carmaker", "holders", "press", "market")
"""The subsystems a fingerprint tells apart."""

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Fingerprint(msgspec.Struct, frozen=True):
    """The digest of a position and of each of its parts."""

    whole: str
    parts: dict[str, str]

    def differing(self, other: "Fingerprint") -> tuple[str, ...]:
        """Return the names of the parts that differ, in the order of `PARTS`."""
        return tuple(part for part in PARTS if self.parts.get(part) != other.parts.get(part))


def fingerprint(world: World) -> Fingerprint:
    """Return the fingerprint of a position: every field of every part, exactly."""
    depots = [lab.depot for lab in world.labs.values()] + [world.carmaker.depot]
    books = [
        {name: getattr(lab, name) for name in lab.__struct_fields__ if name != "depot"}
        for lab in world.labs.values()
    ]
    company = {
        name: getattr(world.carmaker, name) for name in world.carmaker.__struct_fields__ if name != "depot"
    }
    parts = {
        "chips": _digest(_ENCODER.encode([depots, world.market.lines])),
        "labs": _digest(_ENCODER.encode([books, world.gaps, world.people])),
        "carmaker": _digest(_ENCODER.encode(company)),
        "holders": _people(world),
        "press": _digest(_ENCODER.encode([world.affairs])),
        "market": _digest(
            _ENCODER.encode(
                [
                    {n: getattr(world.market, n) for n in world.market.__struct_fields__ if n != "lines"},
                    world.month,
                    world.next_id,
                    world.ending,
                    world.ledger,
                ]
            )
        ),
    }
    return Fingerprint(_digest("".join(parts.values()).encode()), parts)


def _digest(text: bytes) -> str:
    return blake2b(text, digest_size=8).hexdigest()


def _people(world: World) -> str:
    holders = world.holders
    digest = blake2b(digest_size=8)
    for array in (holders.trust, holders.prior, holders.shares):
        digest.update(np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False).tobytes())
    for story, known in sorted(holders.heard.items()):
        digest.update(story.to_bytes(8, "little"))
        digest.update(np.packbits(known).tobytes())
    return digest.hexdigest()
