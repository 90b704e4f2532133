# SPDX-License-Identifier: GPL-2.0-or-later
"""How an output was made, as its metadata carry it: model and hash, inputs and fingerprints, settings, versions.

The text holds neither times nor the names of the outputs: the same run twice gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..errors import RasterError
from ..raster.gdal_settings import gdal_exceptions

# The metadata item of rasters and of vector layers.
ITEM = "NOISE2MAP"


@dataclass(frozen=True)
class Provenance:
    """What a map follows from.

    model: name, file, sha256, precision, timestep. inputs: for each image path, bands, fingerprint and what replaced
    the file's own metadata. areas: extents with their CRS, or the source, number and hash of polygons. settings: as
    resolved, with the device that ran. versions: of Noise2Map, ONNX Runtime, GDAL and numpy.
    """

    task: str
    model: dict[str, Any]
    inputs: tuple[dict[str, Any], ...]
    areas: tuple[dict[str, Any], ...]
    settings: dict[str, Any]
    versions: dict[str, str]

    def metadata(self) -> dict[str, str]:
        """Return the metadata of an output."""
        return {ITEM: json.dumps(asdict(self), sort_keys=True, ensure_ascii=True)}


def read_provenance(path: Path) -> Provenance:
    """Return how an output was made; raises RasterError if the file cannot be opened or was not made by Noise2Map."""
    with gdal_exceptions():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VECTOR)
        except RuntimeError as error:
            raise RasterError(f"{path} cannot be opened ({error}); check the path.") from error
        text = dataset.GetMetadataItem(ITEM)
        for index in range(dataset.GetLayerCount()):
            text = text or dataset.GetLayer(index).GetMetadataItem(ITEM)
        dataset = None
    try:
        values = json.loads(text or "")
        return Provenance(**{**values, "inputs": tuple(values["inputs"]), "areas": tuple(values["areas"])})
    except (ValueError, TypeError, KeyError) as error:
        raise RasterError(
            f"{path} does not say how it was made. Choose a GeoTIFF or a GeoPackage that Noise2Map has written."
        ) from error
