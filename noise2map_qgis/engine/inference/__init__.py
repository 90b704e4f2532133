# SPDX-License-Identifier: GPL-2.0-or-later
"""From tiles to a map: the tile grid, prefetching in order, the network, and blending of overlaps."""
