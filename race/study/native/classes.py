"""A struct of `msgspec` as a plain class with typed fields, which a compiler can lay out like a C struct.

The class has what the program uses of a struct: `__init__` with the same defaults, `__struct_fields__`,
`==`, a hash where it is frozen, and a way through a pipe. In place of `msgspec.structs.replace` it has
`cloned()` and, for the fields that are changed alone, `with_NAME(value)`.
"""

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

STRUCT: Final = "msgspec.Struct"
_MADE_ANEW: Final = ("[]", "{}", "set()")
"""Defaults that every object has one of its own of."""
_FACTORY: Final = "default_factory"
_FOREIGN: Final = ("AssertionError", "Exception", "tuple")
"""What Python itself lays out: a class that derives from it stays Python's."""


class Field(NamedTuple):
    """One field of a struct, as source text."""

    name: str
    kind: str
    default: str = ""
    """What it is when nobody says; empty when somebody must."""
    made: bool = False
    """Whether the default is made anew for every object."""

    def parameter(self) -> str:
        """Return the parameter of `__init__` that fills the field."""
        if self.made:
            return f"{self.name}: {self.kind} | None = None"
        return f"{self.name}: {self.kind} = {self.default}" if self.default else f"{self.name}: {self.kind}"

    def filling(self) -> str:
        """Return the statement of `__init__` that fills the field."""
        if self.made:
            return f"self.{self.name} = {self.default} if {self.name} is None else {self.name}"
        return f"self.{self.name} = {self.name}"


class Options(NamedTuple):
    """What a struct says of itself beside its fields."""

    frozen: bool
    kw_only: bool
    acyclic: bool
    """Whether its objects can be left out of the search for rubbish (`gc=False`)."""
    tag: str
    """What marks it in a text that several kinds may stand in, as source; empty without."""


Known = Mapping[str, Sequence[Field]]
"""The fields of the structs of a module so far, by name."""


def struct_base(node: ast.ClassDef, known: Known) -> str | None:
    """Return the base by which a class is a struct, or None when it is none."""
    bases = [ast.unparse(base) for base in node.bases]
    return next((base for base in bases if base == STRUCT or base in known), None)


def is_foreign(node: ast.ClassDef) -> bool:
    """Return whether a class derives from one that Python itself lays out."""
    return any(ast.unparse(base).partition("[")[0] in _FOREIGN for base in node.bases)


def options_of(node: ast.ClassDef) -> Options:
    """Return what a struct says of itself: `frozen`, `kw_only`, `gc=False` and `tag`."""
    said = {word.arg: ast.unparse(word.value) for word in node.keywords}
    return Options(
        frozen=said.get("frozen") == "True",
        kw_only=said.get("kw_only") == "True",
        acyclic=said.get("gc") == "False",
        tag=said.get("tag", ""),
    )


def field_of(node: ast.AnnAssign) -> Field:
    """Return a field from its line; what `Annotated` says beside the type is left out.

    >>> field_of(ast.parse("line: Annotated[int, number(0, 9)] = 3").body[0])
    Field(name='line', kind='int', default='3', made=False)
    >>> field_of(ast.parse("loans: list[Loan] = msgspec.field(default_factory=list)").body[0])
    Field(name='loans', kind='list[Loan]', default='list()', made=True)
    """
    name, kind = ast.unparse(node.target), _kind(node.annotation)
    if node.value is None:
        return Field(name, kind)
    text = ast.unparse(node.value)
    if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "msgspec.field":
        factory = {word.arg: ast.unparse(word.value) for word in node.value.keywords}[_FACTORY]
        return Field(name, kind, f"{factory}()", made=True)
    return Field(name, kind, text, made=text in _MADE_ANEW)


def _kind(annotation: ast.expr) -> str:
    """Return a type without what `Annotated` says beside it."""
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Annotated":
        inside = annotation.slice
        return ast.unparse(inside.elts[0] if isinstance(inside, ast.Tuple) else inside)
    return ast.unparse(annotation)


def plain_class(
    node: ast.ClassDef, inherited: Sequence[Field], changed: Collection[str], *, compared: bool
) -> tuple[ast.ClassDef, tuple[Field, ...]]:
    """Return the plain class of a struct with all its fields, those of its base first.

    `changed` names the fields that somewhere are changed alone; `compared` says whether objects are equal
    by their fields (a rulebook is asked for so often that it is itself and no other).
    """
    own = [field_of(line) for line in node.body if isinstance(line, ast.AnnAssign)]
    fields, options = (*inherited, *own), options_of(node)
    base = next((ast.unparse(base) for base in node.bases if ast.unparse(base) != STRUCT), "")
    lines = [f"class {node.name}({base}):" if base else f"class {node.name}:"]
    lines += [f"    {field.name}: {field.kind}" for field in own]
    lines += [f"    {line}" for line in _methods(node.name, fields, options, changed, compared=compared)]
    made = ast.parse("\n".join(lines)).body[0]
    if not isinstance(made, ast.ClassDef):  # pragma: no cover - the first line says `class`
        raise TypeError(node.name)
    rest = [line for line in node.body if not isinstance(line, ast.AnnAssign)]
    words, methods = _parted(rest)
    made.body = [*words, *made.body, *methods]
    made.decorator_list = [*_marks(options), *node.decorator_list]
    return made, fields


def _parted(body: Sequence[ast.stmt]) -> tuple[list[ast.stmt], list[ast.stmt]]:
    """Return the docstring of a class and its methods, without the words below its fields."""
    words: list[ast.stmt] = [line for line in body[:1] if isinstance(line, ast.Expr)]
    return words, [line for line in body if not isinstance(line, ast.Expr)]


def _marks(options: Options) -> list[ast.expr]:
    return [mark("acyclic=True")] if options.acyclic else []


def mark(said: str) -> ast.expr:
    """Return a decorator that tells the compiler something of a class."""
    return ast.parse(f"mypyc_attr({said})", mode="eval").body


def _methods(
    name: str, fields: Sequence[Field], options: Options, changed: Collection[str], *, compared: bool
) -> Iterator[str]:
    """Yield the lines of the methods that a struct has by itself."""
    names = tuple(field.name for field in fields)
    yield f"__struct_fields__: ClassVar[tuple[str, ...]] = {names!r}"
    if options.tag:
        yield f"struct_tag: ClassVar[str | bool] = {options.tag}"
    star = "*, " if options.kw_only and fields else ""
    yield f"def __init__(self, {star}{', '.join(field.parameter() for field in fields)}) -> None:"
    yield from (f"    {field.filling()}" for field in fields)
    yield "    return None"
    yield f"def cloned(self) -> '{name}':"
    each = (f"{one}=self.{one}" if options.kw_only else f"self.{one}" for one in names)
    yield f"    return {name}({', '.join(each)})"
    for field in fields:
        if field.name in changed:
            yield f"def with_{field.name}(self, value: {field.kind}) -> '{name}':"
            yield "    new = self.cloned()"
            yield f"    new.{field.name} = value"
            yield "    return new"
    yield "def __reduce__(self) -> tuple[object, ...]:"
    yield "    return rebuilding(self), ()"
    if compared:
        yield from _comparing(name, names, options)


def _comparing(name: str, names: Sequence[str], options: Options) -> Iterator[str]:
    yield "def __eq__(self, other: object) -> bool:"
    yield f"    if not isinstance(other, {name}):"
    yield "        return False"
    yield f"    return {' and '.join(f'self.{one} == other.{one}' for one in names) or 'True'}"
    if options.frozen:
        yield "def __hash__(self) -> int:"
        yield f"    return hash(({''.join(f'self.{one}, ' for one in names)}))"
