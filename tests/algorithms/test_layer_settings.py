# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer is what the user sees: a CRS and nodata values set on it in QGIS count, and the log says so."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsRasterRange,
)

from noise2map_qgis.algorithms import inputs
from tests.algorithms.recorder import Recorder
from tests.sample_pair import COLS, GSD, ROWS, before_and_after, write_raster

COLLAR = 20
ALL = ROWS * COLS * GSD**2
KEPT = ROWS * (COLS - COLLAR) * GSD**2


@pytest.fixture
def run(provider, pair):
    """Return a function that runs Detect change with a layer as the later image."""

    def run(layer):
        feedback = Recorder()
        values = {"BEFORE": pair.before, "AFTER": layer, "MODEL": "tiny", "PROBABILITY": "TEMPORARY_OUTPUT"}
        result, good = provider.algorithm("detectchange").create().run(values, QgsProcessingContext(), feedback)
        assert good, feedback.texts
        return result, feedback.texts

    return run


def collar(value: float, dtype: type = np.uint8) -> np.ndarray:
    data = before_and_after()[1].astype(dtype)
    data[:, :, :COLLAR] = value
    return data


def everywhere(layer: QgsRasterLayer, *ranges: QgsRasterRange) -> QgsRasterLayer:
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, list(ranges))
    return layer


def test_a_crs_set_on_a_layer_without_one_counts(run, pair, tmp_path):
    bare = write_raster(tmp_path / "bare.tif", before_and_after()[1])
    dataset = gdal.Open(bare, gdal.GA_Update)
    dataset.SetProjection("")
    dataset = None
    layer = QgsRasterLayer(bare, "Town 2016")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32614"))
    result, log = run(layer)
    assert result["VALID_AREA"] == pytest.approx(ALL, rel=2e-3)
    assert any("Town 2016" in line and "EPSG:32614" in line and "QGIS" in line for line in log)


def test_a_crs_set_on_a_layer_replaces_the_file_s(run, pair, tmp_path):
    wrong = write_raster(tmp_path / "wrong.tif", before_and_after()[1], epsg=32633)
    layer = QgsRasterLayer(wrong, "Town 2016")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32614"))
    result, log = run(layer)
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)
    assert any("EPSG:32614" in line and "EPSG:32633" in line for line in log)


@pytest.mark.parametrize(
    ("inside", "dtype", "ranges"),
    [
        (0, np.uint8, [QgsRasterRange(0, 0)]),
        (250, np.uint8, [QgsRasterRange(241, 255)]),
        (250, np.uint8, [QgsRasterRange(3, 3), QgsRasterRange(250, 250)]),
        (0, np.uint16, [QgsRasterRange(0, 0)]),
        (-9999, np.float32, [QgsRasterRange(-9999, -9999)]),
        (-5, np.float32, [QgsRasterRange(-10, 0, QgsRasterRange.BoundsType.Exclusive)]),
    ],
)
def test_nodata_values_set_on_a_layer_count(run, tmp_path, inside, dtype, ranges):
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", collar(inside, dtype)), "Town 2016")
    result, log = run(everywhere(layer, *ranges))
    assert result["VALID_AREA"] == pytest.approx(KEPT, rel=2e-3)
    assert any("Town 2016" in line and "no data" in line and "QGIS" in line for line in log)


def test_nodata_of_the_file_that_is_switched_off_does_not_count(run, tmp_path):
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", collar(7), nodata=7), "Town 2016")
    assert run(layer)[0]["VALID_AREA"] == pytest.approx(KEPT, rel=2e-3)
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    result, log = run(layer)
    assert result["VALID_AREA"] == pytest.approx(ALL, rel=2e-3)
    assert any("Town 2016" in line and "switched off" in line for line in log)


def test_nodata_is_compared_with_what_qgis_shows(run, tmp_path):
    """QGIS shows stored * scale + offset."""
    path = write_raster(tmp_path / "a.tif", collar(5, np.uint16))
    dataset = gdal.Open(path, gdal.GA_Update)
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).SetScale(0.1)
        dataset.GetRasterBand(band).SetOffset(-100)
    dataset = None
    layer = everywhere(QgsRasterLayer(path, "Town 2016"), QgsRasterRange(-99.5, -99.5))
    assert run(layer)[0]["VALID_AREA"] == pytest.approx(KEPT, rel=2e-3)


def test_nothing_set_is_nothing_told(pair):
    layer = QgsRasterLayer(pair.after, "Town 2016")
    assert inputs.layer_settings(layer) == []
    source = inputs.source_of(layer, [], ("red", "green", "blue"))
    assert (source.crs_wkt, source.nodata) == (None, ())


@pytest.mark.parametrize(
    ("uri", "provider_name", "words"),
    [
        ("type=xyz&url=http://127.0.0.1/{z}/{x}/{y}.png", "wms", "pictures, not pixel values"),
        (
            "?crs=EPSG:32614&extent=0,0,1,1&width=1&height=1&formula=1&a:provider=gdal",
            "virtualraster",
            "a virtual raster",
        ),
        ("dbname='x' table=\"t\"", "postgresraster", "the PostgreSQL provider"),
        ("url=http://127.0.0.1/wcs&identifier=x", "wcs", "the WCS provider"),
    ],
)
def test_other_providers_are_refused_for_their_own_reason(provider, uri, provider_name, words):
    layer = QgsRasterLayer(uri, "Some layer", provider_name)
    if layer.providerType() != provider_name:
        pytest.skip(f"this QGIS has no provider {provider_name}")
    reason = inputs.raster_problem(layer, [], ("red", "green", "blue"))
    assert words in reason
    assert "Some layer" in reason
    assert "Export ▸ Save As" in reason
