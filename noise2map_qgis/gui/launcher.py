# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens a form from the menu, filled in with the images the user most likely means."""

from __future__ import annotations

import re

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt

from ..translation import tr

EARLIER = {"before", "pre", "old", "earlier", "t0"}
LATER = {"after", "post", "new", "later", "recent"}


def open_form(iface, algorithm: str) -> None:
    """Open the form of `algorithm` beside the map, so that an extent can be drawn there while it is open."""
    # Filled in by the plugin Processing, which starts after this one, and which the user may have switched off.
    from qgis import processing

    if not hasattr(processing, "createAlgorithmDialog"):
        iface.messageBar().pushWarning(
            "Noise2Map",
            tr("The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins."),
        )
        return
    dialog = processing.createAlgorithmDialog(algorithm, likely_images(iface, algorithm))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def likely_images(iface, algorithm: str) -> dict[str, str]:
    """Return the layers to fill in, by parameter: those selected in the layer list, else the only ones there are."""
    selected = _images(iface.layerTreeView().selectedLayers())
    everything = _images(QgsProject.instance().mapLayers().values())
    if algorithm.endswith("segmentbuildings"):
        return {"INPUT": selected[0].id()} if selected else {}
    pair = selected if len(selected) == 2 else everything
    if len(pair) != 2:
        return {}
    before, after = sorted(pair, key=_age)
    return {"BEFORE": before.id(), "AFTER": after.id()}


def _images(layers) -> list[QgsRasterLayer]:
    return [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"]


def _age(layer: QgsRasterLayer) -> tuple[int, str]:
    """Return a key that sorts earlier images first, by what people write into names: words, else dates."""
    words = set(re.findall(r"[a-z]+\d*", layer.name().lower()))
    return (bool(words & LATER) - bool(words & EARLIER), layer.name())
