# SPDX-License-Identifier: GPL-2.0-or-later
"""From a map to objects: connected components by run-length, and their outlines as polygons."""
