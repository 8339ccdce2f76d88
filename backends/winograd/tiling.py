"""Tilings of both variants: tile blocks, what they read, and the fields of the C plan.

With a dilation d, outputs whose coordinates differ modulo d (their *residues*) read disjoint
inputs. So there are d convolutions without dilation, each with its own tiles. Tiles of neighbouring
residues are neighbours, and so are their inputs and outputs. A block holds all residues of the last
axis, so its rows are read and written as runs.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, ClassVar

from polyconv._cpu import lanes
from polyconv._derived import derived
from polyconv._machine import CACHE_LINE, caches
from polyconv._problem import Problem
from polyconv.backends.blocking import rounded_up

from .complex_products import TILT
from .cook_toom import Transform
from .tuning import TUNING

__all__ = [
    "WinogradTiling",
    "chain_length",
    "oc_blocking",
    "padded_oc_per_group",
    "tiles_of",
    "weights_in_memory",
    "workspace_limit",
]


# An axis that the problem does not have: one tile of one output, which reads one element.
_NO_AXIS = {
    "out": 1, "dilation": 1, "tiles": 1, "tile_block": 1, "tile_blocks": 1, "residues": 1,
    "residue_block": 1, "residue_blocks": 1, "outputs": 1, "points": 1, "lo": 0, "n": 1,
    "padded": 1,
}  # fmt: skip


# Attributes of a tiling that ``pc_winograd_plan`` has under the same names.
_PLAN_FIELDS = (
    "rank",
    "points",
    "groups",
    "ic_per_group",
    "oc_per_group",
    "images",
    "oc_block",
    "last_oc_block",
    "oc_blocks",
    "oc_splits",
    "workspace",
    "itemsize",
    "ic_block",
    "channel_plane",
    "padded_row",
    "chain_length",
)


@dataclass(frozen=True)
class WinogradTiling:
    """One problem cut into blocks of tiles, and the memory that a block takes.

    Attributes
    ----------
    transform : Transform
        That of every axis.
    tiles, tile_block : tuple of int
        Tiles of one residue along each axis: in all, and in a block.
    residues, residue_block : tuple of int
        Residues along each axis: in all, and in a block.
    dilation : int
        That of the last axis.
    images : int
        Images that a block spans.
    oc_vectors, oc_blocks : int
        Vectors in a block of output channels, and blocks of a group.
    oc_splits : int
        Work items that share a tile block, each with some of the blocks of output channels.
    lanes, itemsize, groups, ic_per_group, oc_per_group : int
        Elements of a vector, bytes of a real element, groups and their channels.
    real_convs : int
        Real convolutions: 3 for complex numbers.
    ic_block : int
        Input channels packed at once: more than one in channels_last.
    time : float
        Predicted time of one worker, in vector FMAs.
    """

    variant: ClassVar[str]

    transform: Transform
    tiles: tuple[int, ...]
    tile_block: tuple[int, ...]
    residues: tuple[int, ...]
    residue_block: tuple[int, ...]
    dilation: int
    images: int
    oc_vectors: int
    oc_blocks: int
    oc_splits: int
    lanes: int
    itemsize: int
    groups: int
    ic_per_group: int
    oc_per_group: int
    real_convs: int
    ic_block: int
    time: float

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return len(self.tile_block)

    @derived
    def points(self) -> int:
        """Points of a tile over all axes, and so panels."""
        return int(self.transform.points**self.rank)

    @property
    def oc_block(self) -> int:
        """Output channels of a block, padding included."""
        return self.oc_vectors * self.lanes

    @derived
    def weight_bytes(self) -> int:
        """Bytes of the transformed weights, padded output channels included."""
        out_channels = self.groups * self.oc_blocks * self.oc_block
        return self.points * out_channels * self.real_convs * self.ic_per_group * self.itemsize

    @property
    def chain_length(self) -> int:
        """Channels summed in registers."""
        return chain_length(self.ic_per_group)

    @derived
    def phase_len(self) -> tuple[int, ...]:
        """Elements of a phase along each axis: one for each tile, and the halo of the last."""
        halo = (self.transform.points - 1) // self.transform.outputs
        return tuple(
            (tiles + halo) * residues
            for tiles, residues in zip(self.tile_block, self.residue_block, strict=True)
        )

    @derived
    def block_tiles(self) -> tuple[int, ...]:
        """Tiles of a block along each axis, over all its residues."""
        return tuple(
            tiles * residues
            for tiles, residues in zip(self.tile_block, self.residue_block, strict=True)
        )

    @property
    def tile_count(self) -> int:
        """Tiles of a block."""
        return self.images * math.prod(self.block_tiles)

    @property
    def padded_row(self) -> int:
        """Elements of a row before it is deinterleaved, or 0 where rows are packed directly."""
        if self.dilation == 1:
            return 0
        extent = (self.tile_block[-1] - 1) * self.transform.outputs + self.transform.points
        return (extent - 1) * self.dilation + self.residues[-1]

    @derived
    def channel_plane(self) -> int:
        """Elements of one packed channel, or of its real or imaginary part."""
        return math.prod(self.transform.outputs * length for length in self.phase_len)

    @derived
    def buffers(self) -> dict[str, int]:
        """Sizes in bytes of a worker's buffers, in this order; each starts at a cache line."""
        raise NotImplementedError

    @derived
    def workspace(self) -> int:
        """Bytes for one worker."""
        return sum(self.buffers.values())

    @property
    def last_oc_block(self) -> int:
        """Output channels of a group's last block as weights are packed, padding included."""
        raise NotImplementedError

    def variant_plan(self) -> dict[str, Any]:
        """Return the fields of the variant's C struct."""
        raise NotImplementedError

    def offsets(self) -> dict[str, int]:
        """Return where each buffer starts, in bytes, under the name of its field in the plan."""
        starts = accumulate(self.buffers.values(), initial=0)
        return {f"{name}_offset": start for name, start in zip(self.buffers, starts, strict=False)}

    def plan(self, p: Problem) -> dict[str, Any]:
        """Return the fields of ``pc_winograd_plan``, which kernels/winograd_plan.h explains."""
        missing = 3 - self.rank
        axes = [_NO_AXIS] * missing + [self._axis(p, i) for i in range(self.rank)]
        image_blocks = -(-p.batch // self.images)
        tile_blocks = math.prod([each["tile_blocks"] * each["residue_blocks"] for each in axes])
        complex_x = p.x_dtype.kind == "c"
        return {
            **{name: getattr(self, name) for name in _PLAN_FIELDS},
            "axes": axes,
            "batch": p.batch,
            "work_items": image_blocks * self.groups * self.oc_splits * tile_blocks,
            "parts": 1 if self.real_convs == 1 else 2,
            "imaginary_offset": p.x_dtype.itemsize // 2 if complex_x else 0,
            "same_type": p.x_dtype == p.accumulator,
            "constant_padding": p.padding_mode in ("zeros", "constant"),
            "zero_padding": p.padding_mode in ("zeros", "constant") and p.padding_value == 0,
            "tilt": TILT,
        }

    def _axis(self, p: Problem, i: int) -> dict[str, int]:
        """Return the fields of ``pc_winograd_axis`` for spatial axis `i`."""
        return {
            "out": p.out[i],
            "dilation": p.dilation[i],
            "tiles": self.tiles[i],
            "tile_block": self.tile_block[i],
            "tile_blocks": -(-self.tiles[i] // self.tile_block[i]),
            "residues": self.residues[i],
            "residue_block": self.residue_block[i],
            "residue_blocks": -(-self.residues[i] // self.residue_block[i]),
            "outputs": self.transform.outputs,
            "points": self.transform.points,
            "lo": p.pads[i][0],
            "n": p.spatial[i],
            "padded": p.padded[i],
        }

    def _aligned(self, elements: Mapping[str, int]) -> dict[str, int]:
        """Convert buffer sizes from elements to bytes, rounded up to cache lines."""
        return {
            name: rounded_up(size * self.itemsize, CACHE_LINE) for name, size in elements.items()
        }


def chain_length(channels: int) -> int:
    """Return how many channels are summed in registers before the sum is added to the others.

    Two such levels have the smallest error if the first sums ``(channels**2 / 2) ** (1 / 3)``
    terms. Chains have at least 16 terms: adding the sums of shorter ones takes too much time.
    """
    return max(16, 8 * round(math.cbrt(channels**2 / 2) / 8))


def workspace_limit(p: Problem) -> int:
    """Return the maximum bytes of workspace for one worker."""
    limit: int = TUNING.MAX_WORKSPACE
    return limit if p.workspace_limit is None else min(limit, p.workspace_limit // p.workers)


def oc_blocking(p: Problem) -> tuple[int, int]:
    """Return the blocks of a group's output channels, and the channels of one: whole vectors."""
    vector = lanes(p.accumulator)
    vectors = padded_oc_per_group(p) // vector["lanes"]
    oc_blocks = -(-vectors // vector["nr_vectors"])
    oc_block = -(-vectors // oc_blocks) * vector["lanes"]
    return -(-p.oc_per_group // oc_block), oc_block


def padded_oc_per_group(p: Problem) -> int:
    """Return the output channels of a group, rounded up to whole vectors."""
    return rounded_up(p.oc_per_group, lanes(p.accumulator)["lanes"])


def tiles_of(p: Problem, outputs: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the tiles of one residue and the residues along each axis; a tile has `outputs`."""
    steps = [(out, d, d * outputs) for out, d in zip(p.out, p.dilation, strict=True)]
    return (
        tuple([-(-out // step) for out, _, step in steps]),
        tuple([min(d, out) for out, d, _ in steps]),
    )


def weights_in_memory(weight_bytes: int) -> bool:
    """Return True if weights of this size count as read from memory, not from the L3 cache."""
    return bool(weight_bytes > caches().l3 * TUNING.WEIGHTS_L3_FRACTION)
