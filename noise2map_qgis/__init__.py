# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise2Map for QGIS: maps change between two rasters, on the user's own machine.

QGIS calls `classFactory`. Nothing of QGIS is imported before that, so that the engine is usable without QGIS.
"""


def classFactory(iface):
    """Return the plugin object that QGIS starts; `iface` is None where there is no desktop, as in qgis_process."""
    from .plugin import Noise2MapPlugin

    return Noise2MapPlugin(iface)
