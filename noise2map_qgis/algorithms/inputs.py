# SPDX-License-Identifier: GPL-2.0-or-later
"""From what Processing hands over to what the engine takes: layers to `Source`s, extents and polygons to `Area`s.

Every function that can refuse an input does so with a sentence that names the layer and says what to do.
"""

from __future__ import annotations

import math
from datetime import datetime

from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRaster,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..engine.predict import Area
from ..engine.raster.source import BandNodata, Source
from ..translation import tr

# Providers whose layers are pictures drawn by a server.
_PICTURES = {"wms": "WMS, WMTS or XYZ", "arcgismapserver": "ArcGIS map"}
_OTHERS = {"wcs": "WCS", "arcgisimageserver": "ArcGIS image", "postgresraster": "PostgreSQL", "grassraster": "GRASS"}


def raster_problem(layer: QgsRasterLayer, bands: list[int], needed: tuple[str, ...]) -> str:
    """Say why `layer` cannot be used with `bands` (1-based, may be empty) where the model needs `needed`, or ""."""
    if layer.providerType() != "gdal":
        return _provider_problem(layer)
    wrong = [band for band in bands if not 1 <= band <= layer.bandCount()]
    if wrong:
        return tr("The layer “{layer}” has no band {band}: it has {count}.").format(
            layer=layer.name(), band=", ".join(map(str, wrong)), count=layer.bandCount()
        )
    if len(bands) not in (0, 1, len(needed)):
        return tr(
            "{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). "
            "Choose as many, or a single one to stand for all."
        ).format(chosen=len(bands), layer=layer.name(), needed=len(needed), names=", ".join(needed))
    # The engine reads the colours of a palette as three bands.
    palette = layer.dataProvider().colorInterpretation(1) == QgsRaster.ColorInterpretation.PaletteIndex
    if layer.bandCount() == 1 and len(needed) > 1 and not bands and not palette:
        return tr(
            "The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} "
            "({names}). Choose another layer, or choose its band in the advanced parameters to stand for all."
        ).format(layer=layer.name(), needed=len(needed), names=", ".join(needed))
    if layer.bandCount() < len(needed) and not bands and not palette:
        return tr(
            "The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or "
            "choose one of its bands in the advanced parameters to stand for all."
        ).format(layer=layer.name(), count=layer.bandCount(), needed=len(needed), names=", ".join(needed))
    return ""


def _provider_problem(layer: QgsRasterLayer) -> str:
    """Return why a layer of another provider than GDAL cannot be read, and the way out."""
    kind = layer.providerType()
    if kind == "virtualraster":
        reason = tr("is a virtual raster, a formula on other layers that only QGIS computes")
    elif kind in _PICTURES:
        reason = tr("comes from a {service} service, which gives pictures, not pixel values").format(
            service=_PICTURES[kind]
        )
    else:
        reason = tr("comes from the {provider} provider of QGIS, and only files are read here").format(
            provider=_OTHERS.get(kind, kind)
        )
    return tr(
        "The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, "
        "Export ▸ Save As…) and choose that file."
    ).format(layer=layer.name(), reason=reason)


def source_of(layer: QgsRasterLayer, bands: list[int], needed: tuple[str, ...]) -> Source:
    """Return the engine's source for a raster layer that `raster_problem` found nothing against.

    A CRS and nodata values that were set on the layer in QGIS replace or complete those of the file.
    """
    if len(bands) == 1:
        bands = bands * len(needed)
    return Source(
        path=path_of(layer),
        name=layer.name(),
        bands=tuple(bands),
        crs_wkt=wkt(layer.crs()) if _crs_was_set(layer) else None,
        nodata=_nodata_of(layer),
    )


def path_of(layer: QgsRasterLayer) -> str:
    """Return what GDAL opens as `layer`."""
    # QGIS appends GDAL's open options to the path ("x.tif|option:NUM_THREADS=2"); the engine opens the path alone.
    return layer.source().split("|option:")[0].split("|credential:")[0]


def date_of(layer: QgsRasterLayer) -> datetime | None:
    """Return when the temporal properties of a layer say that it begins, or None if they say nothing."""
    properties = layer.temporalProperties()
    if not properties.isActive() or properties.mode() != Qgis.RasterTemporalMode.FixedTemporalRange:
        return None
    begin = properties.fixedTemporalRange().begin()
    return datetime.fromisoformat(begin.toString("yyyy-MM-ddTHH:mm:ss")) if begin.isValid() else None


def plain_value(value: object) -> object:
    """Return an attribute of a table as text or number; a date or time as text, and NULL as None."""
    if value is None or value == NULL:
        return None
    return (
        value.toString("yyyy-MM-dd" if isinstance(value, QDate) else "yyyy-MM-ddTHH:mm:ss")
        if isinstance(value, (QDate, QDateTime))
        else value
    )


def layer_settings(layer: QgsRasterLayer) -> list[str]:
    """Return the sentences of the log on settings of a layer that replace or complete those of its file."""
    file = layer.dataProvider()
    sentences = []
    if _crs_was_set(layer):
        sentences.append(
            tr("“{layer}” is read in {shown}, as set in QGIS; its file says {written}.").format(
                layer=layer.name(),
                shown=layer.crs().authid() or layer.crs().description(),
                written=file.crs().authid() or file.crs().description() or tr("nothing"),
            )
        )
    bands = range(1, layer.bandCount() + 1)
    ranges = sorted({part for override in _nodata_of(layer) for part in override.ranges})
    if ranges:
        values = ", ".join(f"{low:g}" if low == high else f"{low:g}–{high:g}" for low, high in ranges)
        sentences.append(
            tr("“{layer}” has the additional no data value {values}, as set in QGIS.").format(
                layer=layer.name(), values=values
            )
        )
    if any(file.sourceHasNoDataValue(band) and not file.useSourceNoDataValue(band) for band in bands):
        sentences.append(
            tr("The no data value in the file of “{layer}” is switched off in QGIS, and not used.").format(
                layer=layer.name()
            )
        )
    return sentences


def _crs_was_set(layer: QgsRasterLayer) -> bool:
    return bool(layer.crs().isValid() and layer.crs() != layer.dataProvider().crs())


def _nodata_of(layer: QgsRasterLayer) -> tuple[BandNodata, ...]:
    """Return the nodata that was set on a layer in QGIS, in the values that the file stores."""
    file = layer.dataProvider()
    found = []
    for band in range(1, layer.bandCount() + 1):
        # QGIS compares what it shows, which is stored value * scale + offset.
        scale, offset = file.bandScale(band) or 1.0, file.bandOffset(band)
        whole = file.sourceDataType(band) not in (Qgis.DataType.Float32, Qgis.DataType.Float64)
        ranges = tuple(_stored(part, scale, offset, whole) for part in file.userNoDataValues(band))
        use_file = bool(file.useSourceNoDataValue(band) or not file.sourceHasNoDataValue(band))
        if ranges or not use_file:
            found.append(BandNodata(band, ranges, use_file))
    return tuple(found)


def _stored(part: QgsRasterRange, scale: float, offset: float, whole: bool) -> tuple[float, float]:
    """Return a range of shown values as a closed range of stored values."""
    low = -math.inf if math.isnan(part.min()) else (part.min() - offset) / scale
    high = math.inf if math.isnan(part.max()) else (part.max() - offset) / scale
    low, high = min(low, high), max(low, high)
    bounds, kinds = part.bounds(), QgsRasterRange.BoundsType
    if bounds in (kinds.IncludeMax, kinds.Exclusive):
        low += 0.5 if whole else abs(low) * 1e-6
    if bounds in (kinds.IncludeMin, kinds.Exclusive):
        high -= 0.5 if whole else abs(high) * 1e-6
    return low, high


def area_of_extent(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Area:
    """Return the engine's area for a rectangle in `crs`."""
    bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    place = ", ".join(f"{number:.10g}" for number in bounds)
    name = tr("the extent {place} (xmin, ymin, xmax, ymax; {crs})").format(
        place=place, crs=crs.authid() or crs.description()
    )
    return Area(crs_wkt=wkt(crs), extent=bounds, name=name)


def area_of_polygons(source: QgsProcessingFeatureSource) -> Area:
    """Return the engine's area for the polygons of `source` (its filter and "selected features only" respected).

    Raises QgsProcessingException if there is no polygon in it, or its coordinate system is unknown.
    """
    name = source.sourceName()
    crs = source.sourceCrs()
    if not crs.isValid():
        raise QgsProcessingException(
            tr(
                "The polygon layer “{layer}” has no coordinate system, so its place is unknown. "
                "Set one (right-click the layer, Layer CRS) and run again."
            ).format(layer=name)
        )
    polygons = []
    # Invalid polygons are repaired here, whatever Processing's own setting for them says.
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest().setNoAttributes(), flags):
        geometry = feature.geometry()
        # Curved rings have no meaning to the rasterizer: straight segments do.
        geometry.convertToStraightSegment()
        if not geometry.isGeosValid():
            geometry = geometry.makeValid()
            geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
        if geometry.isEmpty():
            continue
        polygons.append(bytes(geometry.asWkb().data()))
    if not polygons:
        raise QgsProcessingException(
            tr(
                "The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the "
                "field empty to use the whole image."
            ).format(layer=name)
        )
    label = tr("{count} polygon(s) of “{layer}”").format(count=len(polygons), layer=name)
    return Area(crs_wkt=wkt(crs), polygons=tuple(polygons), name=label)


def file_of(value: object, context: QgsProcessingContext) -> str:
    """Return the file and layer that a vector layer parameter is read from ("zones.gpkg|layername=north"), "" if it is
    no file.
    """
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = value if isinstance(value, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(str(value), context)
    if layer is None:
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path, name = parts.get("path", ""), parts.get("layerName", "")
    return f"{path}|layername={name}" if path and name else path


def wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the WKT of `crs` that suits GDAL best; WKT1, the default, would lose details of axes and datum."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
