# SPDX-License-Identifier: GPL-2.0-or-later
"""Random but repeatable cases: a pair of rasters on one place, how it is run, and the map that must come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr

from tests.fuzz.twin import Declared, expected_map

TYPES = {
    "uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16, "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32, "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64,
}  # fmt: skip
# Half a metre a pixel wherever the CRS lies: EPSG code, x and y of the corner, and the pixel's width and height in its
# units.
PLACES: dict[str, tuple[int | None, float, float, float, float]] = {
    "utm": (32614, 600_000.0, 3_340_000.0, 0.5, -0.5),
    "south": (32733, 500_000.0, 8_000_000.0, 0.5, -0.5),
    "south-up": (32614, 600_000.0, 3_340_000.0, 0.5, 0.5),
    "feet": (2277, 3_100_000.0, 10_000_000.0, 1.64, -1.64),
    "degrees": (4326, -97.7, 30.2, 0.5 / 96_300, -0.5 / 110_850),
    "antimeridian": (4326, 179.9999, -17.0, 0.5 / 106_500, -0.5 / 110_650),
    "beyond 180": (4326, 262.3, 30.2, 0.5 / 96_300, -0.5 / 110_850),
    "polar": (3413, -200_000.0, -2_000_000.0, 0.5, -0.5),
    "mercator": (3857, -10_876_000.0, 3_530_000.0, 0.58, -0.58),
    "huge": (32614, 1e12, 1e12, 0.5, -0.5),
    "none": (None, 0.0, 0.0, 0.5, -0.5),
}


@dataclass(frozen=True)
class Case:
    """A case: the two files, options of the job, and the expected levels (None: an error is the right answer)."""

    before: Path
    after: Path
    options: dict[str, Any] = field(default_factory=dict)
    expected: np.ndarray | None = None
    may_fail: bool = False
    about: str = ""


def make_case(number: int, folder: Path) -> Case:
    """Return the case of a number, with its files in `folder`; the same number gives the same case."""
    rng = np.random.default_rng((2026, number))
    place = str(rng.choice(list(PLACES), p=_shares()))
    rows, cols = (int(rng.integers(1, 12)) if rng.random() < 0.3 else int(rng.integers(12, 130)) for _ in range(2))
    dates = []
    ground = rng.integers(20, 230, (3, rows, cols))
    for name in ("before", "after"):
        changed = ground + (rng.random((rows, cols)) < 0.2) * rng.integers(-20, 26) if name == "after" else ground
        dates.append(_date(rng, folder / f"{name}.tif", np.clip(changed, 1, 254), place))
    options: dict[str, Any] = {"tile_size": int(rng.choice([96, 128])), "overlap": int(rng.choice([0, 16, 32]))}
    options["threads"] = int(rng.choice([0, 1]))
    unusable = place in ("none", "huge")
    expected = None if place == "none" else expected_map(dates[0], dates[1])
    if expected is not None and (expected == 255).all():
        expected, unusable = None, True
    about = f"{place}, {rows} x {cols}, {dates[0].about}, {dates[1].about}"
    return Case(folder / "before.tif", folder / "after.tif", options, expected, unusable, about)


def _shares() -> list[float]:
    weights = [1.0 if name in ("none", "huge") else 3.0 for name in PLACES]
    return [weight / sum(weights) for weight in weights]


def _date(rng: np.random.Generator, path: Path, values: np.ndarray, place: str) -> Declared:
    """Write one date in a random type with a random declaration of where it has data."""
    kind = str(rng.choice(list(TYPES)))
    rows, cols = values.shape[1:]
    samples = values.astype(kind) if kind == "uint8" else (values * float(rng.choice([1, 7, 100]))).astype(kind)
    extra = int(rng.integers(0, 3))
    if extra:
        samples = np.concatenate([samples, rng.integers(1, 200, (extra, rows, cols)).astype(kind)])
    how = str(rng.choice(["all", "nodata", "mask", "alpha", "nan"], p=[0.3, 0.35, 0.15, 0.1, 0.1]))
    hole = np.zeros((rows, cols), bool)
    if how != "all":
        top, left = int(rng.integers(0, rows)), int(rng.integers(0, cols))
        hole[top : top + int(rng.integers(1, rows + 1)), left : left + int(rng.integers(1, cols + 1))] = True
    if how == "nan" and kind not in ("float32", "float64"):
        how = "nodata"
    other = {"u": 255, "i": -9, "f": -9999}[np.dtype(kind).kind]  # 0 is a favourite of every type
    declared = Declared(samples, hole, how, float(rng.choice([0, other])))
    _write(path, declared, place, colours=extra == 0 or rng.random() < 0.5)
    return declared


def _write(path: Path, declared: Declared, place: str, colours: bool) -> None:
    samples = declared.stored
    bands, rows, cols = samples.shape
    alpha = declared.how == "alpha"
    options = ["PHOTOMETRIC=RGB"] if colours and samples.dtype in (np.uint8, np.uint16) else ["PHOTOMETRIC=MINISBLACK"]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), cols, rows, bands + alpha, TYPES[samples.dtype.name], [*options, "ALPHA=NO"]
    )
    epsg, x, y, width, height = PLACES[place]
    dataset.SetGeoTransform((x, width, 0, y, 0, height))
    if epsg is not None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
    if alpha:
        dataset.GetRasterBand(bands + 1).SetColorInterpretation(gdal.GCI_AlphaBand)
    for number in range(1, bands + 1):
        band = dataset.GetRasterBand(number)
        if declared.how == "nodata":
            band.SetNoDataValue(declared.nodata)
        band.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(samples[number - 1]).tobytes())
    if alpha:
        seen = np.where(declared.hole, 0, 255).astype(samples.dtype)
        dataset.GetRasterBand(bands + 1).WriteRaster(0, 0, cols, rows, seen.tobytes())
    if declared.how == "mask":
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
        shown = np.where(declared.hole, 0, 255).astype(np.uint8)
        dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, cols, rows, shown.tobytes())
