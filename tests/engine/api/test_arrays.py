# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrays in, a probability map out: the values that files give, and sentences for arrays that cannot be used."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, osr

from noise2map_qgis.engine import ProbabilityMap, detect_change, predict_array
from noise2map_qgis.engine.encoding import NODATA
from noise2map_qgis.engine.errors import EngineError, RasterError
from tests.sample_pair import COLS, GSD, LARGE, LEFT, ROWS, TOP, before_and_after, write_raster

PLACE = {"crs": "EPSG:32614", "transform": (LEFT, GSD, 0, TOP, 0, -GSD)}


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_a_map_equals_that_of_files(dtype, difference, tmp_path):
    images = [image.astype(dtype) for image in before_and_after()]
    files = [write_raster(tmp_path / f"{name}.tif", image) for name, image in zip("ab", images)]
    detect_change(*files, model=difference, probability=tmp_path / "p.tif")
    from_files = ProbabilityMap.from_file(tmp_path / "p.tif")
    found = predict_array(*images, model=difference, **PLACE)
    np.testing.assert_array_equal(found.levels, from_files.levels)
    assert found.transform == from_files.transform == PLACE["transform"]
    assert osr.SpatialReference(found.crs).IsSame(osr.SpatialReference(from_files.crs))
    assert (found.threshold, found.high_threshold, found.meaning) == (0.2, 0.0, "change")


@pytest.mark.parametrize("dtype", ["int16", "uint32", "int32", "float64"])
def test_other_types_are_stretched_as_files_are(dtype, difference):
    images = [image.astype(dtype) for image in before_and_after()]
    same = [image.astype("uint16") for image in before_and_after()]
    np.testing.assert_array_equal(
        predict_array(*images, model=difference).levels, predict_array(*same, model=difference).levels
    )


def test_array_mask_bounds_and_shape_belong_together(difference):
    found = predict_array(*before_and_after(), model=difference, **PLACE)
    assert found.shape == found.array.shape == found.mask.shape == (ROWS, COLS)
    assert found.array.dtype == np.float32
    assert found.array[LARGE].min() > 0.7
    assert found.array[0, 0] == 0
    assert found.mask.all()
    assert found.bounds == (LEFT, TOP - ROWS * GSD, LEFT + COLS * GSD, TOP)


def test_one_image_runs_the_segmentation(brightness):
    found = predict_array(before_and_after()[1], model=brightness, **PLACE)
    assert found.array[LARGE].min() > 0.9


@pytest.mark.parametrize("how", ["masked", "nan", "nodata", "valid"])
def test_pixels_without_data_stay_without(how, difference):
    before, after = before_and_after()
    gone = np.zeros((ROWS, COLS), bool)
    gone[:50, :40] = True
    options = {}
    if how == "masked":
        after = np.ma.masked_array(after, np.broadcast_to(gone, after.shape))
    elif how == "nan":
        before, after = before.astype("float32"), after.astype("float32")
        after[:, gone] = np.nan
    elif how == "nodata":
        after[:, gone] = 7
        options["nodata"] = 7
    else:
        options["valid"] = ~gone
    found = predict_array(before, after, model=difference, **PLACE, **options)
    np.testing.assert_array_equal(found.mask, ~gone)
    assert np.isnan(found.array[gone]).all()
    assert (found.levels[gone] == NODATA).all()


def test_without_a_place_coordinates_are_pixels(difference):
    found = predict_array(*before_and_after(), model=difference)
    assert found.crs is None
    assert found.transform == (0, 1, 0, 0, 0, 1)
    assert found.bounds == (0, 0, COLS, ROWS)
    placed = predict_array(*before_and_after(), model=difference, **PLACE)
    np.testing.assert_array_equal(found.levels, placed.levels)


def test_a_pixel_size_alone_gives_metres(difference):
    found = predict_array(*before_and_after(), model=difference, pixel_size=0.5)
    assert found.transform == (0, 0.5, 0, 0, 0, -0.5)
    assert sum(one["properties"]["area_m2"] for one in found.polygons()) == pytest.approx(616 * 0.25)


def test_images_outside_the_model_s_range_are_resampled_and_say_so(difference):
    found = predict_array(*before_and_after(), model=difference, pixel_size=0.15)
    assert found.transform[1] == pytest.approx(0.3)
    assert found.shape == (ROWS // 2, COLS // 2)


class Affine(tuple):
    """What matters of rasterio's: nine numbers, and `to_gdal`."""

    def to_gdal(self):
        a, b, c, d, e, f = self[:6]
        return c, a, b, f, d, e


class Crs:
    """What matters of rasterio's and pyproj's."""

    def to_wkt(self):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32614)
        return reference.ExportToWkt()


@pytest.mark.parametrize("crs", [32614, "EPSG:32614", Crs()])
def test_place_as_other_libraries_spell_it(crs, difference):
    transform = Affine((GSD, 0, LEFT, 0, -GSD, TOP, 0, 0, 1))
    found = predict_array(*before_and_after(), model=difference, crs=crs, transform=transform)
    assert found.transform == PLACE["transform"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"crs": None}, "give both, or neither"),
        ({"transform": None}, "give both, or neither"),
        ({"crs": "nowhere"}, "'nowhere' is not one that GDAL knows"),
        ({"transform": (1, 2, 3)}, "neither an Affine nor six numbers"),
        ({"transform": (0, 0, 0, 0, 0, 0)}, "has no pixel size"),
        ({"pixel_size": 1.0}, "leave it out"),
        ({"crs": None, "transform": None, "pixel_size": 0.0}, "more than 0 metres"),
        ({"valid": np.ones((2, 2), bool)}, r"valid must have the shape \(120, 160\)"),
    ],
)
def test_a_place_that_cannot_be_is_refused(change, message, difference):
    with pytest.raises(RasterError, match=message):
        predict_array(*before_and_after(), model=difference, **{**PLACE, **change})


def test_arrays_that_cannot_be_used_are_refused(difference, brightness):
    before, after = before_and_after()
    with pytest.raises(RasterError, match=r"takes 2 image\(s\) for 'change', not 1 array"):
        predict_array(before, model=difference)
    with pytest.raises(RasterError, match="different shapes"):
        predict_array(before, after[:, :-1], model=difference)
    with pytest.raises(
        RasterError, match=r"\(bands, rows, cols\) with the bands red, green, blue, not of shape \(120, 160, 3\)"
    ):
        predict_array(before.transpose(1, 2, 0), after, model=difference)
    with pytest.raises(RasterError, match="image after holds bool"):
        predict_array(before, after > 3, model=difference)
    with pytest.raises(EngineError, match="holds no data"):
        predict_array(before, np.full_like(after, 9), model=difference, nodata=9)
    with pytest.raises(TypeError, match="no option 'tresh'"):
        predict_array(before, after, model=difference, tresh=1)


def test_nothing_stays_in_gdal_s_memory(difference):
    before = gdal.ReadDirRecursive("/vsimem/")
    predict_array(*before_and_after(), model=difference)
    with pytest.raises(EngineError):
        predict_array(*before_and_after(), model=difference, threshold=3.0)
    assert gdal.ReadDirRecursive("/vsimem/") == before
