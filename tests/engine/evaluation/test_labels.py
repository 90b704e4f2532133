# SPDX-License-Identifier: GPL-2.0-or-later
"""One reader of labels: over data types, nodata, masks and object ids, for evaluation, reference and training alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.evaluation.accuracy import evaluate_map
from noise2map_qgis.engine.evaluation.labels import read_label
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import write_raster

TYPES = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64")


def label(path: Path, values: list[float], dtype: str = "uint8", **how) -> np.ndarray:
    """Write a row of values as a label, and return it as read."""
    with gdal_exceptions():
        return read_label(write_raster(path / "label.tif", np.array(values, dtype)[None, None], **how))[0]


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(
    ("values", "nodata", "expected"),
    [
        ([0, 1, 1], None, [0, 1, 1]),
        ([0, 1, 255], None, [0, 1, -1]),
        ([0, 255, 255], None, [0, 1, 1]),
        ([0, 3, 200], None, [0, 1, 1]),
        ([0, 1, 0], 0, [0, 1, 0]),
        ([0, 255, 0], 0, [0, 1, 0]),
        ([0, 1, 255], 255, [0, 1, -1]),
        ([0, 1, 9], 9, [0, 1, -1]),
        ([0, 1, 255], 9, [0, 1, -1]),
    ],
)
def test_types_and_nodata(tmp_path: Path, dtype: str, values: list[float], nodata: float | None, expected: list[int]):
    assert label(tmp_path, values, dtype, nodata=nodata).tolist() == expected


@pytest.mark.parametrize("dtype", TYPES[1:])
def test_ids_of_objects_are_the_class(tmp_path: Path, dtype: str):
    assert label(tmp_path, [0, 1, 255, 256, 300, 32000], dtype).tolist() == [0, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("dtype", ["int16", "int32", "float32", "float64"])
def test_negative_values(tmp_path: Path, dtype: str):
    assert label(tmp_path, [0, 1, -9999], dtype, nodata=-9999).tolist() == [0, 1, -1]
    assert label(tmp_path, [0, 1, -1], dtype).tolist() == [0, 1, -1]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_what_is_no_number_is_unknown(tmp_path: Path, dtype: str):
    assert label(tmp_path, [0, 1, np.nan, np.inf], dtype).tolist() == [0, 1, -1, -1]
    assert label(tmp_path, [0, 0.25, np.nan], dtype, nodata=np.nan).tolist() == [0, 1, -1]


def test_masked_pixels_are_unknown(tmp_path: Path):
    assert label(tmp_path, [0, 1, 1], mask=np.array([[255, 255, 0]], np.uint8)).tolist() == [0, 1, -1]


def test_alpha_is_unknown_or_the_background(tmp_path: Path):
    assert label(tmp_path, [0, 1, 1], alpha=np.array([[255, 255, 0]], np.uint8)).tolist() == [0, 1, -1]
    assert label(tmp_path, [9, 1, 0], alpha=np.array([[255, 255, 0]], np.uint8)).tolist() == [1, 1, 0]


def test_the_largest_of_several_bands_counts(tmp_path: Path):
    path = write_raster(tmp_path / "rgb.tif", np.array([[[0, 200, 0]], [[0, 0, 0]], [[0, 0, 9]]], np.uint8))
    with gdal_exceptions():
        assert read_label(path)[0].tolist() == [0, 1, 1]


def test_255_of_a_published_label_is_the_class(tmp_path: Path):
    path = write_raster(tmp_path / "label.tif", np.array([[[0, 1, 255]]], np.uint8))
    with gdal_exceptions():
        assert read_label(path, ignore_255=False)[0].tolist() == [0, 1, 1]


def test_gaps_of_a_mosaic_are_unknown(tmp_path: Path):
    path = write_raster(tmp_path / "part.tif", np.array([[[0, 1]]], np.uint8))
    with gdal_exceptions():
        bounds = (600000, 3340000 - 0.5, 600002, 3340000)
        gdal.BuildVRT(str(tmp_path / "label.vrt"), [str(path)], outputBounds=bounds).FlushCache()
        assert read_label(tmp_path / "label.vrt")[0].tolist() == [0, 1, -1, -1]


def test_a_damaged_label_is_named(tmp_path: Path):
    (tmp_path / "label.tif").write_bytes(b"II*\0" + bytes(40))
    with gdal_exceptions(), pytest.raises(RasterError, match=r"The label .*label.tif cannot be read"):
        read_label(tmp_path / "label.tif")


@pytest.mark.parametrize("dtype", TYPES[1:])
@pytest.mark.parametrize("nodata", [None, 0, 255])
def test_evaluation_of_a_map_reads_alike(tmp_path: Path, dtype: str, nodata: float | None):
    values = np.array([[[0, 300, 255, 1]]], dtype)
    truth = write_raster(tmp_path / "truth.tif", values, nodata=nodata)
    found = write_raster(tmp_path / "map.tif", np.array([[[0, 1, 1, 0]]], np.uint8))
    score = evaluate_map(found, truth).pooled
    assert score.true_positive == (1 if nodata == 255 else 2)
    assert (score.false_negative, score.true_negative) == (1, 1)
