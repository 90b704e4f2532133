# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that brings the later date back: what changed is found again, in whatever area, and the log says
what was done."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.errors import Cancelled, EngineError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Area, Source, run
from noise2map_qgis.engine.raster.grid import crs
from tests.engine.making import METRE_GRID, UTM, Recorder, make_bundle, read_raster, source, write_raster
from tests.engine.registration.textures import bands, ground, pair, shifted
from tests.engine.running import job, left_behind, probability

SIZE = 512
MIDDLE = slice(100, 400)


def dates(folder: Path, right: float, down: float) -> tuple[tuple[Source, Source], Path]:
    """Write a textured place and the same, shifted, with a bright new block; and that without the shift."""
    lasting = ground(SIZE, SIZE, 2)
    later = lasting.copy()
    later[200:240, 300:350] = 3
    first = write_raster(folder / "first.tif", bands(lasting))
    true = write_raster(folder / "true.tif", bands(later))
    second = write_raster(folder / "second.tif", bands(shifted(later, right, down)))
    return (source(first), source(second)), true


@pytest.mark.parametrize("mode", ["shift", "field"])
def test_the_map_of_a_shifted_pair_becomes_that_of_the_aligned_one(
    difference: Bundle, tmp_path: Path, mode: str
) -> None:
    sources, true = dates(tmp_path, 3.3, -2.6)
    wanted, _ = probability(difference, (sources[0], source(true)), tmp_path)
    moved, _ = probability(difference, sources, tmp_path)
    aligned, _ = probability(difference, sources, tmp_path, align=mode)
    wrong, still = (np.abs(one.astype(int) - wanted.astype(int))[MIDDLE, MIDDLE].mean() for one in (moved, aligned))
    assert still < wrong / 10


def test_the_area_changes_nothing(difference: Bundle, tmp_path: Path) -> None:
    """The shift is measured on all the ground that both dates cover."""
    sources, _ = dates(tmp_path, 2.7, 1.2)
    whole, _ = probability(difference, sources, tmp_path, align="field")
    x, width, _, y, _, height = METRE_GRID
    extent = (x + 120 * width, y + 300 * height, x + 260 * width, y + 180 * height)
    wkt = _wkt()
    part, _ = probability(difference, sources, tmp_path, align="field", areas=(Area(wkt, extent=extent),))
    np.testing.assert_array_equal(part, whole[180:300, 120:260])


def test_the_log_says_what_was_done(difference: Bundle, tmp_path: Path) -> None:
    sources, _ = dates(tmp_path, 3, -2)
    heard = Recorder()
    run(job(difference, sources, tmp_path, align="shift"), heard)
    assert any("lies 1.50 m east and 1.00 m north" in line and "moved by -3.00" in line for line in heard.lines)


def test_where_no_shift_can_be_told_nothing_is_moved_and_a_warning_says_so(difference: Bundle, tmp_path: Path) -> None:
    first = write_raster(tmp_path / "first.tif", bands(ground(256, 256, 1)))
    second = write_raster(tmp_path / "second.tif", bands(ground(256, 256, 99)))
    sources = (source(first), source(second))
    plain, _ = probability(difference, sources, tmp_path)
    heard = Recorder()
    asked = job(difference, sources, tmp_path, align="field")
    run(asked, heard)
    assert any("cannot be told" in line and "stays where it is" in line for line in heard.warnings)
    np.testing.assert_array_equal(read_raster(asked.probability)[0], plain)


def test_a_shift_of_less_than_half_a_pixel_is_left_alone(difference: Bundle, tmp_path: Path) -> None:
    before, after = pair(256, 0.3, 0.1)
    first, second = write_raster(tmp_path / "a.tif", before), write_raster(tmp_path / "b.tif", after)
    plain, _ = probability(difference, (source(first), source(second)), tmp_path)
    aligned, _ = probability(difference, (source(first), source(second)), tmp_path, align="shift")
    np.testing.assert_array_equal(aligned, plain)


def test_a_cancel_while_measuring_leaves_nothing(difference: Bundle, tmp_path: Path) -> None:
    class Stopping(Recorder):
        def cancelled(self) -> bool:
            return True

    sources, _ = dates(tmp_path, 1, 1)
    with pytest.raises(Cancelled):
        run(job(difference, sources, tmp_path, align="shift"), Stopping())
    assert left_behind(tmp_path) == []


def test_one_image_has_nothing_to_be_aligned_with(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "segment", tasks=("segment",))
    image = write_raster(tmp_path / "image.tif", bands(ground(128, 128, 1)))
    with pytest.raises(EngineError, match="one image"):
        job(bundle, (source(image),), tmp_path, align="shift").resolve()


def test_an_unknown_alignment_is_named(difference: Bundle, tmp_path: Path) -> None:
    sources, _ = dates(tmp_path, 0, 0)
    with pytest.raises(EngineError, match="off, shift, field, not 'much'"):
        job(difference, sources, tmp_path, align="much").resolve()


def _wkt() -> str:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(UTM)
    return str(crs(reference.ExportToWkt()).ExportToWkt())
