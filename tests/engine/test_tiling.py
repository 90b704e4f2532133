# SPDX-License-Identifier: GPL-2.0-or-later
"""The lattice covers every pixel once in sum, and the mosaic equals a slow, obvious reference."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from noise2map_qgis.engine.grid import Window
from noise2map_qgis.engine.tiling import LEVELS, NODATA, TILE_STEP, Axis, Lattice, Mosaic

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
        first, last = axis.support(k)
        weight = axis.weights(k)
        assert axis.start(k) <= first < last <= axis.start(k) + axis.tile
        assert len(weight) == last - first
        assert (weight > 0).all()
        total[first:last] += weight
    np.testing.assert_allclose(total, 1, atol=1e-6)


@given(AXES)
def test_tiles_are_all_of_one_size_and_no_more_than_needed(axis: Axis) -> None:
    assert axis.tile % TILE_STEP == 0
    assert (axis.count - 1) * axis.stride < axis.length <= axis.count * axis.stride


@given(AXES, st.data())
def test_touching_names_the_tiles_with_a_say(axis: Axis, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, axis.length - 1))
    last = data.draw(st.integers(first + 1, axis.length))
    expected = [k for k in range(axis.count) if axis.support(k)[0] < last and axis.support(k)[1] > first]
    assert list(axis.touching(first, last)) == expected


def mirror(x: int, first: int, last: int) -> int:
    """Walk back at each end, as between two mirrors."""
    while not first <= x < last:
        x = 2 * first - x if x < first else 2 * (last - 1) - x
    return x


@given(AXES)
def test_context_beyond_the_raster_is_its_mirror_image(axis: Axis) -> None:
    for k in range(axis.count):
        first, last, index = axis.mirrored(k)
        seen = range(axis.start(k), axis.start(k) + axis.tile)
        expected = [mirror(x, first, last) - first if last - first > 1 else 0 for x in seen]
        np.testing.assert_array_equal(index, expected)


def test_a_small_raster_gets_a_small_tile() -> None:
    lattice = Lattice.of(1, 100, 512, 64)
    assert (lattice.cols.tile, lattice.rows.tile) == (96, 192)
    assert lattice.count(Window(0, 0, 1, 100)) == 1


def obvious(lattice: Lattice, answers: dict[tuple[int, int], np.ndarray], cols: int, rows: int) -> np.ndarray:
    """Whole-map blending in float64: weights written down pixel by pixel, then divided by their sum."""

    def weight(axis: Axis, k: int, x: int) -> float:
        half = axis.overlap // 4
        into, out = x - (k * axis.stride - half), (k + 1) * axis.stride + half - 1 - x
        total = 1.0
        for distance, outermost in ((into, k == 0), (out, k == axis.count - 1)):
            if not outermost:
                if distance < 0:
                    return 0.0
                if distance < 2 * half:
                    total *= 0.5 - 0.5 * np.cos(np.pi * (distance + 0.5) / (2 * half))
        return total

    total, weights = np.zeros((rows, cols)), np.zeros((rows, cols))
    for (row, col), answer in answers.items():
        top, left = lattice.rows.start(row), lattice.cols.start(col)
        for y in range(max(top, 0), min(top + lattice.rows.tile, rows)):
            wy = weight(lattice.rows, row, y)
            for x in range(max(left, 0), min(left + lattice.cols.tile, cols)):
                w = wy * weight(lattice.cols, col, x)
                total[y, x] += w * answer[y - top, x - left]
                weights[y, x] += w
    return total / weights


@settings(max_examples=15)
@given(
    cols=st.integers(1, 150),
    rows=st.integers(1, 150),
    tile=st.integers(2, 3),
    overlap=st.integers(0, 32),
    floats=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_the_mosaic_equals_the_obvious_reference(
    cols: int, rows: int, tile: int, overlap: int, floats: bool, seed: int
) -> None:
    lattice = Lattice.of(cols, rows, tile * TILE_STEP, overlap)
    generator = np.random.default_rng(seed)
    window = Window(0, 0, cols, rows)
    valid = generator.random((rows, cols)) > 0.2
    mosaic, answers, strips, current = Mosaic(lattice, window), {}, [], 0
    for part in lattice.tiles(window):
        if part.row != current:
            strips.append(mosaic.finish_row(current))
            current = part.row
        answer = generator.integers(0, LEVELS + 1, (lattice.rows.tile, lattice.cols.tile)).astype(np.uint8)
        answers[part.row, part.col] = answer
        seen = part.seen
        mosaic.add(
            part,
            (answer / LEVELS).astype(np.float32) if floats else answer,
            valid[seen.row : seen.end_row, seen.col : seen.end_col],
        )
    strips.append(mosaic.finish_row(current))
    assert [strip.row for strip, _ in strips] == list(np.cumsum([0] + [strip.rows for strip, _ in strips[:-1]]))
    fast = np.concatenate([levels for _, levels in strips])
    slow = obvious(lattice, answers, cols, rows)
    assert fast.shape == (rows, cols)
    np.testing.assert_array_equal(fast == NODATA, ~valid)
    assert np.abs(fast[valid].astype(int) - np.round(slow[valid])).max(initial=0) <= 1
