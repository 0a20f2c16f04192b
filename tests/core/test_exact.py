"""Exponentials and logarithms: the quick way and MPFR's give the same bits."""

import gmpy2
from hypothesis import given
from hypothesis import strategies as st

from race.core.exact import exp, exps_of, logs_of

_DOUBLE = gmpy2.context(precision=53, emin=-1073, emax=1024, subnormalize=True)


@given(st.one_of(st.floats(-5.0, 5.0), st.floats(-800.0, 700.0), st.floats(-1e-3, 1e-3)))
def test_a_power_is_the_double_nearest_to_the_true_one(x: float) -> None:
    quick = exp(x)

    exact = float(_DOUBLE.exp(x))

    assert quick == exact
    assert exps_of([x]) == [exact]


@given(
    st.one_of(
        st.floats(0.9, 1.1),
        st.floats(1e-9, 1e9),
        st.floats(0.0, 1e308, exclude_min=True, allow_subnormal=True),
    )
)
def test_a_logarithm_is_the_double_nearest_to_the_true_one(x: float) -> None:
    quick = logs_of([x])

    exact = float(_DOUBLE.log(x))

    assert quick == [exact]
