# SPDX-License-Identifier: GPL-2.0-or-later
"""Graphical models that come with the plugin, `resources/processing_models/*.model3`, as algorithms of its provider.

.ci/processing_models.py writes them. Their texts lie in their files and are not translated.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .. import paths
from .base import group_labels


class ShippedModel(QgsProcessingModelAlgorithm):
    """A graphical model whose id is the name of its file, as ids of algorithms are: lower case, without spaces."""

    GROUP = "imagery"

    def __init__(self, path: Path):
        super().__init__()
        self._path = path
        # The steps are algorithms of the provider: those that are not registered yet are found when `create` reads the
        # file again.
        self.fromFile(str(path))

    def createInstance(self):
        return type(self)(self._path)

    def name(self):
        return self._path.stem.replace("_", "")

    def group(self):
        return group_labels()[self.GROUP]

    def groupId(self):
        return self.GROUP

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(paths.resources_dir() / "icons" / "noise2map.svg")


def shipped_models() -> list[ShippedModel]:
    """Return the models that come with the plugin."""
    return [ShippedModel(path) for path in sorted((paths.resources_dir() / "processing_models").glob("*.model3"))]
