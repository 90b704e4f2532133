# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: what the toolbox lists under "Noise2Map"."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import paths
from .algorithms.assess_accuracy import AssessAccuracy
from .algorithms.change_timeline import ChangeTimeline
from .algorithms.check_pair import CheckPair
from .algorithms.detect_change import DetectChange
from .algorithms.explain_change import ExplainChange
from .algorithms.export_training import ExportTraining
from .algorithms.sample_points import SamplePoints
from .algorithms.segment_buildings import SegmentBuildings
from .algorithms.shipped_models import shipped_models
from .translation import tr

ICON = "icons/noise2map.svg"


class Noise2MapProvider(QgsProcessingProvider):
    """Lists the algorithms. Loads with nothing installed but QGIS: no ONNX Runtime, no model is opened here."""

    def id(self):
        return "noise2map"

    def name(self):
        return "Noise2Map"

    def longName(self):
        return tr("Noise2Map – change and buildings from imagery")

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(paths.resources_dir() / ICON)

    def loadAlgorithms(self):
        self.addAlgorithm(CheckPair())
        self.addAlgorithm(DetectChange())
        self.addAlgorithm(SegmentBuildings())
        self.addAlgorithm(SamplePoints())
        self.addAlgorithm(AssessAccuracy())
        self.addAlgorithm(ExportTraining())
        self.addAlgorithm(ChangeTimeline())
        self.addAlgorithm(ExplainChange())
        for model in shipped_models():
            self.addAlgorithm(model)

    def supportsNonFileBasedOutput(self):
        # The engine writes files; a memory layer or a database table is a native algorithm's next step.
        return False

    def supportedOutputRasterLayerExtensions(self):
        return ["tif", "tiff"]

    def supportedOutputVectorLayerExtensions(self):
        return ["gpkg", "geojson", "shp", "fgb"]
