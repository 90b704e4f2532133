# SPDX-License-Identifier: GPL-2.0-or-later
"""The tile_grid covers every pixel once in sum, and the blender equals a slow, obvious reference."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from noise2map_qgis.engine.encoding import LEVELS, NODATA
from noise2map_qgis.engine.inference.blending import TileBlender
from noise2map_qgis.engine.inference.tile_grid import TILE_STEP, Axis, TileGrid
from noise2map_qgis.engine.raster.grid import Window

AXES = st.builds(
    lambda length, tile, share: Axis.fitted(length, tile * TILE_STEP, int(share * tile * TILE_STEP / 2)),
    st.integers(1, 900),
    st.integers(2, 10),
    st.floats(0, 1),
)


@given(AXES)
def test_weights_sum_to_one_everywhere(axis: Axis) -> None:
    total = np.zeros(axis.length)
    for k in range(axis.count):
        first, last = axis.contribution(k)
        weight = axis.weights(k)
        assert axis.starts[k] <= first < last <= axis.starts[k] + axis.tile
        assert len(weight) == last - first
        assert (weight > 0).all()
        total[first:last] += weight
    np.testing.assert_allclose(total, 1, atol=1e-6)


@given(AXES)
def test_tiles_overlap_enough_in_step_and_end_just_beyond_the_raster(axis: Axis) -> None:
    assert axis.tile % TILE_STEP == 0
    assert len(axis.starts) == axis.count
    assert all(start % TILE_STEP == 0 for start in axis.starts)
    assert all(one + axis.tile - other >= axis.overlap for one, other in zip(axis.starts, axis.starts[1:]))
    assert axis.starts[0] == 0
    assert 0 <= axis.starts[-1] + axis.tile - axis.length < TILE_STEP


def test_a_long_axis_is_cut_to_fit() -> None:
    """4,000 pixels in tiles of at most 1,152: four of 1,120, which overlap by 160."""
    axis = Axis.fitted(4000, 1152, 128)
    assert (axis.count, axis.tile, axis.starts) == (4, 1120, (0, 960, 1920, 2880))


@given(AXES, st.data())
def test_touching_names_the_tiles_with_a_say(axis: Axis, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, axis.length - 1))
    last = data.draw(st.integers(first + 1, axis.length))
    expected = [k for k in range(axis.count) if axis.contribution(k)[0] < last and axis.contribution(k)[1] > first]
    assert list(axis.contributing(first, last)) == expected


def mirror(x: int, first: int, last: int) -> int:
    """Walk back at each end, as between two mirrors."""
    while not first <= x < last:
        x = 2 * first - x if x < first else 2 * (last - 1) - x
    return x


@given(AXES)
def test_context_beyond_the_raster_is_its_mirror_image(axis: Axis) -> None:
    for k in range(axis.count):
        first, last, index = axis.mirrored(k)
        seen = range(axis.starts[k], axis.starts[k] + axis.tile)
        expected = [mirror(x, first, last) - first if last - first > 1 else 0 for x in seen]
        np.testing.assert_array_equal(index, expected)


def test_a_small_raster_gets_a_small_tile() -> None:
    tile_grid = TileGrid.of(1, 100, 512, 64)
    assert (tile_grid.cols.tile, tile_grid.rows.tile) == (32, 128)
    assert tile_grid.count(Window(0, 0, 1, 100)) == 1


def obvious(tile_grid: TileGrid, answers: dict[tuple[int, int], np.ndarray], cols: int, rows: int) -> np.ndarray:
    """Whole-map blending in float64: weights written down pixel by pixel, then divided by their sum."""

    def weight(axis: Axis, k: int, x: int) -> float:
        total, half = 1.0, axis.blend_width / 2
        for neighbour, sign in ((k - 1, 1), (k + 1, -1)):
            if 0 <= neighbour < axis.count:
                middle = (axis.starts[k] + axis.starts[neighbour] + axis.tile) // 2
                inward = sign * (x + 0.5 - middle)  # how far from the seam towards this tile
                if inward <= -half:
                    return 0.0
                if inward < half:
                    total *= 0.5 + 0.5 * np.sin(np.pi * inward / (2 * half))
        return total

    total, weights = np.zeros((rows, cols)), np.zeros((rows, cols))
    for (row, col), answer in answers.items():
        top, left = tile_grid.rows.starts[row], tile_grid.cols.starts[col]
        for y in range(max(top, 0), min(top + tile_grid.rows.tile, rows)):
            wy = weight(tile_grid.rows, row, y)
            for x in range(max(left, 0), min(left + tile_grid.cols.tile, cols)):
                w = wy * weight(tile_grid.cols, col, x)
                total[y, x] += w * answer[y - top, x - left]
                weights[y, x] += w
    return total / weights


@settings(max_examples=25)
@given(
    cols=st.integers(1, 150),
    rows=st.integers(1, 150),
    tile=st.integers(2, 4),
    share=st.floats(0, 0.5),
    strip=st.integers(1, 150),
    floats=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_the_mosaic_equals_the_obvious_reference(
    cols: int, rows: int, tile: int, share: float, strip: int, floats: bool, seed: int
) -> None:
    tile_grid = TileGrid.of(cols, rows, tile * TILE_STEP, int(share * tile * TILE_STEP), strip)
    generator = np.random.default_rng(seed)
    valid = generator.random((rows, cols)) > 0.2
    answers = {
        (row, col): generator.integers(0, LEVELS + 1, (tile_grid.rows.tile, tile_grid.cols.tile)).astype(np.uint8)
        for row in range(tile_grid.rows.count)
        for col in range(tile_grid.cols.count)
    }
    whole = joined(tile_grid, Window(0, 0, cols, rows), answers, valid, floats)
    slow = obvious(tile_grid, answers, cols, rows)
    np.testing.assert_array_equal(whole == NODATA, ~valid)
    assert np.abs(whole[valid].astype(int) - np.round(slow[valid])).max(initial=0) <= 1
    left, top = generator.integers(0, cols), generator.integers(0, rows)
    part = Window(left, top, generator.integers(1, cols - left + 1), generator.integers(1, rows - top + 1))
    np.testing.assert_array_equal(
        joined(tile_grid, part, answers, valid, floats), whole[part.row : part.end_row, part.col : part.end_col]
    )


def joined(
    tile_grid: TileGrid, window: Window, answers: dict[tuple[int, int], np.ndarray], valid: np.ndarray, floats: bool
) -> np.ndarray:
    """What a blender makes of the answers in a window; every pixel must come out once."""
    blender = TileBlender(tile_grid, window)
    whole, times = np.zeros((window.rows, window.cols), np.uint8), np.zeros((window.rows, window.cols), int)
    for strip in tile_grid.strips(window):
        blender.begin(strip)
        tiles = list(tile_grid.tiles(window, strip))
        for row in sorted({tile.row for tile in tiles}):
            for tile in (tile for tile in tiles if tile.row == row):
                answer, seen = answers[tile.row, tile.col], tile.seen
                blender.add(
                    tile,
                    (answer / LEVELS).astype(np.float32) if floats else answer,
                    valid[seen.row : seen.end_row, seen.col : seen.end_col],
                )
            place, levels = blender.finish_row(row)
            here = place.moved(-window.col, -window.row)
            whole[here.row : here.end_row, here.col : here.end_col] = levels
            times[here.row : here.end_row, here.col : here.end_col] += 1
    assert (times == 1).all()
    return whole
