"""Every idiom that the translation knows, on sources of a few lines, which then run."""

import sys
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from race.study.native.translate import changed_alone, translated
from race.study.native.tree import need_no_mypy

HEAD = """
from typing import Annotated
import msgspec
from msgspec.structs import replace
"""
SHARED = """
def changed_copy(one, /, **changes):
    new = one.cloned()
    for name, value in changes.items():
        setattr(new, name, value)
    return new

def rebuilding(one):
    return type(one), {name: getattr(one, name) for name in one.__struct_fields__}

def as_struct(one):
    return {"written": one.value}
"""


@pytest.fixture(autouse=True)
def _helpers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the module that a tree has of its own, and for mypy's."""
    need_no_mypy(tmp_path)
    shared = ModuleType("race.plain")
    exec(SHARED, vars(shared))  # noqa: S102 - our own lines
    marks = ModuleType("mypy_extensions")
    exec((tmp_path / "mypy_extensions.py").read_text(encoding="utf-8"), vars(marks))  # noqa: S102 - the same
    monkeypatch.setitem(sys.modules, "race.plain", shared)
    monkeypatch.setitem(sys.modules, "mypy_extensions", marks)


def run(source: str, *, compared: bool = True) -> Any:  # noqa: ANN401 - a module's names
    """Translate lines and run them."""
    text = HEAD + dedent(source)
    made = translated(text, frozenset(changed_alone(text)), compared=compared)
    module = ModuleType("made")
    exec(made, vars(module))  # noqa: S102 - our own lines
    return module


def test_a_struct_becomes_a_plain_class_with_the_same_fields_and_defaults() -> None:
    made = run('''
        class Line(msgspec.Struct, kw_only=True, gc=False):
            """One line."""

            firm: str
            quantity: Annotated[int, msgspec.Meta(ge=0)] = 3
            """H100e."""

            def doubled(self) -> int:
                return 2 * self.quantity
    ''')

    line = made.Line(firm="xai")

    assert made.Line.__bases__ == (object,)
    assert made.Line.__doc__ == "One line."
    assert made.Line.__annotations__["quantity"] is int
    assert made.Line.__struct_fields__ == ("firm", "quantity")
    assert (line.firm, line.quantity, line.doubled()) == ("xai", 3, 6)
    with pytest.raises(TypeError):
        made.Line("xai")


def test_lists_and_factories_are_made_anew_for_every_object() -> None:
    made = run("""
        class Inner(msgspec.Struct):
            value: int = 0

        class Outer(msgspec.Struct, kw_only=True):
            many: list[int] = []
            held: dict[str, int] = {}
            inner: Inner = msgspec.field(default_factory=Inner)
    """)

    one, other = made.Outer(), made.Outer(many=[7])
    one.many.append(1)
    one.inner.value = 5

    assert (made.Outer().many, made.Outer().inner.value, other.many, other.held) == ([], 0, [7], {})


def test_objects_are_equal_by_their_fields_and_frozen_ones_have_a_hash() -> None:
    made = run("""
        class Point(msgspec.Struct, frozen=True):
            x: int
            y: int = 0

        class Empty(msgspec.Struct, frozen=True):
            pass
    """)

    assert made.Point(1) == made.Point(1, 0) != made.Point(1, 2)
    assert len({made.Point(1), made.Point(1, 0), made.Empty(), made.Empty()}) == 2
    assert made.Point(1) != made.Empty()


def test_a_rulebook_is_itself_and_no_other() -> None:
    made = run("class Rules(msgspec.Struct, frozen=True):\n    rate: float = 1.0\n", compared=False)

    assert made.Rules() != made.Rules()


def test_a_class_that_derives_from_a_struct_has_its_fields_first() -> None:
    made = run("""
        class Base(msgspec.Struct, frozen=True, tag=True, kw_only=True):
            who: str

        class Order(Base, frozen=True):
            quantity: int
    """)

    assert made.Order.__struct_fields__ == ("who", "quantity")
    assert made.Order(quantity=3, who="me") == made.Order(who="me", quantity=3)
    assert issubclass(made.Order, made.Base)
    assert made.Order.struct_tag is True


def test_copies_are_made_by_the_objects_themselves() -> None:
    made = run("""
        class Lot(msgspec.Struct):
            size: int
            price: int = 1

        lot = Lot(4)
        same = replace(lot)
        larger = replace(lot, size=5)
        both = msgspec.structs.replace(lot, size=6, price=7)
        many = list(map(replace, [lot, larger]))
        text = "a lot".replace("a", "the")
    """)

    assert [made.same == made.lot, made.same is made.lot] == [True, False]
    assert (made.larger.size, made.larger.price) == (5, 1)
    assert (made.both.size, made.both.price) == (6, 7)
    assert (made.many, made.many[0] is made.lot) == ([made.lot, made.larger], False)
    assert made.text == "the lot"
    assert hasattr(made.Lot, "with_size")
    assert not hasattr(made.Lot, "with_price")  # nobody changes it alone


def test_an_object_goes_through_a_pipe() -> None:
    made = run("class Word(msgspec.Struct):\n    text: str\n")

    (kind, fields), rest = made.Word("a").__reduce__()

    assert (kind, fields, rest) == (made.Word, {"text": "a"}, ())


def test_the_encoder_of_fingerprints_is_shown_how_to_write_plain_objects() -> None:
    made = run("""
        class Cell(msgspec.Struct):
            value: int

        written = msgspec.json.Encoder(order="deterministic").encode([Cell(3)])
    """)

    assert made.written == b'[{"written":3}]'


def test_the_compiler_is_told_of_classes_that_derive_from_pythons_own() -> None:
    text = translated("class Judged(tuple[int, ...]):\n    view: int\n", frozenset())

    assert "@mypyc_attr(native_class=False)\nclass Judged" in text


def test_a_module_without_structs_stays_as_it_is() -> None:
    text = "def twice(x: int) -> int:\n    return 2 * x  # at once\n"

    assert translated(text, frozenset()) == text
    assert translated('"""Words."""\n\nfrom __future__ import annotations\n' + HEAD, frozenset()) != ""


def test_what_is_imported_stands_after_the_future() -> None:
    source = '"""Words."""\n\nfrom __future__ import annotations\nclass A(msgspec.Struct):\n    x: int\n'

    text = translated(source, frozenset())

    assert text.startswith('"""Words."""\nfrom __future__ import annotations\nfrom typing import ClassVar\n')
