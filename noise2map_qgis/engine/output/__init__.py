# SPDX-License-Identifier: GPL-2.0-or-later
"""Files written: rasters and polygons, which get their final names only when all of them are complete."""
