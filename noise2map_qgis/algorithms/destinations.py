# SPDX-License-Identifier: GPL-2.0-or-later
"""Where outputs go as QGIS says it: files, and layers of a GeoPackage (`ogr:dbname='…' table="…" (geom)`)."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsProcessingContext

from ..engine.output.geopackage import GeoPackageLayer

_LAYER = "ogr:"


def geopackage_layer(destination: str) -> GeoPackageLayer | None:
    """Return the layer that "Save to GeoPackage…" names, None for any other destination."""
    if not destination.startswith(_LAYER):
        return None
    uri = QgsDataSourceUri(destination[len(_LAYER) :])
    path, table = uri.database(), uri.table()
    return GeoPackageLayer(Path(path), table) if path.lower().endswith(".gpkg") and table else None


def engine_destination(destination: str) -> Path | GeoPackageLayer | None:
    """Return a destination as the engine takes it; None for an empty one."""
    return (geopackage_layer(destination) or Path(destination)) if destination else None


def loadable(destination: str, context: QgsProcessingContext) -> str:
    """Return what QGIS opens as the layer that was written to a destination, and have Processing load that."""
    layer = geopackage_layer(destination)
    if layer is None:
        return destination
    waiting = context.layersToLoadOnCompletion()
    if destination in waiting:
        waiting[str(layer)] = waiting.pop(destination)
        context.setLayersToLoadOnCompletion(waiting)
    return str(layer)
