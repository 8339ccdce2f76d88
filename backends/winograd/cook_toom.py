"""Cook-Toom transforms: short convolutions with fewer products, by interpolation.

Computing ``outputs`` neighbouring outputs of a filter with ``taps`` taps is the transpose of
multiplying two polynomials. Their product is determined by its values at ``outputs + taps - 1``
points, infinity included, and each value takes one multiplication::

    y = output @ ((kernel @ g) * (input @ d))

`Transform` holds the three matrices as exact fractions, and straight-line programs that evaluate
``input`` and ``output`` on vectors; ``python backends/winograd/cook_toom.py`` prints them as C.

References
----------
A. Lavin, S. Gray, "Fast algorithms for convolutional neural networks", arXiv:1509.09308.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

__all__ = ["TRANSFORMS", "Matrix", "Step", "Transform", "c_source", "function", "heading", "label"]

Matrix = tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True)
class Step:
    """``name = start + factor * other``: one rounding where multiply-adds are fused, else two."""

    name: str
    start: str | None
    factor: Fraction
    other: str


@dataclass(frozen=True)
class Transform:
    """F(outputs, taps): one short convolution and its interpolation points.

    Attributes
    ----------
    outputs, taps : int
        Sizes of the convolution.
    magnitudes : tuple of Fraction
        The finite points: 0 stands for itself, any other magnitude for two opposite points. Those
        share half of their operations. Small binary fractions are exact in any precision.
    """

    outputs: int
    taps: int
    magnitudes: tuple[Fraction, ...]

    @property
    def points(self) -> int:
        """Number of points, infinity included, and so of multiplications."""
        return self.outputs + self.taps - 1

    @cached_property
    def finite(self) -> tuple[Fraction, ...]:
        """The finite points in the order of the matrices' rows; the last row is infinity's."""
        signed = ((m, -m) if m else (m,) for m in self.magnitudes)
        return tuple(point for pair in signed for point in pair)

    @cached_property
    def kernel(self) -> Matrix:
        """``(points, taps)``: values of the filter's polynomial, over `input`'s scale."""
        rows = []
        for point in self.finite:
            scale = Fraction(1)
            for other in self.finite:
                if other != point:
                    scale *= point - other
            rows.append(tuple(point**k / scale for k in range(self.taps)))
        return (*rows, _last(self.taps))

    @cached_property
    def input(self) -> Matrix:
        """``(points, points)``: Lagrange polynomials, scaled to be monic."""
        rows = [
            (*_roots(other for other in self.finite if other != point), Fraction(0))
            for point in self.finite
        ]
        return (*rows, _roots(self.finite))

    @cached_property
    def output(self) -> Matrix:
        """``(outputs, points)``: powers of the points."""
        columns = [tuple(point**k for k in range(self.outputs)) for point in self.finite]
        columns.append(_last(self.outputs))
        return tuple(zip(*columns, strict=True))

    @cached_property
    def input_steps(self) -> tuple[Step, ...]:
        """Steps that compute ``v = input @ d``.

        The rows of opposite points ±p are even + p * odd and even - p * odd: the parts of even and
        of odd degree, computed once.
        """
        steps: list[Step] = []
        row = 0
        for number, magnitude in enumerate(self.magnitudes):
            if not magnitude:
                _dot(steps, f"v{row}", self.input[row])
                row += 1
                continue
            rest = _roots(p for p in self.finite if abs(p) != magnitude)
            odd = _dot(steps, f"odd{number}", rest)
            even = _dot(steps, f"even{number}", (Fraction(0), *rest))
            steps.append(Step(f"v{row}", even, magnitude, odd))
            steps.append(Step(f"v{row + 1}", even, -magnitude, odd))
            row += 2
        _dot(steps, f"v{row}", self.input[row])
        return tuple(steps)

    @cached_property
    def output_steps(self) -> tuple[Step, ...]:
        """Steps that compute ``y = output @ m``."""
        steps: list[Step] = []
        row = 0
        names: list[tuple[Fraction, str, str]] = []
        for number, magnitude in enumerate(self.magnitudes):
            if not magnitude:
                names.append((magnitude, f"m{row}", f"m{row}"))
                row += 1
                continue
            pair = (magnitude, f"sum{number}", f"difference{number}")
            names.append(pair)
            steps.append(Step(pair[1], f"m{row}", Fraction(1), f"m{row + 1}"))
            steps.append(Step(pair[2], f"m{row}", Fraction(-1), f"m{row + 1}"))
            row += 2
        for k in range(self.outputs):
            terms = [(m**k, odd if k % 2 else even) for m, even, odd in names if m or k == 0]
            if k == self.outputs - 1:
                terms.insert(0, (Fraction(1), f"m{row}"))
            name = _sum(steps, f"y{k}", terms)
            if name != f"y{k}":  # a single term
                steps.append(Step(f"y{k}", None, Fraction(1), name))
        return tuple(steps)


def _last(size: int) -> tuple[Fraction, ...]:
    return (*(Fraction(0),) * (size - 1), Fraction(1))


def _roots(points: Iterable[Fraction]) -> tuple[Fraction, ...]:
    """Return the coefficients, constant first, of the monic polynomial with zeros at `points`."""
    polynomial: tuple[Fraction, ...] = (Fraction(1),)
    for point in points:
        shifted, scaled = (Fraction(0), *polynomial), (*polynomial, Fraction(0))
        polynomial = tuple(a - point * b for a, b in zip(shifted, scaled, strict=True))
    return polynomial


def _dot(steps: list[Step], name: str, row: Sequence[Fraction]) -> str:
    """Append the steps of ``name = row @ d``, highest degree first; return the result's name."""
    terms = [(factor, f"d{k}") for k, factor in enumerate(row) if factor]
    return _sum(steps, name, terms[::-1])


def _sum(steps: list[Step], name: str, terms: Sequence[tuple[Fraction, str]]) -> str:
    """Append the steps of a sum of terms; return the result's name.

    A first term with the factor 1 takes no step.
    """
    (factor, first), *rest = terms
    if factor != 1:
        steps.append(Step(name, None, factor, first))
        first = name
    for factor, other in rest:
        steps.append(Step(name, first, factor, other))
        first = name
    return first


# In 32nds: the magnitudes with the smallest error on two axes, as `best_magnitudes` in error.py
# finds them among multiples of 1/32 up to 2 (of 1/8 for three pairs, of 1/4 for four). Few binary
# digits make all factors exact in float32. Other real points gain little: descent from random
# points lowers the growth of the products of F(4, 3) from 33.2 to 32.3.
_MAGNITUDES = {
    (2, 2): (19,),
    (4, 2): (14, 39),
    (2, 3): (0, 32),
    (3, 3): (14, 39),
    (4, 3): (0, 23, 44),
    (6, 3): (0, 20, 32, 52),
    (2, 5): (0, 23, 44),
    (4, 5): (0, 20, 32, 52),
    (3, 7): (8, 24, 32, 64),
}

TRANSFORMS = {
    (outputs, taps): Transform(outputs, taps, tuple(Fraction(n, 32) for n in numerators))
    for (outputs, taps), numerators in _MAGNITUDES.items()
}


def c_source() -> str:
    """Return the straight-line programs of all transforms as C, for vectors of any type."""
    lines = [
        *heading(
            "Winograd transforms of one vector, as straight-line programs",
            "python backends/winograd/cook_toom.py",
            "winograd_transforms.inc.h",
        ),
        "#ifndef TRANSFORMS",
        "#define TRANSFORMS(X) " + " ".join(f"X({m}, {r})" for m, r in TRANSFORMS),
        "#endif",
    ]
    for (outputs, taps), transform in TRANSFORMS.items():
        lines += ["", label(transform)]
        lines += function(
            f"input_{outputs}_{taps}", "d", transform.points, "v", transform.input_steps
        )
        lines += function(
            f"output_{outputs}_{taps}", "m", transform.points, "y", transform.output_steps
        )
    return "\n".join(lines) + "\n"


def heading(title: str, command: str, reader: str) -> tuple[str, str, str]:
    """Return the comment that opens what `command` prints; `reader` includes it."""
    return (
        f"/* {title}. Generated by",
        f" * {command}: do not edit. Included by",
        f" * {reader}, once for each T. */",
    )


def label(transform: Transform) -> str:
    """Return the comment that names a transform and its points."""
    points = ", ".join(str(p) for p in transform.finite)
    return f"/* F({transform.outputs}, {transform.taps}) at the points {points}, infinity. */"


def function(
    name: str, source: str, sources: int, result: str, steps: Sequence[Step]
) -> Iterable[str]:
    """Yield the lines of a function in C that evaluates steps from one array to another."""

    def value(name: str) -> str:
        for array in (source, result):
            if name.startswith(array) and name[len(array) :].isdecimal():
                return f"{array}[{name[len(array) :]}]"
        return name

    yield f"INLINE void FN({name})(const VEC *{source}, VEC *{result}) {{"
    known: set[str] = set()
    for step in steps:
        target = value(step.name)
        declared = target if target != step.name or target in known else f"VEC {target}"
        known.add(step.name)
        other = value(step.other)
        size = abs(step.factor)
        product = other if size == 1 else f"(T){float(size)!r} * {other}"
        sign = "-" if step.factor < 0 else "+"
        if step.start is None:
            expression = product if step.factor > 0 else f"-{product}"
        else:
            expression = f"{value(step.start)} {sign} {product}"
        yield f"    {declared} = {expression};"
    yield "}"


if __name__ == "__main__":
    print(c_source(), end="")
