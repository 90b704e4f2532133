# SPDX-License-Identifier: GPL-2.0-or-later
"""A check's figures, verdict, report and corrected image, in any coordinate system and type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis import engine
from noise2map_qgis.engine.errors import Cancelled, EngineError, OutputError, RasterError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.registration.check import CheckJob, PairCheck, run_check
from tests.engine.making import METRE_GRID, Recorder, make_bundle, source, write_raster
from tests.engine.registration.textures import bands, ground, pair

X, _, _, Y, _, _ = METRE_GRID


def checked(bundle: Bundle, before: Path, after: Path, **options: Any) -> PairCheck:
    return run_check(CheckJob(bundle, (source(before), source(after)), **options), Recorder())


def written(folder: Path, before: np.ndarray, after: np.ndarray, **options: Any) -> tuple[Path, Path]:
    return write_raster(folder / "first.tif", before), write_raster(folder / "second.tif", after, **options)


def levels(found: PairCheck) -> dict[str, str]:
    return {finding.subject: finding.level for finding in found.verdict.findings}


def test_a_good_pair_is_called_good(difference: Bundle, tmp_path: Path) -> None:
    lasting = bands(ground(256, 256, 1))
    found = checked(difference, *written(tmp_path, lasting, np.clip(lasting + 5, 0, 255).astype(np.uint8)))
    assert found.verdict.level == "good"
    assert found.verdict.align == "off"
    assert set(levels(found).values()) == {"good"}
    assert found.comparison.brightness == pytest.approx(5, abs=0.1)
    assert found.comparison.correlation > 0.99


def test_overlap_and_nodata_are_shares_of_the_earlier_image(difference: Bundle, tmp_path: Path) -> None:
    before, after = pair(256, 0, 0)
    place = (X + 64, 0.5, 0.0, Y, 0.0, -0.5)  # half of the earlier image's columns
    found = checked(difference, *written(tmp_path, before, after, geotransform=place))
    assert found.comparison.overlap_share == pytest.approx(0.5, abs=0.01)
    assert found.comparison.nodata_after == pytest.approx(0.5, abs=0.01)
    assert levels(found)["Overlap"] == "caution"


def test_clouds_are_told_from_roofs(difference: Bundle, tmp_path: Path) -> None:
    """A white square of 100 m is cloud, one of 10 m is a roof."""
    before, after = pair(512, 0, 0)
    after[:, 100:300, 100:300] = 245
    after[:, 400:420, 400:420] = 245
    found = checked(difference, *written(tmp_path, before, after))
    assert found.comparison.cloud_before == 0
    assert found.comparison.cloud_after == pytest.approx(200 * 200 / 512**2, rel=0.2)
    assert levels(found)["Clouds"] == "caution"


def test_coarse_pixels_are_a_problem(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "fine", gsd=[0.1, 0.12])
    found = checked(bundle, *written(tmp_path, *pair(256, 0, 0)))
    assert levels(found)["Pixel size"] == "problem"


def test_a_dark_date_is_marked(difference: Bundle, tmp_path: Path) -> None:
    before, after = pair(256, 0, 0)
    found = checked(difference, *written(tmp_path, before, (after * 0.3).astype(np.uint8)))
    assert levels(found)["Radiometry"] == "caution"


@pytest.mark.parametrize("kind", ["degrees", "crs", "pixel size", "uint16", "nodata"])
@pytest.mark.parametrize("correction", ["shift", "resampled"])
def test_the_corrected_image_is_registered_however_it_was_delivered(
    difference: Bundle, tmp_path: Path, kind: str, correction: str
) -> None:
    before, after = pair(400, 4.5, -3.5)
    if kind == "uint16":
        first, second = written(tmp_path, before, after.astype(np.uint16) * 37)
    else:
        first, second = written(tmp_path, before, after)
    warps: dict[str, dict[str, Any]] = {
        "degrees": {"dstSRS": "EPSG:4326", "dstNodata": 0},
        "crs": {"dstSRS": "EPSG:3857", "dstNodata": 0},
        "pixel size": {"xRes": 0.4, "yRes": 0.4},
        "nodata": {"outputBounds": (X - 20, Y - 200, X + 200, Y), "dstNodata": 0},
    }
    if kind in warps:
        other = tmp_path / "other.tif"
        with gdal_exceptions():
            gdal.Warp(str(other), str(second), resampleAlg="cubic", **warps[kind])
        second = other
    corrected = tmp_path / "out.tif"
    found = checked(difference, first, second, corrected=corrected, correction=correction)
    assert found.applied is not None
    with gdal_exceptions():
        made, given = gdal.Open(str(corrected)), gdal.Open(str(second))
        assert made.GetRasterBand(1).DataType == given.GetRasterBand(1).DataType
        if correction == "shift":
            assert made.ReadAsArray().tolist() == given.ReadAsArray().tolist()
    again = checked(difference, first, corrected)
    assert again.misregistration.consensus.length < 0.3


def test_the_figures_are_plain_values(difference: Bundle, tmp_path: Path) -> None:
    found = checked(difference, *written(tmp_path, *pair(256, 3, 2)))
    figures = found.figures()
    assert figures["shift_known"] is True
    assert (figures["shift_x"], figures["shift_y"]) == pytest.approx((1.5, -1.0), abs=0.1)
    assert (figures["shift_x_pixels"], figures["shift_y_pixels"]) == pytest.approx((3, -2), abs=0.2)
    assert all(isinstance(value, (str, bool, float)) for value in figures.values())


def test_the_report_names_both_layers_safely(difference: Bundle, tmp_path: Path) -> None:
    first, second = written(tmp_path, *pair(256, 3, 2))
    sources = (source(first, "<b>one</b>"), source(second, "two & more"))
    run_check(CheckJob(difference, sources, report=tmp_path / "report.html"), Recorder())
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;one&lt;/b&gt;" in page
    assert "two &amp; more" in page
    assert "<b>one" not in page


def test_a_cancel_leaves_nothing(difference: Bundle, tmp_path: Path) -> None:
    class Stopping(Recorder):
        def cancelled(self) -> bool:
            return True

    first, second = written(tmp_path, *pair(256, 3, 2))
    before = sorted(tmp_path.iterdir())
    job = CheckJob(difference, (source(first), source(second)), tmp_path / "report.html", tmp_path / "c.tif")
    with pytest.raises(Cancelled):
        run_check(job, Stopping())
    assert sorted(tmp_path.iterdir()) == before


def test_what_cannot_be_is_refused_with_a_sentence(difference: Bundle, tmp_path: Path) -> None:
    first, second = written(tmp_path, *pair(256, 3, 2))
    with pytest.raises(OutputError, match="is read from"):
        checked(difference, first, second, corrected=second)
    with pytest.raises(EngineError, match="one of shift, resampled, field, not 'turn'"):
        checked(difference, first, second, correction="turn")
    far = write_raster(tmp_path / "far.tif", pair(256, 0, 0)[0], (X + 9000, 0.5, 0.0, Y, 0.0, -0.5))
    with pytest.raises(RasterError, match="do not overlap"):
        checked(difference, first, far)
    bundle = make_bundle(tmp_path / "segment", tasks=("segment",))
    with pytest.raises(EngineError, match="does not detect change"):
        checked(bundle, first, second)


def test_the_python_function_is_public(difference: Bundle, tmp_path: Path) -> None:
    first, second = written(tmp_path, *pair(256, 3, 2))
    found = engine.check_pair(first, second, model=difference, report=tmp_path / "report.html")
    assert found.misregistration.known
    assert (tmp_path / "report.html").exists()
