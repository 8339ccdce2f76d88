import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

MAX_TAPS_IN_REGISTERS: int
MIN_VECTORS_PER_FILTER: int

class TileAxis:
    out: int
    tile: int
    tiles: int
    kernel: int
    stride: int
    dilation: int
    runs: int
    run_length: int
    run_step: int
    extent: int
    input_extent: int
    length: int
    out_step: int
    @property
    def layout(self) -> str: ...

class DirectTiling:
    variant: int
    flat: bool
    accumulates_in_out: bool
    zero_copy: bool
    stride2: bool
    skips_padding: bool
    depth: TileAxis
    height: TileAxis
    width: TileAxis
    groups: int
    channels: int
    oc_block: int
    oc_blocks: int
    rows_per_store: int
    oc_splits: int
    groups_per_item: int
    ic_block: int
    interleave: int
    row_pitch: int
    first_row_offset: int
    channel_plane: int
    row_buffer: int
    packed_size: int
    sums_size: int
    max_entries: int
    pixels_per_vector: int
    row_vectors: int
    band_rows: int
    valid_fraction: float
    interior_fraction: float
    @property
    def axes(self) -> tuple[TileAxis, TileAxis, TileAxis]: ...
    @property
    def kernel_runs(self) -> tuple[int, int]: ...
    def listed_columns(self) -> int: ...
    def tap_offsets(self) -> NDArray[np.intp]: ...
    def zero_copy_tap_offsets(self, p: Problem) -> NDArray[np.intp]: ...
    def input_elements(self, pixels: int) -> int: ...
    def input_fits_l1(self, lanes: int) -> bool: ...
    def max_roundings(self) -> int: ...
    def workspace(self, itemsize: int) -> int: ...
