"""The owners' loops (`race.core.formulas.owners.loops`) in the language of Cython, which makes C of them.

Their text stays one: an array's type has a name, from which C's type is known, and NumPy's numbers are C's
casts. Only bundles (tuples) have no counterpart: what they hold is passed one by one. A number whose type
Cython does not see needs an annotation, or it is reckoned as Python's own: right, and slow. Whoever installs
the program with a C compiler at hand thus needs no numba, nor does a compiled tree. An installer reads this
file alone (`hatch_build.py`), so that it imports nothing of the program's.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final, TypeAlias

from typing_extensions import override

DOORS: Final = ("listen", "step", "pass_month")
"""The loops that Python calls."""
_TYPES: Final = {
    "Ints": "int[::1]",
    "Longs": "long long[::1]",
    "Words": "unsigned long long[::1]",
    "Marks": "unsigned char[::1]",
    "Shorts": "unsigned short[::1]",
    "Tickets": "unsigned int[::1]",
    "Kinds": "signed char[::1]",
    "Reals": "double[::1]",
    "Numbers": "long long[::1]",
    "Web": "unsigned int[:, ::1]",
    "Table": "long long[:, ::1]",
    "News": "long long[:, ::1]",
    "Rows": "unsigned char[:, ::1]",
    "Chances": "unsigned short[:, :, ::1]",
    "Limits": "unsigned short[:, :, :, ::1]",
    "Word": "unsigned long long",
    "int": "long long",
    "float": "double",
    "None": "void",
}
"""What the loops call a type, and what C does."""
_CASTS: Final = {
    "int": "longlong",
    "np.float32": "float",
    "np.int32": "int",
    "np.int64": "longlong",
    "np.uint8": "uchar",
    "np.uint16": "ushort",
    "np.uint32": "uint",
    "np.uint64": "ulonglong",
}
_IN_C: Final = {"abs": "distance"}
_CONSTANTS: Final = {"np.int32": ("int", ""), "np.uint64": ("unsigned long long", "ULL")}
_WHOLE: Final = ("long long", "LL")
_HEAD: Final = """# cython: language_level=3, boundscheck=False, wraparound=False
# cython: initializedcheck=False, infer_types=True
cimport cython
from libc.stdlib cimport abs as distance
import numpy as np

MADE_FROM = "{digest}"
"""
_CONSTANT: Final = '''
cdef extern from *:
    """
    #define THE_{name} {value}{end}
    """
    {kind} {name} "THE_{name}"
'''

_Bundle: TypeAlias = list["ast.expr | _Bundle"]
_Shapes: TypeAlias = Mapping[str, ast.expr]
"""What the names of bundles stand for."""


def in_cython(source: str) -> str:
    """Return the loops, whose text as it is written is `source`, as the text of a `.pyx` file.

    Raises KeyError with the name of a type that it does not know.
    """
    body = ast.parse(source).body
    shapes = {
        ast.unparse(line.target): line.value
        for line in body
        if isinstance(line, ast.AnnAssign) and line.value and ast.unparse(line.annotation) == "TypeAlias"
    }
    functions = {line.name: line for line in body if isinstance(line, ast.FunctionDef)}
    texts = [_Body(function, shapes, [*functions]).text() for function in functions.values()]
    doors = [_door(functions[name], shapes) for name in DOORS]
    head = _HEAD.format(digest=sha256(source.encode()).hexdigest())
    return "\n".join([head, *_constants(body), *texts, *doors])


def _constants(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Yield the numbers that the loops share, as C's own constants."""
    known: dict[str, int] = {}
    for line in body:
        match line:
            case ast.AnnAssign(
                target=ast.Name(name), annotation=ast.Name("Final"), value=ast.expr() as value
            ):
                kind, end = _WHOLE
                if isinstance(value, ast.Call):
                    kind, end = _CONSTANTS[ast.unparse(value.func)]
                    (value,) = value.args
                known[name] = _number(value, known)
                yield _CONSTANT.format(name=name, value=known[name], end=end, kind=kind)
            case _:
                pass


def _number(node: ast.expr, known: Mapping[str, int]) -> int:
    """Return the whole number that an expression of numbers and known names comes to."""
    match node:
        case ast.Constant(value=int(value)):
            return value
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=ast.LShift(), right=right):
            return _number(left, known) << _number(right, known)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _number(left, known) - _number(right, known)
        case _:
            raise KeyError(ast.unparse(node))


def _door(function: ast.FunctionDef, shapes: _Shapes) -> str:
    """Return what Python calls: it opens the bundles."""
    names = [each.arg for each in function.args.args]
    opened = [
        leaf
        for each in function.args.args
        for leaf, _ in _leaves(each.arg, _annotation(each), shapes, "{name}[{place}]")
    ]
    words = ", ".join(opened)
    return f"def {function.name}({', '.join(names)}):\n    return c_{function.name}({words})\n"


def _annotation(argument: ast.arg) -> ast.expr:
    if argument.annotation is None:
        raise KeyError(argument.arg)
    return argument.annotation


def _parts(annotation: ast.expr, shapes: _Shapes) -> list[ast.expr] | None:
    """Return the types of what a bundle holds; None for what is none."""
    if ast.unparse(annotation) in _TYPES:
        return None
    known = shapes.get(ast.unparse(annotation), annotation)
    if isinstance(known, ast.Subscript) and isinstance(known.slice, ast.Tuple):
        return known.slice.elts
    raise KeyError(ast.unparse(annotation))


def _leaves(name: str, annotation: ast.expr, shapes: _Shapes, part: str) -> Iterator[tuple[str, str]]:
    """Yield the names and C types of what a parameter holds, however deep."""
    parts = _parts(annotation, shapes)
    if parts is None:
        yield name, _TYPES[ast.unparse(annotation)]
        return
    for place, each in enumerate(parts):
        yield from _leaves(part.format(name=name, place=place), each, shapes, part)


def _bundle(name: str, annotation: ast.expr, shapes: _Shapes) -> "ast.expr | _Bundle":
    parts = _parts(annotation, shapes)
    if parts is None:
        return ast.Name(name, ast.Load())
    return [_bundle(f"{name}_{place}", each, shapes) for place, each in enumerate(parts)]


class _Body(ast.NodeTransformer):
    """Rewrites one loop."""

    def __init__(self, function: ast.FunctionDef, shapes: _Shapes, known: Sequence[str]) -> None:
        self._function = function
        self._shapes = shapes
        self._known = known
        self._kinds: dict[str, str] = {}
        self._declared: dict[str, str] = {}
        self._bundles: dict[str, _Bundle] = {}

    def text(self) -> str:
        """Return the function in Cython's language."""
        function = self._function
        for each in function.args.args:
            leaves = _leaves(each.arg, _annotation(each), self._shapes, "{name}_{place}")
            self._kinds.update(leaves)
            bundle = _bundle(each.arg, _annotation(each), self._shapes)
            if isinstance(bundle, list):
                self._bundles[each.arg] = bundle
        words = [f"{kind} {name}" for name, kind in self._kinds.items()]
        lines = [self.visit(line) for line in function.body[1:]]  # behind its docstring
        body = ast.Module([line for line in lines if line is not None], [])
        floors = any(isinstance(each, ast.FloorDiv | ast.Mod) for each in ast.walk(function))
        text = ast.unparse(ast.fix_missing_locations(body)).splitlines()
        return "\n".join(
            [
                f"@cython.cdivision({not floors})",
                f"cdef {self._answer()} c_{function.name}({', '.join(words)}):",
                *(f"    cdef {kind} {name}" for name, kind in self._declared.items()),
                *(f"    {each}" for each in text),
                "",
            ]
        )

    def _answer(self) -> str:
        answer = self._function.returns
        if answer is None:
            raise KeyError(self._function.name)
        parts = _parts(answer, self._shapes)
        if parts is None:
            return _TYPES[ast.unparse(answer)]
        return f"({', '.join(_TYPES[ast.unparse(part)] for part in parts)})"

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        kind = _TYPES.get(ast.unparse(node.annotation))
        if kind is not None:
            self._declare(ast.unparse(node.target), kind)
        value = self.visit(node.value or node.target)
        match value:
            case ast.Call(func=ast.Attribute(attr="view") as seen):
                seen.value = _call("np.asarray", seen.value)
            case _:
                pass
        return ast.copy_location(ast.Assign([node.target], value), node)

    @override
    def visit_Assign(self, node: ast.Assign) -> ast.stmt | None:
        (target, *_) = node.targets
        bundle = self._held(node.value, literally=isinstance(target, ast.Name))
        if bundle is None:
            self._know_slices(target, node.value)
            self.generic_visit(node)
            return node
        if isinstance(target, ast.Name):
            self._bundles[target.id] = bundle
            return None
        if not isinstance(target, ast.Tuple):
            raise KeyError(ast.unparse(target))
        names, values = list[ast.expr](), list[ast.expr]()
        for name, part in zip(target.elts, bundle, strict=True):
            if isinstance(part, list):
                self._bundles[ast.unparse(name)] = part
            else:
                names.append(name)
                values.append(part)
                self._kinds[ast.unparse(name)] = self._kinds[ast.unparse(part)]
        if not names:
            return None
        return ast.Assign([ast.Tuple(names, ast.Store())], ast.Tuple(values, ast.Load()), lineno=node.lineno)

    def _know_slices(self, target: ast.expr, value: ast.expr) -> None:
        """Declare what is a piece of an array: Cython does not see by itself that it is one."""
        if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple):
            return
        for name, part in zip(target.elts, value.elts, strict=True):
            if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Slice):
                self._declare(ast.unparse(name), self._kinds[ast.unparse(part.value)])

    def _declare(self, name: str, kind: str) -> None:
        self._kinds[name] = self._declared[name] = kind

    @override
    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = ast.unparse(node.func)
        if name in self._known:
            words = [leaf for each in node.args for leaf in self._one_by_one(each)]
            return _call(f"c_{name}", *words)
        self.generic_visit(node)
        if name in _CASTS:
            return _call("cython.cast", _expression(f"cython.{_CASTS[name]}"), *node.args)
        return _call(_IN_C[name], *node.args) if name in _IN_C else node

    @override
    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        held = self._held(node.value, literally=False)
        if held is not None and isinstance(node.slice, ast.Constant):
            part = held[int(str(node.slice.value))]
            if not isinstance(part, list):
                return part
        self.generic_visit(node)
        return node

    def _one_by_one(self, node: ast.expr) -> Iterator[ast.expr]:
        """Yield what an argument holds."""
        bundle = self._held(node, literally=True)
        if bundle is None:
            yield self.visit(node)
        else:
            yield from _flat(bundle)

    def _held(self, node: ast.expr, *, literally: bool) -> _Bundle | None:
        """Return the bundle that an expression is; None for what is none."""
        match node:
            case ast.Name(id=name):
                return self._bundles.get(name)
            case ast.Tuple(elts=parts) if literally:
                return [self._held(part, literally=True) or self.visit(part) for part in parts]
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=int(place))):
                part = self._bundles.get(name, [])[place : place + 1]
                return part[0] if part and isinstance(part[0], list) else None
            case _:
                return None


def _flat(bundle: _Bundle) -> Iterator[ast.expr]:
    for part in bundle:
        if isinstance(part, list):
            yield from _flat(part)
        else:
            yield part


def _call(name: str, *words: ast.expr) -> ast.Call:
    return ast.Call(_expression(name), [*words], [])


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
