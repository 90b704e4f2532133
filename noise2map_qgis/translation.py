# SPDX-License-Identifier: GPL-2.0-or-later
"""One translation context for every text of the plugin."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return `text` in the user's language; fill placeholders after it (`tr("Tile {n}").format(n=1)`)."""
    return QCoreApplication.translate("Noise2Map", text)
