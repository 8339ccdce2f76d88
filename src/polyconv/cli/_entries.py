"""The entries of a race: workloads of the table with their arrays, photographs included."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv.workloads import Workload, image_workload, suites, workloads

from . import BadInput
from ._doors import SUITE as DOORS
from ._filters import filter_bank, on_each_channel

__all__ = ["DEFAULT_SUITES", "RaceEntry", "on_photo", "suite_entries"]

DEFAULT_SUITES = ("resnet50", "vgg16", "mobilenetv2", "unet3d", "audio1d", "image")

# Workloads of each suite in a quick race, the smallest ones.
_QUICK_WORKLOADS = 2


@dataclass(frozen=True, eq=False)
class RaceEntry:
    """A workload and, for an image filter, the photograph and the filters themselves."""

    workload: Workload
    photo: NDArray[np.float32] | None = None
    bank: NDArray[np.float32] | None = None

    def arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return `x` and `w`: the photograph and its filters, if there is one, else random numbers.

        Of the photograph, a workload that was scaled down takes the middle.
        """
        if self.photo is None or self.bank is None:
            return self.workload.arrays()
        _, channels, *size = self.workload.x_shape
        top, left = ((n - m) // 2 for n, m in zip(self.photo.shape[1:], size, strict=True))
        x = self.photo[None, :channels, top : top + size[0], left : left + size[1]]
        filters = self.bank[: self.workload.w_shape[0] // channels]
        return np.ascontiguousarray(x), on_each_channel(filters, channels)

    def scaled_down(self, limit_flops: int) -> "RaceEntry":
        """Return the entry with a smaller problem, as `Workload.scaled_down` makes it."""
        return replace(self, workload=self.workload.scaled_down(limit_flops))


def suite_entries(
    names: Sequence[str], photo: NDArray[np.float32], quick: bool = False
) -> list[RaceEntry]:
    """The entries of the suites called `names`; image filters run on `photo`."""
    for name in names:
        if name not in suites():
            allowed = ", ".join((*suites(), DOORS))
            raise BadInput(f"suite {name!r} is unknown; allowed: {allowed}")
    entries = []
    for name in dict.fromkeys(names):
        rows = workloads(name)
        if quick:
            smallest = sorted(rows, key=lambda row: row.flops)[:_QUICK_WORKLOADS]
            rows = tuple(row for row in rows if row in smallest)
        for row in rows:
            if row.image_filter is None:
                entries.append(RaceEntry(row))
            else:
                grey = row.x_shape[1] == 1
                entries.append(on_photo(row.image_filter, photo, grey=grey, name=row.name))
    return entries


def on_photo(
    kernel: str, photo: NDArray[np.float32], *, grey: bool = False, name: str | None = None
) -> RaceEntry:
    """The filters that `kernel` names, on each channel of `photo` or on its mean.

    Raises
    ------
    BadInput
        If `kernel` names no filter, or one that is larger than the photograph.
    """
    bank = filter_bank(kernel)
    filters, *size = bank.shape
    if grey:
        photo = photo.mean(axis=0, keepdims=True)
    channels, *image = photo.shape
    if any(k > n for k, n in zip(size, image, strict=True)):
        raise BadInput(
            f"kernel {kernel!r} of {size[0]} x {size[1]} is larger than the photo; allowed: up to "
            f"the photo's {image[0]} x {image[1]}"
        )
    workload = image_workload(
        name or f"photo/{Path(kernel).name}",
        kernel,
        (size[0], size[1]),
        channels=channels,
        filters=filters,
        photo=(image[0], image[1]),
    )
    return RaceEntry(workload, photo, bank)
