# SPDX-License-Identifier: GPL-2.0-or-later
"""From what Processing hands over to what the engine takes: layers to `Source`s, extents and polygons to `Area`s.

Every function that can refuse an input does so with a sentence that names the layer and says what to do.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsRaster,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)

from ..engine.predict import Area
from ..engine.raster.scene import Source
from ..translation import tr


def raster_problem(layer: QgsRasterLayer, bands: list[int], needed: tuple[str, ...]) -> str:
    """Say why `layer` cannot be used with `bands` (1-based, may be empty) where the model needs `needed`, or ""."""
    if layer.providerType() != "gdal":
        return tr(
            "The layer “{layer}” comes from a {provider} service, which gives pictures, not pixel values. "
            "Save the part you need as a raster file first (right-click the layer, Export, Save As…) and "
            "choose that file."
        ).format(layer=layer.name(), provider=layer.providerType())
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
    if layer.bandCount() < len(needed) and not bands and not palette:
        return tr(
            "The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or "
            "choose one of its bands in the advanced parameters to stand for all."
        ).format(layer=layer.name(), count=layer.bandCount(), needed=len(needed), names=", ".join(needed))
    return ""


def source_of(layer: QgsRasterLayer, bands: list[int], needed: tuple[str, ...]) -> Source:
    """Return the engine's source for a raster layer that `raster_problem` found nothing against."""
    if len(bands) == 1:
        bands = bands * len(needed)
    return Source(path=path_of(layer), name=layer.name(), bands=tuple(bands))


def path_of(layer: QgsRasterLayer) -> str:
    """Return what GDAL opens as `layer`."""
    # QGIS appends GDAL's open options to the path ("x.tif|option:NUM_THREADS=2"); the engine opens the path alone.
    return layer.source().split("|option:")[0].split("|credential:")[0]


def unused_settings(layer: QgsRasterLayer) -> list[str]:
    """Say which settings of `layer` in QGIS the run does not use, because it reads the file itself."""
    file = layer.dataProvider()
    sentences = []
    if file.crs().isValid() and layer.crs() != file.crs():
        sentences.append(
            tr("QGIS shows “{layer}” in {shown}, but its file says {written}, and that counts here.").format(
                layer=layer.name(), shown=layer.crs().authid(), written=file.crs().authid()
            )
        )
    bands = range(1, layer.bandCount() + 1)
    if any(file.userNoDataValues(band) for band in bands):
        sentences.append(
            tr(
                "The additional no data value set for “{layer}” in QGIS is not used. "
                "Write it into the file to have it count (Raster, Conversion, Translate)."
            ).format(layer=layer.name())
        )
    if any(file.sourceHasNoDataValue(band) and not file.useSourceNoDataValue(band) for band in bands):
        sentences.append(
            tr("The no data value in the file of “{layer}” is switched off in QGIS, but counts here.").format(
                layer=layer.name()
            )
        )
    return sentences


def area_of_extent(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Area:
    """Return the engine's area for a rectangle in `crs`."""
    return Area(
        crs_wkt=wkt(crs),
        extent=(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
    )


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
                "The polygon layer “{layer}” holds no polygon to work in. "
                "Check its filter and selection, or leave the field empty to use the whole image."
            ).format(layer=name)
        )
    return Area(crs_wkt=wkt(crs), polygons=tuple(polygons))


def wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the WKT of `crs` that suits GDAL best; WKT1, the default, would lose details of axes and datum."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
