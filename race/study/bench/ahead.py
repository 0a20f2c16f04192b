"""How long somebody waits for the war room: a forecast of a year, with an order and without it."""

from typing import Final

from race.core.commands import CourtHolders
from race.core.ids import Kind
from race.core.words import N_, Sentence
from race.session.beside import crew
from race.session.forecast.paths import Plan
from race.session.forecast.running import Forecast, Known
from race.session.session import Session
from race.study import clock
from race.study.bench.measure import Measure

_PLAYED: Final = 8
_FUTURES: Final = 64
_MONTHS: Final = 12


def forecast() -> list[Measure]:
    """Measure a forecast in seconds of wall time, on all cores, its processes called early."""
    crew.call_early()
    session = Session("history", 3, "swapper")
    for _month in range(_PLAYED):
        session.end_month()
    session.hand_to(None)
    Forecast(session, [()], 1, 2 * crew.hands()).finish()  # everybody has started and is warm
    known = Known()
    waited = [_waited(session, (CourtHolders(kind=kind),), known) for kind in (Kind.RETAIL, Kind.FANS)]
    session.close()
    titles = (
        N_("forecast: 64 futures of 12 months, with an order and without"),
        N_("forecast of another order that month"),
    )
    return [
        Measure(
            key=key,
            title=Sentence(title),
            value=seconds,
            unit="s",
            bar=1.0,
            aim=0.25,
            more_is_better=False,
            note=Sentence(
                N_("wall time, one process") if crew.hands() == 1 else N_("wall time, {n} processes"),
                {"n": str(crew.hands())},
            ),
        )
        for key, title, seconds in zip(("forecast_s", "forecast_next_s"), titles, waited, strict=True)
    ]


def _waited(session: Session, orders: Plan, known: Known) -> float:
    begun = clock.now()
    Forecast(session, (orders, ()), _MONTHS, _FUTURES, known).finish()
    return clock.now() - begun
