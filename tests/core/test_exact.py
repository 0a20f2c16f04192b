"""Exponentials and logarithms: rounded to 44 bits, whichever C library is asked first."""

import math
from collections.abc import Callable

import gmpy2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from race.core import exact

SHORT = gmpy2.context(precision=44, emin=-1073, emax=1024, subnormalize=True)
POWERS = st.floats(-5.0, 5.0) | st.floats(-800.0, 709.0) | st.floats(-1e-9, 1e-9)
NUMBERS = st.floats(1e-9, 1e12) | st.floats(0.999, 1.001) | st.floats(5e-324, 1.7e308)


@given(POWERS)
def test_an_exponential_is_rounded_to_44_bits(x: float) -> None:
    assert exact.exp(x) == exact.exps_of([x])[0] == float(SHORT.exp(x))


@given(NUMBERS)
def test_a_logarithm_is_rounded_to_44_bits(x: float) -> None:
    assert exact.log(x) == exact.logs_of([x])[0] == float(SHORT.log(x))


def off_by(last: int, function: Callable[[float], float]) -> Callable[[float], float]:
    """Return the function of a C library whose answers are some last bits off, but for 0."""

    def answer(x: float) -> float:
        found = function(x)
        return found + last * math.ulp(found) if found else found

    return answer


@pytest.mark.parametrize("last", [-2, -1, 1, 2])
def test_another_c_library_gives_the_same_bits(last: int, monkeypatch: pytest.MonkeyPatch) -> None:
    powers, numbers = [k / 997 for k in range(-3000, 3000)], [k / 499 for k in range(1, 6000)]
    here = exact.exps_of(powers), exact.logs_of(numbers)

    monkeypatch.setattr(math, "exp", off_by(last, math.exp))
    monkeypatch.setattr(math, "log", off_by(last, math.log))

    assert [math.exp(x) for x in powers] != [float(SHORT.exp(x)) for x in powers]
    assert (exact.exps_of(powers), exact.logs_of(numbers)) == here


def test_what_has_no_end_or_no_bits_left_is_answered_all_the_same() -> None:
    assert exact.exps_of([1000.0, 0.0, -1000.0]) == [math.inf, 1.0, 0.0]
    assert (exact.logistic(-1000.0), exact.logistic(0.0)) == (0.0, 0.5)
    assert exact.exps_of([]) == []
