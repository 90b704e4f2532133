# SPDX-License-Identifier: GPL-2.0-or-later
"""Input rasters on one grid: opened, checked, warped, stretched to bytes, limited to an area of interest."""
