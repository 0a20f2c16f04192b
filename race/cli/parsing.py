"""The parser's ways: its own words in the reader's language, no option given twice, no path that is empty.

Of two values for one option it would take the last without a word, and an empty path for the folder it is in.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import typer

from race.core.words import N_
from race.speech import _

_SAID: Final = {
    "Options": N_("Options"),
    "Arguments": N_("Arguments"),
    "Commands": N_("Commands"),
    "Show this message and exit.": N_("Show this message and exit."),
}
"""What the parser says whatever the command, in its English, and how we say it."""
_REPEATED: Final = N_("The option {name} is given more than once")
_EMPTY: Final = N_("The option {name} needs a value")
_PATHS: Final = frozenset({"--out", "--spec", "--storage"})
"""Options that name a file or a folder."""
_DEFAULT: Final = "[default: "
_Formatter: Final[Any] = typer.Context.formatter_class


class _Page(_Formatter):  # type: ignore[misc]  # the parser's own class, which typer does not name
    """A page whose headings and standing sentences are translated."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, _("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        words = _("{heading}:").format(heading=_said(heading))
        self.write(" " * self.current_indent + words + "\n")

    def write_dl(self, rows: Any, *rest: Any, **options: Any) -> None:  # noqa: ANN401 - handed on
        said = [(name, _said(words).replace(_DEFAULT, _("[default: "))) for name, words in rows]
        super().write_dl(said, *rest, **options)


def _said(words: str) -> str:
    return _(_SAID[words]) if words in _SAID else words


def translated(command: Any) -> Any:  # noqa: ANN401 - the parser's own class
    """Have a command, and all below it, write their help on such a page; return it."""
    context = type("Context", (command.context_class,), {"formatter_class": _Page})
    for one in (command, *getattr(command, "commands", {}).values()):
        one.context_class = context
    return command


def strict(command: Any) -> Any:  # noqa: ANN401 - the parser's own class
    """Have a command, and all below it, refuse an option with two values or an empty path; return it."""
    for one in (command, *getattr(command, "commands", {}).values()):
        one.make_parser = _strict(one.make_parser)
    return command


def _is_empty(parameter: Any, said: object) -> bool:  # noqa: ANN401 - the parser's own class
    """Return whether a path, or an argument that must be there, is said and is empty."""
    if not (parameter.required or _PATHS.intersection(parameter.opts)):
        return False
    words = said if isinstance(said, list | tuple) else (said,)
    return any(isinstance(word, str) and not word.strip() for word in words)


def _strict(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make_parser(context: Any) -> Any:  # noqa: ANN401 - the parser's own class
        parser = make(context)
        parse = parser.parse_args

        def parse_args(args: list[str]) -> Any:  # noqa: ANN401 - the parser's own answer
            said = parse(args)
            for option, times in Counter(said[2]).items():
                if times > 1 and option.nargs == 1 and not option.multiple and not option.is_flag:
                    context.fail(_(_REPEATED).format(name=max(option.opts, key=len)))
            for parameter in context.command.params:
                if _is_empty(parameter, said[0].get(parameter.name)):
                    if parameter.param_type_name == "option":
                        context.fail(_(_EMPTY).format(name=max(parameter.opts, key=len)))
                    said[0][parameter.name] = () if parameter.nargs == -1 else None  # it is missing
            return said

        parser.parse_args = parse_args
        return parser

    return make_parser
