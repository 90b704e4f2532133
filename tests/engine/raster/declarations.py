# SPDX-License-Identifier: GPL-2.0-or-later
"""Every way in which a raster declares where it holds data: written as a file, and described for docs/inputs.md.

Each writer makes a raster whose left fifth, the collar, holds no data, and declares that in its own way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.source import BandNodata, Source
from tests.engine.making import UTM, reference, town

SIDE, COLLAR = 128, 20
SHARE = 1 - COLLAR / SIDE  # 0.844
X, Y, GSD = 600000.0, 3340000.0, 0.5
TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}
Writer = Callable[[Path, float], Path]


@dataclass(frozen=True)
class Declaration:
    """One way: `kind` and `declared` as the docs name it, how it is `read`, and the file. user: set on the layer in
    QGIS.
    """

    kind: str
    declared: str
    read: str
    write: Writer
    user: tuple[BandNodata, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.kind}: {self.declared}".replace(" ", "-")

    def source(self, folder: Path, shift: float = 0.0) -> Source:
        """Return the raster, written `shift` metres off its grid."""
        return Source(str(self.write(folder / "collar.tif", shift)), "Collar", nodata=self.user)


def image(dtype: str = "uint8", inside: float = 0, scale: float = 1, bands: int = 3) -> np.ndarray:
    """Return `(bands, SIDE, SIDE)`: a town without zeros, and `inside` in the collar of every band."""
    before, _ = town(SIDE, SIDE)
    made = np.concatenate([before, before])[:bands].clip(1).astype(np.float64) * scale
    made[:, :, :COLLAR] = inside
    return made.astype(dtype)


def seen(low: float = 0, high: float = 255, dtype: str = "uint8") -> np.ndarray:
    """Return a mask: `low` in the collar, `high` elsewhere."""
    return np.where(np.arange(SIDE) < COLLAR, low, high).astype(dtype)[None].repeat(SIDE, 0)


def save(
    path: Path,
    data: np.ndarray,
    shift: float = 0.0,
    alpha: int | None = None,
    colours: tuple[int, ...] = (),
    finish: Callable[[Any], None] | None = None,
    options: tuple[str, ...] = (),
) -> Path:
    """Write `(bands, rows, cols)` as GeoTIFF, `shift` metres right and down; alpha: the 1-based band that is alpha."""
    bands, rows, cols = data.shape
    with gdal_exceptions():
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), cols, rows, bands, TYPES[data.dtype.name], [*options, "PHOTOMETRIC=MINISBLACK"]
        )
        made.SetGeoTransform((X + shift, GSD, 0, Y - shift, 0, -GSD))
        made.SetSpatialRef(reference(UTM))
        for number in range(1, bands + 1):
            band = made.GetRasterBand(number)
            band.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(data[number - 1]).tobytes())
            if colours:
                band.SetColorInterpretation(colours[number - 1])
            if number == alpha:
                band.SetColorInterpretation(gdal.GCI_AlphaBand)
        if finish is not None:
            finish(made)
        made = None
    return path


def nodata(value: float, dtype: str, scale: float = 1) -> Writer:
    def write(path: Path, shift: float) -> Path:
        return save(path, image(dtype, value, scale), shift, finish=lambda made: _nodata(made, value))

    return write


def _nodata(made: Any, value: float) -> None:
    for number in range(1, made.RasterCount + 1):
        made.GetRasterBand(number).SetNoDataValue(value)


def undeclared(value: float, dtype: str) -> Writer:
    return lambda path, shift: save(path, image(dtype, value), shift)


def virtual(data: Callable[[], np.ndarray], change: Callable[[Any], None]) -> Writer:
    """A VRT over a plain file; `change` declares."""

    def write(path: Path, shift: float) -> Path:
        save(path.with_suffix(".plain.tif"), data(), shift)
        with gdal_exceptions():
            made = gdal.Translate(str(path.with_suffix(".vrt")), str(path.with_suffix(".plain.tif")), format="VRT")
            change(made)
            made = None
        return path.with_suffix(".vrt")

    return write


def per_band(*values: float | None) -> Callable[[Any], None]:
    def change(made: Any) -> None:
        for number, value in enumerate(values, 1):
            if value is not None:
                made.GetRasterBand(number).SetNoDataValue(value)

    return change


def collar_of(*values: float) -> Callable[[], np.ndarray]:
    def made() -> np.ndarray:
        data = image("int16" if min(values) < 0 else "uint8")
        data[:, :, :COLLAR] = np.array(values)[:, None, None]
        return data

    return made


def metadata(dtype: str = "uint8") -> Writer:
    def finish(made: Any) -> None:
        made.SetMetadataItem("NODATA_VALUES", "0 0 0")

    return lambda path, shift: save(path, image(dtype), shift, finish=finish)


def alpha(low: float, high: float, dtype: str, place: int = 4) -> Writer:
    def write(path: Path, shift: float) -> Path:
        bands = list(image(dtype, 7))
        bands.insert(place - 1, seen(low, high, dtype))
        return save(path, np.stack(bands), shift, alpha=place)

    return write


def mask(flags: int, dtype: str = "uint8", internal: bool = True) -> Writer:
    def write(path: Path, shift: float) -> Path:
        save(path, image(dtype, 7), shift)
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES" if internal else "NO")
        try:
            with gdal_exceptions():
                made = gdal.Open(str(path), gdal.GA_Update)
                for number in range(1, 4 if flags == 0 else 2):
                    place = made.GetRasterBand(number)
                    place.CreateMaskBand(flags)
                    place.GetMaskBand().WriteRaster(0, 0, SIDE, SIDE, seen().tobytes())
                made = place = None
        finally:
            gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
        return path

    return write


def coarse_mask(path: Path, shift: float) -> Path:
    """A VRT whose mask has a quarter of its pixels a side."""
    save(path.with_suffix(".plain.tif"), image(inside=7), shift)
    coarse = np.ascontiguousarray(seen()[::4, ::4])[None]
    save(path.with_suffix(".mask.tif"), coarse, shift)
    sources = [
        f"<SourceFilename>{path.with_suffix(kind)}</SourceFilename><SourceBand>{{band}}</SourceBand>"
        f'<SrcRect xOff="0" yOff="0" xSize="{side}" ySize="{side}"/>'
        f'<DstRect xOff="0" yOff="0" xSize="{SIDE}" ySize="{SIDE}"/>'
        for kind, side in ((".plain.tif", SIDE), (".mask.tif", SIDE // 4))
    ]
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{n}"><SimpleSource>{sources[0].format(band=n)}</SimpleSource>'
        "</VRTRasterBand>"
        for n in (1, 2, 3)
    )
    path.with_suffix(".vrt").write_text(
        f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><SRS>EPSG:{UTM}</SRS>'
        f"<GeoTransform>{X + shift},{GSD},0,{Y - shift},0,{-GSD}</GeoTransform>{bands}<MaskBand>"
        f'<VRTRasterBand dataType="Byte"><SimpleSource>{sources[1].format(band=1)}</SimpleSource></VRTRasterBand>'
        "</MaskBand></VRTDataset>"
    )
    return path.with_suffix(".vrt")


def palette(dtype: str, transparent: bool = False) -> Writer:
    """Indices 1 to 3 are colours; the collar's index is nodata, or a transparent colour."""

    def write(path: Path, shift: float) -> Path:
        indices = (image(dtype, bands=1) // 40 % 3 + 1).astype(dtype)
        indices[:, :, :COLLAR] = 0

        def finish(made: Any) -> None:
            table = gdal.ColorTable()
            clear = 0 if transparent else 255
            for index, colour in enumerate(((0, 0, 0, clear), (20, 30, 40), (90, 80, 70), (200, 210, 220))):
                table.SetColorEntry(index, colour)
            made.GetRasterBand(1).SetColorTable(table)
            if not transparent:
                made.GetRasterBand(1).SetNoDataValue(0)

        if transparent:  # TIFF has no transparent colours
            save(path.with_suffix(".plain.tif"), indices, shift)
            with gdal_exceptions():
                made = gdal.Translate(str(path.with_suffix(".vrt")), str(path.with_suffix(".plain.tif")), format="VRT")
                finish(made)
                made = None
            return path.with_suffix(".vrt")
        return save(path, indices, shift, finish=finish, options=("PHOTOMETRIC=PALETTE",))

    return write


def masked_palette(path: Path, shift: float) -> Path:
    def finish(made: Any) -> None:
        table = gdal.ColorTable()
        for index in range(4):
            table.SetColorEntry(index, (60 * index, 50 * index, 40 * index))
        made.GetRasterBand(1).SetColorTable(table)

    save(
        path,
        (image("uint8", 60, bands=1) // 40 % 3 + 1).astype(np.uint8),
        shift,
        finish=finish,
        options=("PHOTOMETRIC=PALETTE",),
    )
    with gdal_exceptions():
        made = gdal.Open(str(path), gdal.GA_Update)
        made.CreateMaskBand(gdal.GMF_PER_DATASET)
        made.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, SIDE, SIDE, seen().tobytes())
        made = None
    return path


def mosaic(nested: bool = False, value: float | None = None) -> Writer:
    """Images right of the collar only, in a VRT that has the collar, too."""

    def write(path: Path, shift: float) -> Path:
        half = (SIDE + COLLAR) // 2
        parts = []
        for name, first, last in (("west", COLLAR, half), ("east", half, SIDE)):
            part = path.with_suffix(f".{name}.tif")
            save(part, np.ascontiguousarray(image()[:, :, first:last]), shift + 0.0)
            with gdal_exceptions():
                made = gdal.Open(str(part), gdal.GA_Update)
                made.SetGeoTransform((X + shift + GSD * first, GSD, 0, Y - shift, 0, -GSD))
                made = None
            parts.append(str(part))
        bounds = (X + shift, Y - shift - GSD * SIDE, X + shift + GSD * SIDE, Y - shift)
        with gdal_exceptions():
            made = gdal.BuildVRT(str(path.with_suffix(".vrt")), parts, outputBounds=bounds, VRTNodata=value)
            made = None
            if nested:
                made = gdal.Translate(str(path.with_suffix(".outer.vrt")), str(path.with_suffix(".vrt")), format="VRT")
                made = None
        return path.with_suffix(".outer.vrt" if nested else ".vrt")

    return write


ONE, ALL, ANY = (
    "no data where the band that declares it holds the value",
    "no data where all bands hold their value; a zero in one band alone is a measurement",
    "no data where one band holds its value",
)
DECLARATIONS = (
    Declaration("Nodata", "a value of all bands, Byte", ALL, nodata(0, "uint8")),
    Declaration("Nodata", "a value of all bands, UInt16", ALL, nodata(65535, "uint16", 100)),
    Declaration("Nodata", "a value of all bands, UInt32", ALL, nodata(4294967295, "uint32")),
    Declaration("Nodata", "a value of all bands, Int16", ANY, nodata(-9999, "int16")),
    Declaration("Nodata", "a value of all bands, Int32", ANY, nodata(-2147483648, "int32")),
    Declaration("Nodata", "a value of all bands, Float32", ANY, nodata(-9999, "float32")),
    Declaration("Nodata", "a value that Float32 rounds (0.1)", ANY, nodata(0.1, "float32")),
    Declaration("Nodata", "the largest negative Float32", ANY, nodata(-3.4028234663852886e38, "float32")),
    Declaration("Nodata", "the largest negative Float64", ANY, nodata(-1.7976931348623157e308, "float64")),
    Declaration("Nodata", "NaN", "no data where one band is NaN", nodata(np.nan, "float32")),
    Declaration("Nodata", "one band of three, in a VRT", ONE, virtual(image, per_band(0, None, None))),
    Declaration("Nodata", "two bands of three, in a VRT", ALL, virtual(image, per_band(None, 0, 0))),
    Declaration("Nodata", "another value for each band", ALL, virtual(collar_of(1, 2, 255), per_band(1, 2, 255))),
    Declaration(
        "Nodata", "another value for each band, Int16", ANY, virtual(collar_of(-1, -2, -3), per_band(-1, -2, -3))
    ),
    Declaration("Nodata", "metadata item NODATA_VALUES", ALL, metadata()),
    Declaration("Nodata", "metadata item NODATA_VALUES, UInt16", ALL, metadata("uint16")),
    Declaration("Undeclared", "NaN", "no data where one band is NaN", undeclared(np.nan, "float32")),
    Declaration("Undeclared", "infinity", "no data, as is every value beyond 1e37", undeclared(np.inf, "float32")),
    Declaration("Mask", "inside the file", "no data where it is 0", mask(gdal.GMF_PER_DATASET)),
    Declaration("Mask", "inside the file, UInt16", "no data where it is 0", mask(gdal.GMF_PER_DATASET, "uint16")),
    Declaration("Mask", "a .msk file", "no data where it is 0", mask(gdal.GMF_PER_DATASET, internal=False)),
    Declaration("Mask", "a .msk file with a mask a band", "no data where one is 0", mask(0, internal=False)),
    Declaration("Mask", "coarser than the image, in a VRT", "no data where it is 0", coarse_mask),
    Declaration(
        "Alpha", "0 and 255, Byte", "no data where it is at most half of its largest value", alpha(0, 255, "uint8")
    ),
    Declaration("Alpha", "0 and 1, Byte", "the same", alpha(0, 1, "uint8")),
    Declaration("Alpha", "0 and 255, UInt16", "the same", alpha(0, 255, "uint16")),
    Declaration("Alpha", "0 and 65535, UInt16", "the same", alpha(0, 65535, "uint16")),
    Declaration("Alpha", "0 and 1, UInt16", "the same", alpha(0, 1, "uint16")),
    Declaration("Alpha", "0 and 1, Float32", "the same", alpha(0, 1, "float32")),
    Declaration("Alpha", "0 and 255, Float32", "the same", alpha(0, 255, "float32")),
    Declaration("Alpha", "0 and 32767, Int16", "the same", alpha(0, 32767, "int16")),
    Declaration("Alpha", "the first band", "the same; it is no colour", alpha(0, 255, "uint8", 1)),
    Declaration(
        "Palette", "nodata index, Byte", "colours are read; no data where the index is nodata", palette("uint8")
    ),
    Declaration("Palette", "nodata index, UInt16", "the same", palette("uint16")),
    Declaration("Palette", "transparent colour", "colours are read; no data where alpha is 0", palette("uint8", True)),
    Declaration("Palette", "transparent colour, UInt16", "the same", palette("uint16", True)),
    Declaration("Palette", "with a mask", "colours are read; no data where the mask is 0", masked_palette),
    Declaration("Mosaic", "a VRT with a gap", "no data where no image lies", mosaic()),
    Declaration("Mosaic", "a VRT of a VRT with a gap", "the same", mosaic(nested=True)),
    Declaration("Mosaic", "a VRT with a gap and a nodata value", ALL, mosaic(value=0)),
    Declaration(
        "QGIS",
        "an additional no data value of the layer",
        "as a nodata value of the file; several values and ranges count, too",
        undeclared(0, "uint8"),
        tuple(BandNodata(band, ((0.0, 0.0),)) for band in (1, 2, 3)),
    ),
    Declaration(
        "QGIS",
        "a range of additional no data values",
        "the same",
        undeclared(-5, "float32"),
        tuple(BandNodata(band, ((-9.0, -1.0),)) for band in (1, 2, 3)),
    ),
    Declaration(
        "QGIS",
        "an additional value beside the file's own",
        "either value is nodata",
        nodata(0, "uint8"),
        tuple(BandNodata(band, ((251.0, 252.0),)) for band in (1, 2, 3)),
    ),
)
