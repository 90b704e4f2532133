# SPDX-License-Identifier: GPL-2.0-or-later
"""Shifts that are known come back to a fraction of a pixel, or are refused; what has no shift to tell is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.raster.scene import Scene
from noise2map_qgis.engine.registration.alignment import align_later_date
from noise2map_qgis.engine.registration.misregistration import Misregistration, measure_misregistration
from tests.engine.making import METRE_GRID, Recorder, source, write_raster
from tests.engine.registration.textures import bands, ground, pair, shifted


def measured(bundle: Bundle, folder: Path, before: np.ndarray, after: np.ndarray, mode: str = "off") -> Misregistration:
    """Measure two dates; with a mode, after the later one has been brought back."""
    first, second = write_raster(folder / "first.tif", before), write_raster(folder / "second.tif", after)
    with Scene((source(first), source(second)), bundle.tasks["change"]) as scene:
        align_later_date(scene, mode, Recorder())
        return measure_misregistration(scene, lambda: None)


@pytest.mark.parametrize(
    ("size", "right", "down"),
    [(512, 0, 0), (512, 3, -2), (512, -7.4, 5.3), (512, 0.5, 0.25), (256, 2.5, -1.5), (160, 1.5, 3)],
)
def test_a_known_shift_comes_back(difference: Bundle, tmp_path: Path, size: int, right: float, down: float) -> None:
    """Twice the noise of the usual test: the two dates have little more than half of their variance in common."""
    found = measured(difference, tmp_path, *pair(size, right, down))
    assert found.known, found.consensus.reason
    assert (found.consensus.right, found.consensus.down) == pytest.approx((right, down), abs=0.2)
    assert (found.east_m, found.north_m) == pytest.approx((0.5 * right, -0.5 * down), abs=0.1)


def test_a_shift_beyond_the_patches_is_found_in_averages_of_pixels(difference: Bundle, tmp_path: Path) -> None:
    lasting = ground(1024, 1024, 3, detail=6)
    found = measured(difference, tmp_path, bands(lasting), bands(shifted(lasting, 61.5, -37)))
    assert (found.consensus.right, found.consensus.down) == pytest.approx((61.5, -37), abs=0.2)


def test_reversed_contrast_is_no_obstacle_to_refusing(difference: Bundle, tmp_path: Path) -> None:
    """A negative has its highest peak nowhere near the truth: it must be refused, not answered wrongly."""
    lasting = ground(512, 512, 5)
    found = measured(difference, tmp_path, bands(lasting), bands(-shifted(lasting, 3, 3)))
    assert not found.known


@pytest.mark.parametrize("seed", range(4))
def test_unrelated_images_are_refused(difference: Bundle, tmp_path: Path, seed: int) -> None:
    found = measured(difference, tmp_path, bands(ground(512, 512, seed)), bands(ground(512, 512, 50 + seed)))
    assert not found.known
    assert "no shift stands out" in found.consensus.reason
    assert found.field is None


def test_images_without_texture_are_refused_with_the_reason(difference: Bundle, tmp_path: Path) -> None:
    flat = np.full((3, 512, 512), 90, np.uint8)
    found = measured(difference, tmp_path, flat, flat)
    assert not found.known
    assert "texture" in found.consensus.reason


def test_a_small_image_is_refused(difference: Bundle, tmp_path: Path) -> None:
    found = measured(difference, tmp_path, *pair(60, 1, 1))
    assert not found.known


def test_nodata_is_not_taken_for_texture(difference: Bundle, tmp_path: Path) -> None:
    """A frame without data lies in the same pixels of both dates, and would say that nothing is shifted."""
    before, after = pair(512, 4, -3)
    before[:, :100], after[:, :100] = 0, 0
    before[:, :, 400:], after[:, :, 400:] = 0, 0
    first = write_raster(tmp_path / "first.tif", before, nodata=0)
    second = write_raster(tmp_path / "second.tif", after, nodata=0)
    with Scene((source(first), source(second)), difference.tasks["change"]) as scene:
        found = measure_misregistration(scene, lambda: None)
    assert (found.consensus.right, found.consensus.down) == pytest.approx((4, -3), abs=0.25)


def test_the_overlap_is_what_is_looked_at(difference: Bundle, tmp_path: Path) -> None:
    """The later date covers a corner of the earlier one, in another coordinate system's pixels."""
    before, after = pair(512, 2, 2)
    x, width, _, y, _, height = METRE_GRID
    first = write_raster(tmp_path / "first.tif", before)
    part = (x + 200 * width, width, 0.0, y + 200 * height, 0.0, height)
    second = write_raster(tmp_path / "second.tif", after[:, 200:, 200:], part)
    with Scene((source(first), source(second)), difference.tasks["change"]) as scene:
        found = measure_misregistration(scene, lambda: None)
    assert (found.consensus.right, found.consensus.down) == pytest.approx((2, 2), abs=0.25)
    assert min(patch.col for patch in found.patches) > 200


def test_bent_images_get_a_field_that_undoes_the_bend(difference: Bundle, tmp_path: Path) -> None:
    """The left half lies off to the left, the right half to the right, smoothly between."""
    size = 768
    lasting = ground(size, size, 8)
    rows, cols = np.mgrid[0:size, 0:size]
    bend = 4 * (cols / size - 0.5)
    left, part = np.floor(cols - bend).astype(int), (cols - bend) % 1
    later = lasting[rows, left % size] * (1 - part) + lasting[rows, (left + 1) % size] * part
    before, after = bands(lasting), bands(later)
    found = measured(difference, tmp_path, before, after)
    assert found.field is not None
    at = found.field.at(np.array([[size / 4, size / 2], [size * 3 / 4, size / 2]]))
    assert at[:, 0] == pytest.approx([-1, 1], abs=0.3)
    assert at[:, 1] == pytest.approx([0, 0], abs=0.2)
    brought_back = measured(difference, tmp_path, before, after, "field")
    assert brought_back.known
    assert brought_back.spread is not None
    assert found.spread is not None
    assert brought_back.spread < found.spread / 2


def test_images_that_are_only_shifted_get_no_field(difference: Bundle, tmp_path: Path) -> None:
    found = measured(difference, tmp_path, *pair(512, 3, 1))
    assert found.known
    assert found.field is None


@pytest.mark.parametrize("mode", ["shift", "field"])
def test_the_later_date_is_brought_back(difference: Bundle, tmp_path: Path, mode: str) -> None:
    found = measured(difference, tmp_path, *pair(512, 3.4, -2.2), mode)
    assert found.consensus.length < 0.15
