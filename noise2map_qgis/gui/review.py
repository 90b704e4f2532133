# SPDX-License-Identifier: GPL-2.0-or-later
"""A review of changes: which polygons there are, largest first, what was decided of each, and the file of those kept.

Decisions are stored with the layer (in the project), so that a review goes on where it was left.
"""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..translation import tr

KEPT, REJECTED = "kept", "rejected"
STORED = "noise2map/review"
AREA_FIELD = "area_m2"
DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile", ".fgb": "FlatGeobuf"}


class ExportError(Exception):
    """The kept changes could not be written; the text is a sentence for the user."""


class Review:
    """The polygons of a layer, largest first, and what was decided of each."""

    def __init__(self, layer: QgsVectorLayer):
        self.layer = layer
        self.order = _by_area(layer)
        self.decisions = _stored(layer, set(self.order))
        self.position = 0
        self._undone: list[tuple[int, str | None]] = []

    @property
    def count(self) -> int:
        """The number of polygons."""
        return len(self.order)

    @property
    def feature_id(self) -> int | None:
        """The id of the current polygon, None if there is none."""
        return self.order[self.position] if self.order else None

    @property
    def decision(self) -> str | None:
        """What was decided of the current polygon: KEPT, REJECTED or None."""
        return None if self.feature_id is None else self.decisions.get(self.feature_id)

    def counted(self, decision: str) -> int:
        """Return how many polygons were decided so."""
        return sum(one == decision for one in self.decisions.values())

    def feature(self) -> QgsFeature | None:
        """Return the current polygon."""
        if self.feature_id is None:
            return None
        found = self.layer.getFeature(self.feature_id)
        return found if found.isValid() else None

    def go(self, step: int) -> None:
        """Go on by so many polygons; at either end it stays."""
        self.position = min(max(0, self.count - 1), max(0, self.position + step))

    def go_to_open(self) -> bool:
        """Go to the next polygon of which nothing was decided, from here on, then from the start; False if there is
        none."""
        for offset in range(self.count):
            place = (self.position + offset) % self.count
            if self.order[place] not in self.decisions:
                self.position = place
                return True
        return False

    def decide(self, decision: str | None) -> None:
        """Keep or reject the current polygon, or take the decision back (None)."""
        if self.feature_id is None:
            return
        self._undone.append((self.position, self.decision))
        self._set(decision)

    def undo(self) -> bool:
        """Take the last decision back and go to its polygon; False if there is none."""
        if not self._undone:
            return False
        self.position, decision = self._undone.pop()
        self._set(decision)
        return True

    def _set(self, decision: str | None) -> None:
        identity = self.order[self.position]
        if decision is None:
            self.decisions.pop(identity, None)
        else:
            self.decisions[identity] = decision
        self.layer.setCustomProperty(STORED, json.dumps({str(key): value for key, value in self.decisions.items()}))
        project = self.layer.project() if hasattr(self.layer, "project") else QgsProject.instance()
        if project is not None:
            project.setDirty(True)

    def export(self, path: Path, with_open: bool = False) -> int:
        """Write the kept polygons to a file, with those of which nothing was decided if `with_open`; return how many.

        Raises ExportError, and leaves an older file as it was, if it cannot be written.
        """
        driver = DRIVERS.get(path.suffix.lower())
        if driver is None:
            raise ExportError(
                tr("{path} has no known ending. Choose one of: {endings}.").format(
                    path=path, endings=", ".join(DRIVERS)
                )
            )
        if Path(self.layer.source().split("|")[0]).resolve() == path.resolve():
            raise ExportError(tr("{path} is the layer itself. Choose another file.").format(path=path))
        wanted = [
            identity
            for identity in self.order
            if self.decisions.get(identity) == KEPT or (with_open and identity not in self.decisions)
        ]
        chosen = self.layer.materialize(QgsFeatureRequest().setFilterFids(wanted))
        unfinished = path.with_name(f".{path.stem}.unfinished{path.suffix}")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        options.layerName = path.stem
        context = QgsProject.instance().transformContext()
        code, problem = QgsVectorFileWriter.writeAsVectorFormatV3(chosen, str(unfinished), context, options)[:2]
        try:
            if code != QgsVectorFileWriter.WriterError.NoError:
                raise ExportError(tr("{path} cannot be written: {error}.").format(path=path, error=problem))
            for part in path.parent.glob(unfinished.stem + ".*"):
                part.replace(path.with_suffix(part.suffix))
        except OSError as error:
            raise ExportError(
                tr("{path} cannot be written: {error}.").format(path=path, error=error.strerror)
            ) from error
        finally:
            for part in path.parent.glob(unfinished.stem + ".*"):
                part.unlink()
        return len(wanted)


def _by_area(layer: QgsVectorLayer) -> list[int]:
    """Return the ids of the polygons, largest first."""
    request = QgsFeatureRequest()
    place = layer.fields().indexOf(AREA_FIELD)
    if place >= 0:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([place])
        sizes = [(-(_number(feature.attribute(place))), feature.id()) for feature in layer.getFeatures(request)]
    else:
        sizes = [(-feature.geometry().area(), feature.id()) for feature in layer.getFeatures(request)]
    return [identity for _size, identity in sorted(sizes)]


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _stored(layer: QgsVectorLayer, known: set[int]) -> dict[int, str]:
    try:
        stored = json.loads(layer.customProperty(STORED, "{}") or "{}")
        pairs = {int(key): value for key, value in stored.items()}
    except (AttributeError, TypeError, ValueError):
        return {}
    return {key: value for key, value in pairs.items() if key in known and value in (KEPT, REJECTED)}
