"""A module of the core, as it is written, into one that mypyc compiles well.

Reading an attribute of a struct of `msgspec` is a look through a general protocol; reading one of a compiled
class is a step in memory. So every struct becomes a plain class (`race.study.native.classes`), and what is
asked of structs elsewhere is asked of those classes. The idioms that are known:

- `class A(msgspec.Struct, frozen=…, kw_only=…, gc=False)`, and a class that derives from one of its module;
- fields with `Annotated`, with a default, with a list of their own, with `msgspec.field(default_factory=…)`;
- `replace(one)`, `replace(one, name=value)`, `replace(one, a=…, b=…)`, with or without `msgspec.structs.`;
- `list(map(replace, many))`;
- a class that derives from one of Python's own, which the compiler is told of;
- `msgspec.json.Encoder(…)`, which is shown how to write the plain classes.
"""

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from typing_extensions import override

from race.study.native.classes import Field, is_foreign, mark, plain_class, struct_base

_REPLACE: Final = ("replace", "msgspec.structs.replace")
_ENCODER: Final = "msgspec.json.Encoder"
_IMPORTS: Final = """
from typing import ClassVar
from mypy_extensions import mypyc_attr
from race.plain import as_struct, changed_copy, rebuilding
"""
"""What translated modules use; `race.plain` is written by `race.study.native.tree`."""


def translated(text: str, changed: Collection[str], *, compared: bool = True) -> str:
    """Return the text of a module with its structs as plain classes; one that has none stays as it is.

    `changed` are the fields that somewhere are changed alone (`changed_alone`), `compared` says whether
    its objects are equal by their fields.
    """
    tree, writer = ast.parse(text), _Translator(changed, compared=compared)
    tree = writer.visit(tree)
    if not writer.touched:
        return text
    place = _after_future(tree.body)
    tree.body[place:place] = ast.parse(_IMPORTS).body
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def changed_alone(text: str) -> Iterator[str]:
    """Yield the names of the fields that a module changes one at a time.

    >>> [*changed_alone("replace(line, quantity=3); replace(line, a=1, b=2); word.replace('a', 'b')")]
    ['quantity']
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _is_replace(node) and len(node.keywords) == 1:
            name = node.keywords[0].arg
            if name is not None:
                yield name


class _Translator(ast.NodeTransformer):
    """Rewrites one module."""

    def __init__(self, changed: Collection[str], *, compared: bool) -> None:
        self.touched = False
        self._changed = changed
        self._compared = compared
        self._known: dict[str, Sequence[Field]] = {}

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        base = struct_base(node, self._known)
        if base is None:
            if is_foreign(node):
                self.touched = True
                node.decorator_list.insert(0, mark("native_class=False"))
            return node
        self.touched = True
        inherited = self._known.get(base, ())
        made, self._known[node.name] = plain_class(node, inherited, self._changed, compared=self._compared)
        return made

    @override
    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if _is_replace(node):
            self.touched = True
            return _replaced(node)
        if (many := _mapped_over(node)) is not None:
            self.touched = True
            return _expression(f"[one.cloned() for one in {ast.unparse(many)}]")
        if ast.unparse(node.func) == _ENCODER:
            self.touched = True
            node.keywords.append(ast.keyword("enc_hook", _expression("as_struct")))
        return node


def _is_replace(node: ast.Call) -> bool:
    return len(node.args) == 1 and ast.unparse(node.func) in _REPLACE


def _replaced(node: ast.Call) -> ast.expr:
    """Return what makes a changed copy of a plain object."""
    (one,), words = node.args, node.keywords
    if not words:
        return ast.Call(ast.Attribute(one, "cloned", ast.Load()), [], [])
    if len(words) == 1 and words[0].arg is not None:
        return ast.Call(ast.Attribute(one, f"with_{words[0].arg}", ast.Load()), [words[0].value], [])
    return ast.Call(ast.Name("changed_copy", ast.Load()), [one], words)


def _mapped_over(node: ast.Call) -> ast.expr | None:
    """Return what `list(map(replace, …))` goes over, or None for any other call."""
    match node:
        case ast.Call(
            func=ast.Name("list"), args=[ast.Call(func=ast.Name("map"), args=[ast.Name("replace"), many])]
        ):
            return many
        case _:
            return None


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _after_future(body: Sequence[ast.stmt]) -> int:
    """Return the place of the first statement that is neither the docstring nor from `__future__`."""
    for place, line in enumerate(body):
        words = isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
        if not words and not (isinstance(line, ast.ImportFrom) and line.module == "__future__"):
            return place
    return len(body)
