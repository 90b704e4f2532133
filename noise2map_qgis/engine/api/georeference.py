# SPDX-License-Identifier: GPL-2.0-or-later
"""CRS and transform as other libraries spell them, and the two local CRSs of arrays that have none."""

from __future__ import annotations

from typing import Any

import numpy as np
from osgeo import osr

from ..errors import RasterError
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Geotransform

# The name tells a map of pixel coordinates from one in local metres when a file is read back.
PIXELS_NAME = "Pixel coordinates"
PIXELS = f'LOCAL_CS["{PIXELS_NAME}",UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]'
METRES = 'LOCAL_CS["Local metres",UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]'


def wkt_of(crs: Any) -> str:
    """Return a CRS as WKT: from text that GDAL understands, an EPSG number, or an object with `to_wkt`; raises
    RasterError.
    """
    text = str(crs.to_wkt()) if hasattr(crs, "to_wkt") else f"EPSG:{crs}" if isinstance(crs, int) else str(crs)
    reference = osr.SpatialReference()
    try:
        with gdal_exceptions():
            reference.SetFromUserInput(text)
            wkt = str(reference.ExportToWkt())
    except RuntimeError as error:
        raise RasterError(
            f"The CRS '{text[:80]}' is not one that GDAL knows ({error}); give text such as \"EPSG:32614\", WKT, or "
            f"an object with to_wkt."
        ) from error
    return wkt


def geotransform_of(transform: Any) -> Geotransform:
    """Return an Affine (as rasterio's) or six numbers in GDAL's order as six numbers in GDAL's order; raises
    RasterError.
    """
    values = transform.to_gdal() if hasattr(transform, "to_gdal") else transform
    try:
        x, a, b, y, d, e = (float(value) for value in values)
    except (TypeError, ValueError) as error:
        raise RasterError(
            f"The transform {transform!r} is neither an Affine nor six numbers in GDAL's order "
            "(x, width, 0, y, 0, -height of a pixel)."
        ) from error
    if not np.isfinite([x, a, b, y, d, e]).all() or a * e == b * d:
        raise RasterError(f"The transform {transform!r} has no pixel size; give that of the image.")
    return x, a, b, y, d, e
