# SPDX-License-Identifier: GPL-2.0-or-later
"""Many scenes as one input: STAC items and lists of files become a virtual mosaic in which the newest valid pixel wins.

An input of a command may be
- a STAC Item or ItemCollection (JSON, stacspec.org 1.0), with the name of the asset to read;
- a list: a text file (.txt) with one raster a line, or a CSV with the columns `path` and `date`;
- anything else, which GDAL opens as it is.
Addresses become GDAL's virtual file systems: http and https /vsicurl/, s3 /vsis3/, gs /vsigs/.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal

from model_core.errors import DataError
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions

_FILE_SYSTEMS = {"https://": "/vsicurl/https://", "http://": "/vsicurl/http://", "s3://": "/vsis3/", "gs://": "/vsigs/"}


@dataclass(frozen=True)
class DatedScene:
    """A raster and its date (ISO 8601, "" where none is known)."""

    path: str
    date: str


def as_raster(given: str, asset: str | None, folder: Path) -> str:
    """Return what GDAL opens for an input: the input itself, or a mosaic written into `folder`. Raises DataError."""
    path = Path(given)
    suffix = path.suffix.lower()
    if suffix == ".json":
        return _mosaic(_of_stac(path, asset), folder / f"{path.stem}.vrt", given)
    if suffix in (".txt", ".csv"):
        return _mosaic(_of_list(path), folder / f"{path.stem}.vrt", given)
    return _address(given, Path())


def _of_stac(path: Path, asset: str | None) -> list[DatedScene]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        items = document["features"] if document.get("type") == "FeatureCollection" else [document]
        found = []
        for item in items:
            name = _asset_name(item, asset, path)
            # A closed catalogue gives a range of dates in place of one.
            when = item["properties"].get("datetime") or item["properties"].get("end_datetime") or ""
            found.append(DatedScene(_address(item["assets"][name]["href"], path.parent), when))
        return found
    except OSError as error:
        raise DataError(f"The STAC file '{path}' cannot be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"'{path}' is no STAC Item or ItemCollection with assets ({error}).") from error


def _asset_name(item: dict[str, Any], asset: str | None, path: Path) -> str:
    names = list(item["assets"])
    if asset is None and len(names) == 1:
        return str(names[0])
    if asset is None or asset not in names:
        raise DataError(
            f"The item '{item.get('id', '?')}' of '{path}' has the assets {', '.join(names)}; name one of them with "
            f"--asset."
        )
    return asset


def _of_list(path: Path) -> list[DatedScene]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            if path.suffix.lower() == ".csv":
                rows = list(csv.DictReader(file))
                if not rows or "path" not in rows[0]:
                    raise DataError(f"The list '{path}' needs the columns path and date, and a line for each raster.")
                return [DatedScene(_address(row["path"], path.parent), row.get("date") or "") for row in rows]
            lines = [line.strip() for line in file]
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"The list '{path}' cannot be read ({error}).") from error
    return [DatedScene(_address(line, path.parent), "") for line in lines if line and not line.startswith("#")]


def _address(given: str, beside: Path) -> str:
    """Return what GDAL opens: a virtual file system for an address, an absolute path for a name in a list."""
    for scheme, system in _FILE_SYSTEMS.items():
        if given.lower().startswith(scheme):
            return system + given[len(scheme) :]
    if given.startswith("/vsi") or Path(given).is_absolute() or beside == Path():
        return given
    return str((beside / given).resolve())


def _mosaic(scenes: list[DatedScene], target: Path, given: str) -> str:
    """Write a mosaic, the newest scene on top (where no dates are known: the last one), all in the newest one's CRS."""
    if not scenes:
        raise DataError(f"'{given}' names no raster.")
    ordered = [scene.path for scene in sorted(scenes, key=lambda scene: scene.date)]
    if len(ordered) == 1:
        return ordered[0]
    target.parent.mkdir(parents=True, exist_ok=True)
    with gdal_exceptions():
        try:
            newest = gdal.Open(ordered[-1]).GetSpatialRef()
            parts = []
            for number, path in enumerate(ordered):
                own = gdal.Open(path).GetSpatialRef()
                if newest is not None and own is not None and not own.IsSame(newest):
                    warped = str(target.with_name(f"{target.stem}-{number}.vrt"))
                    gdal.Warp(
                        warped, path, format="VRT", dstSRS=newest.ExportToWkt(), dstAlpha=True, resampleAlg="cubic"
                    )
                    path = warped
                parts.append(path)
            # The finest pixels decide the grid; a coarser scene below a finer one is resampled.
            mosaic = gdal.BuildVRT(str(target), parts, resolution="highest", resampleAlg="cubic")
            if mosaic is None:
                raise RuntimeError("the rasters differ in bands or types")
            mosaic.FlushCache()
            del mosaic
        except (RuntimeError, AttributeError) as error:
            raise DataError(f"The rasters of '{given}' cannot be joined into a mosaic: {error}.") from error
    return str(target)
