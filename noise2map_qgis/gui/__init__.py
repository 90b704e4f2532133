# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to QGIS's windows: the installer of the inference runtime and the settings page."""
