"""An option that is given twice, which the parser would take by its last value without a word."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from race.core.words import N_
from race.speech import _

_REPEATED: Final = N_("The option {name} is given more than once")


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
