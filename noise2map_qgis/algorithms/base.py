# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm of the provider shares: its icon, group and help address, and errors as QGIS reports them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..engine.errors import Cancelled, EngineError
from ..translation import tr
from .numbers import is_blank

HELP_URL = "https://github.com/noise2map/noise2map-qgis#readme"


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms. A subclass names its icon (`ICON`) and, where it is another, its group (`GROUP`)."""

    ICON = ""
    GROUP = "imagery"

    def createInstance(self):
        return type(self)()

    def group(self):
        return group_labels()[self.GROUP]

    def groupId(self):
        return self.GROUP

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(paths.resources_dir() / "icons" / self.ICON)

    def helpUrl(self):
        return HELP_URL


def group_labels() -> dict[str, str]:
    """Return the label of each group of the toolbox by its id, in the order of a user's work."""
    return {
        "preparation": tr("Before mapping"),
        "imagery": tr("Maps from imagery"),
        "assessment": tr("Checking and accuracy"),
        "training": tr("Training data"),
    }


@contextlib.contextmanager
def engine_errors() -> Iterator[None]:
    """Turn the engine's errors into QGIS's; `Cancelled` passes, for the algorithm to end without results."""
    try:
        yield
    except Cancelled:
        raise
    except EngineError as error:
        raise QgsProcessingException(str(error)) from error


def is_unset(values: dict[str, Any], name: str) -> bool:
    """Return whether an optional value was left out: absent, a model's own unset input (NULL), or blank text."""
    return is_blank(values.get(name))
