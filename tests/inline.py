"""A crew for tests: plays what it is asked for at once, in this process."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ClassVar

from typing_extensions import override


class Inline(Executor):
    """Play at once."""

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Play it and return what came of it."""
        found: Future[Any] = Future()
        found.set_result(fn(*args, **kwargs))
        return found


class Remembering(Inline):
    """Play at once what has not been asked before: futures of one position are the same every time.

    Only for questions that can be told apart by their words, as the war room's can.
    """

    _known: ClassVar[dict[tuple[object, ...], Future[Any]]] = {}

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Answer from memory, or play it and remember the answer."""
        question = (fn, *args, *kwargs.items())
        if question not in self._known:
            self._known[question] = super().submit(fn, *args, **kwargs)
        return self._known[question]


class Idle(Executor):
    """Promise everything and play nothing, until told to."""

    def __init__(self) -> None:
        """Start with nothing asked."""
        self.asked: list[tuple[Future[Any], Callable[[], Any]]] = []
        self.begun: list[tuple[Future[Any], Callable[[], Any]]] = []

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Note what is asked."""
        found: Future[Any] = Future()
        self.asked.append((found, lambda: fn(*args, **kwargs)))
        return found

    def begin(self) -> None:
        """Begin the next thing that was asked for, which can no longer be given up then."""
        found, ask = self.asked.pop(0)
        if found.set_running_or_notify_cancel():
            self.begun.append((found, ask))

    def play(self) -> None:
        """Play what was begun first, else the next thing that was asked for and not given up."""
        while self.asked and not self.begun:
            self.begin()
        if self.begun:
            found, ask = self.begun.pop(0)
            found.set_result(ask())
