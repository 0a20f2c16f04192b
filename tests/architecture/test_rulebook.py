"""Every number of the rulebook is read by somebody, as a number of its own chapter."""

import ast
from collections import defaultdict

from typing_extensions import override

from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import entries
from tests.architecture.house import ROOT

CHAPTERS = {name: type(getattr(Rulebook(), name)).__name__ for name in Rulebook.__struct_fields__}
"""The chapters by the name of their field, and the class of each."""
NUMBERS = [path for path, entry in entries().items() if entry.tunable]


class Names(ast.NodeVisitor):
    """Notes which names of a module stand for a chapter: declared as its class, or given one."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.of = defaultdict[str, set[str]](set)

    def chapters(self, node: ast.AST) -> set[str]:
        """Return the chapters that an expression may be: `….chips`, or a name that stands for one."""
        match node:
            case ast.Attribute(attr=attr) if attr in CHAPTERS:
                return {attr}
            case ast.Attribute(attr=name) | ast.Name(id=name):
                return self.of[name]
            case _:
                return set()

    @override
    def visit_arg(self, node: ast.arg) -> None:
        """Note what an argument is declared as."""
        if node.annotation is not None:
            self.declare(node.arg, node.annotation)

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Note what a name or a field is declared as."""
        self.declare(ast.unparse(node.target), node.annotation)

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Note that in a chapter's own class `self` stands for it."""
        self.declare("self", ast.Name(node.name))
        self.generic_visit(node)

    @override
    def visit_Assign(self, node: ast.Assign) -> None:
        """Note what a name is given, one by one where several are."""
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                given = list(zip(names, values, strict=False))
            case _:
                given = [(target, node.value) for target in node.targets]
        for name, value in given:
            self.of[ast.unparse(name)] |= self.chapters(value)

    def declare(self, name: str, said: ast.AST) -> None:
        """Note the chapters that a declaration names."""
        words = {node.id for node in ast.walk(said) if isinstance(node, ast.Name)}
        self.of[name] |= {chapter for chapter, kind in CHAPTERS.items() if kind in words}


def read_in(source: str) -> set[str]:
    """Return the numbers that a module reads, as chapter.name: before the dot has to stand a chapter.

    Names that are made up while the program runs (`f"kw_{kind}"`) stand for all that begin so.
    """
    tree, names, found = ast.parse(source), Names(), set[str]()
    names.visit(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=owner, attr=name):
                found |= {f"{chapter}.{name}" for chapter in names.chapters(owner)}
            case ast.JoinedStr(values=[ast.Constant(value=str(begun)), *_]) if begun:
                found |= {path for path in NUMBERS if path.partition(".")[2].startswith(begun)}
            case _:
                pass
    return found


def test_every_number_of_the_rulebook_is_read_by_somebody() -> None:
    read = {path for module in (ROOT / "race").rglob("*.py") for path in read_in(module.read_text("utf-8"))}

    assert [path for path in NUMBERS if path not in read] == []


def test_a_number_of_another_chapter_is_not_taken_for_it() -> None:
    law = "def law(crowd: Crowd, owners: OwnerRules) -> int:\n    return crowd.size + owners.fans"

    assert read_in(law) == {"owners.fans"}
