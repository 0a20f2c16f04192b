"""Every order that a founder can give has one preview of its own, and one only."""

from collections import Counter
from typing import get_args

from race.core import commands as c
from race.session.preview.answering import PRIVATE
from race.session.preview.lab_orders import LAB
from race.session.preview.owner_orders import OWNERS
from race.session.preview.passing import PASSING
from race.session.preview.stake import STAKE

OF_INSTITUTIONS = {
    *(c.ServeBuyers, c.Investigate, c.WriteLetter, c.DemandFiles, c.FileSuit, c.RuleOn, c.MovePeople)
}
OF_THEIR_OWN = (c.Divert, c.Answer)


def test_each_of_the_founders_orders_stands_in_one_table_of_previews() -> None:
    told = Counter((*LAB, *OWNERS, *STAKE, *PASSING, *PRIVATE, *OF_THEIR_OWN))
    assert told == Counter(set(get_args(c.Command)) - OF_INSTITUTIONS)
