"""The parser's ways: its own words in the reader's language, and no option that is given twice.

Of two values for one option it would take the last without a word.
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


def refusing_repeats(command: Any) -> Any:  # noqa: ANN401 - the parser's own class
    """Have a command, and all below it, refuse an option with two values; return it."""
    for one in (command, *getattr(command, "commands", {}).values()):
        one.make_parser = _strict(one.make_parser)
    return command


def _strict(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make_parser(context: Any) -> Any:  # noqa: ANN401 - the parser's own class
        parser = make(context)
        parse = parser.parse_args

        def parse_args(args: list[str]) -> Any:  # noqa: ANN401 - the parser's own answer
            said = parse(args)
            for option, times in Counter(said[2]).items():
                if times > 1 and option.nargs == 1 and not option.multiple and not option.is_flag:
                    context.fail(_(_REPEATED).format(name=max(option.opts, key=len)))
            return said

        parser.parse_args = parse_args
        return parser

    return make_parser
