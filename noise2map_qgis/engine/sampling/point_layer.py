# SPDX-License-Identifier: GPL-2.0-or-later
"""The points as a vector layer: written with an empty answer, read back with the answers of a person.

Every point carries the size of its stratum and of the whole, so that a layer that was exported, edited or joined is
still a sample.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr

from ..errors import EngineError, OutputError, RasterError
from ..output.atomic import AtomicOutputs
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import crs
from .drawing import DrawnPoints
from .strata import NO, YES, Stratum

# Answers: 1, 0, and this one where no image allows an answer. NULL is not answered yet.
CANT_TELL = -1
ANSWER = "answer"
# The fields that the evaluation reads.
NEEDED = ("stratum", "stratum_name", "map_class", "stratum_area_m2", "total_area_m2", ANSWER)
_FIELDS = (
    ("point", ogr.OFTInteger),
    (ANSWER, ogr.OFTInteger),
    ("note", ogr.OFTString),
    ("before", ogr.OFTString),
    ("after", ogr.OFTString),
    ("stratum", ogr.OFTInteger),
    ("stratum_name", ogr.OFTString),
    ("map_class", ogr.OFTInteger),
    ("stratum_pixels", ogr.OFTInteger64),
    ("stratum_area_m2", ogr.OFTReal),
    ("total_area_m2", ogr.OFTReal),
)


@dataclass(frozen=True)
class AnsweredPoints:
    """A sample as it was read: `(points,)` arrays, and what is known of the strata by key.

    answer: 1, 0, `CANT_TELL`, or NaN where there is none yet. x, y: coordinates in `crs_wkt`.
    """

    crs_wkt: str
    x: np.ndarray
    y: np.ndarray
    stratum: np.ndarray
    map_class: np.ndarray
    answer: np.ndarray
    areas: Mapping[int, float]
    names: Mapping[int, str]


def write_points(
    path: Path, crs_wkt: str, points: DrawnPoints, strata: Sequence[Stratum], pictures: Sequence[tuple[str, str]] | None
) -> None:
    """Write the points as one layer, named after the file; raises OutputError. pictures: for each point its files
    before and after.
    """
    of = {one.key: one for one in strata}
    total = sum(one.area_m2 for one in strata)
    with AtomicOutputs() as atomic, gdal_exceptions():
        (target,) = atomic.paths({"points": path}).values()
        try:
            dataset = gdal.GetDriverByName("GPKG").Create(str(target), 0, 0, 0, gdal.GDT_Unknown)
            layer = dataset.CreateLayer(path.stem, crs(crs_wkt), ogr.wkbPoint)
            for name, kind in _FIELDS:
                layer.CreateField(ogr.FieldDefn(name, kind))
            layer.StartTransaction()
            for number, (x, y, key) in enumerate(zip(points.x, points.y, points.stratum.tolist())):
                stratum = of[key]
                feature = ogr.Feature(layer.GetLayerDefn())
                feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({float(x)!r} {float(y)!r})"))
                values = {
                    "point": number + 1,
                    "stratum": key,
                    "stratum_name": stratum.name,
                    "map_class": stratum.map_class,
                    "stratum_pixels": stratum.pixels,
                    "stratum_area_m2": stratum.area_m2,
                    "total_area_m2": total,
                }
                if pictures is not None:
                    values["before"], values["after"] = pictures[number]
                for name, value in values.items():
                    if value != "":
                        feature.SetField(name, value)
                layer.CreateFeature(feature)
                feature = None
            layer.CommitTransaction()
            layer = dataset = None
        except RuntimeError as error:
            raise OutputError(
                f"The output {path.name} cannot be written ({error}). Check that the disk has room and the folder "
                f"may be written to."
            ) from error
        atomic.commit()


def read_points(path: Path) -> AnsweredPoints:
    """Read an answered layer (the first of the file); raises RasterError where the file is not one of this program's
    samples.
    """
    with gdal_exceptions():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_VERBOSE_ERROR)
        except RuntimeError as error:
            raise RasterError(f"The points {path} cannot be opened ({error}); check the path.") from error
        layer = dataset.GetLayer(0)
        reference = layer.GetSpatialRef()
        defined = layer.GetLayerDefn()
        present = {defined.GetFieldDefn(index).GetName() for index in range(defined.GetFieldCount())}
        check_fields(present, str(path))
        rows = []
        for feature in layer:
            geometry = feature.GetGeometryRef()
            place = (math.nan, math.nan) if geometry is None else (geometry.GetX(), geometry.GetY())
            rows.append({"x": place[0], "y": place[1], **{name: feature.GetField(name) for name in NEEDED}})
        wkt = reference.ExportToWkt() if reference is not None else ""
        layer = dataset = None
    return answered(rows, wkt, str(path))


def check_fields(present: Iterable[str], name: str) -> None:
    """Raise RasterError if a layer lacks a field of a sample."""
    lacking = [field for field in NEEDED if field not in set(present)]
    if lacking:
        raise RasterError(
            f"The layer {name} has no field '{lacking[0]}'; choose points drawn by Sample points for checking, with "
            f"all their fields."
        )


def answered(rows: Sequence[Mapping[str, Any]], crs_wkt: str, name: str) -> AnsweredPoints:
    """Return the sample of a layer's rows, each with x, y and the fields of `NEEDED` (None for NULL). Raises
    EngineError, RasterError.
    """
    if not rows:
        raise RasterError(f"The layer {name} holds no points; choose points drawn by Sample points for checking.")
    areas: dict[int, float] = {}
    names: dict[int, str] = {}
    for row in rows:
        if any(row[field] is None for field in NEEDED if field != ANSWER):
            raise RasterError(
                f"A point of {name} lacks its stratum; only points drawn by Sample points for checking can be "
                f"evaluated."
            )
        if row[ANSWER] is not None and row[ANSWER] not in (NO, YES, CANT_TELL):
            raise EngineError(
                f"A point of {name} has the answer {row[ANSWER]}; answers are 1 (yes), 0 (no) and -1 (can't tell)."
            )
        areas[int(row["stratum"])] = float(row["stratum_area_m2"])
        names[int(row["stratum"])] = str(row["stratum_name"])
    total = float(rows[0]["total_area_m2"])
    if (
        any(row["total_area_m2"] != rows[0]["total_area_m2"] for row in rows)
        or abs(sum(areas.values()) / total - 1) > 1e-6
    ):
        raise EngineError(
            f"The points of {name} are not one whole sample: their strata do not add up to the map's area. "
            "Use all points of one draw, and none of another."
        )
    columns = {field: np.array([row[field] for row in rows], float) for field in ("x", "y", "stratum", "map_class")}
    answers = np.array([math.nan if row[ANSWER] is None else float(row[ANSWER]) for row in rows])
    stratum, map_class = (columns[field].astype(np.int64) for field in ("stratum", "map_class"))
    return AnsweredPoints(crs_wkt, columns["x"], columns["y"], stratum, map_class, answers, areas, names)
