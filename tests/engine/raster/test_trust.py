# SPDX-License-Identifier: GPL-2.0-or-later
"""Descriptions of rasters that carry code or name servers: no code is run, and nothing is fetched unasked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.raster import trust
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.reader import open_raster
from noise2map_qgis.engine.raster.source import Source
from tests.engine.making import write_raster

BANDS = ("red",)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "image.tif", np.full((1, 8, 8), 7, np.uint8))


def vrt(folder: Path, band: str, name: str = "image.vrt", kind: str = "") -> Path:
    path = folder / name
    path.write_text(
        '<VRTDataset rasterXSize="8" '
        'rasterYSize="8"><SRS>EPSG:32614</SRS><GeoTransform>6e5,.5,0,3.34e6,0,-.5</GeoTransform>'
        f'<VRTRasterBand dataType="Byte" band="1"{kind}>{band}</VRTRasterBand></VRTDataset>'
    )
    return path


def simple(name: str) -> str:
    file = f"<SourceFilename relativeToVRT='1'>{name}</SourceFilename>"
    return f"<SimpleSource>{file}<SourceBand>1</SourceBand></SimpleSource>"


def opened(path: Path | str) -> object:
    with gdal_exceptions():
        return open_raster(Source(str(path), "town"), BANDS)


def test_a_mosaic_of_local_files_is_read(image: Path, tmp_path: Path) -> None:
    assert opened(vrt(tmp_path, simple("image.tif")))
    assert opened(vrt(tmp_path, simple("image.vrt"), "outer.vrt"))


CODE = (
    "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
    "<PixelFunctionCode>{code}</PixelFunctionCode>"
)


@pytest.mark.parametrize("allowed", ["NO", "YES", "TRUSTED_MODULES"])
def test_python_in_a_virtual_raster_is_never_run(image: Path, tmp_path: Path, allowed: str) -> None:
    proof = tmp_path / "ran"
    code = CODE.format(code=f"open({str(proof)!r}, 'w')\ndef f(*args, **kwargs): pass")
    inner = vrt(tmp_path, code + simple("image.tif"), kind=' subClass="VRTDerivedRasterBand"')
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", allowed)
    try:
        for path in (inner, inner.read_text(), vrt(tmp_path, simple("image.vrt"), "outer.vrt")):
            with pytest.raises(RasterError, match=r"'town'.* carries code in Python .*, which is never run"):
                opened(path)
    finally:
        gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", None)
    assert not proof.exists()


def test_gdal_s_own_default_is_left_alone(image: Path) -> None:
    opened(image)
    assert gdal.GetConfigOption("GDAL_VRT_ENABLE_PYTHON") is None


REMOTE = [
    "/vsicurl/http://127.0.0.1:9/x.tif", "http://127.0.0.1:9/x.tif", "/vsis3/bucket/x.tif", "WMS:http://127.0.0.1:9/?",
    "/vsizip//vsicurl/https://127.0.0.1:9/x.zip/x.tif",
    "/vsicurl?url=http%3A%2F%2F127.0.0.1%2Fx.tif", "/vsigs_streaming/b/x.tif",
]  # fmt: skip


@pytest.mark.parametrize("address", REMOTE)
def test_an_address_inside_a_virtual_raster_is_not_fetched(tmp_path: Path, monkeypatch, address: str) -> None:
    path = vrt(tmp_path, simple(address))
    outer = vrt(tmp_path, simple("image.vrt"), "outer.vrt")
    monkeypatch.setattr(
        "noise2map_qgis.engine.raster.reader.gdal.OpenEx", lambda *_: pytest.fail("GDAL was asked to open it")
    )
    for one in (path, path.read_text(), outer):
        with pytest.raises(RasterError, match="fetches its pixels from a server .* only if you say so"):
            opened(one)


def test_a_description_of_a_service_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "map.xml"
    path.write_text('<GDAL_WMS><Service name="TMS"><ServerUrl>http://127.0.0.1:9/${z}</ServerUrl></Service></GDAL_WMS>')
    with pytest.raises(RasterError, match="fetches its pixels from a server"):
        opened(path)


def test_the_user_s_word_is_enough(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(trust, "_allowed", lambda: True)
    trust.check_description(Source(str(vrt(tmp_path, simple(REMOTE[0]))), "town"))
    trust.check_description(Source(REMOTE[0], "an address that the user typed"))


def test_a_mosaic_that_names_itself_ends(tmp_path: Path) -> None:
    trust.check_description(Source(str(vrt(tmp_path, simple("image.vrt"))), "town"))
