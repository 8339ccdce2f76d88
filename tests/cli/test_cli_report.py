"""Numbers and widths in the report of `polyconv race`."""

import pytest

import polyconv
from polyconv._measure import Sample
from polyconv._si import si
from polyconv.backends import BACKENDS
from polyconv.cli._report import factor_text
from polyconv.workloads import WORKLOADS


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.2345e-3, "1.23 ms"), (0.9999, "1.00 s"), (2e-7, "0.20 us"), (99.96e-6, "100 us")],
)
def test_si(value, text):
    assert si(value, "s") == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.4321, "430 ms"), (0.06449, "64 ms"), (7.75e-3, "7.8 ms")]
)
def test_si_in_two_digits(value, text):
    assert si(value, "s", digits=2) == text


def test_the_table_fits_100_columns():
    from rich.console import Console

    from polyconv.cli._contest import Contest
    from polyconv.cli._entries import DEFAULT_SUITES
    from polyconv.cli._report import _table
    from polyconv.cli._result import RaceResult

    names = [backend.name for backend in BACKENDS]
    # The widest cells: times and factors of full length.
    times = [98.76e-3] * (len(names) - 1) + [98.76e-9]
    contests = [
        Contest(
            row,
            "",
            polyconv.Choice(names[0], "model", 1.0),
            tuple(
                RaceResult(name, True, flops=10, sample=Sample(t, t, 1))
                for name, t in zip(names, times, strict=True)
            ),
        )
        for row in WORKLOADS
        if row.suite in DEFAULT_SUITES
    ]
    console = Console(width=1000)
    assert console.measure(_table(contests, names)).maximum <= 100


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1.00x"), (9.996, "10.0x"), (123.4, "123x"), (123456, "123000x"), (1234567, "1.2e6x")],
)
def test_factor_text(value, text):
    assert factor_text(value) == text
