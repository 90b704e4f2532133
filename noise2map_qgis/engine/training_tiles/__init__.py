# SPDX-License-Identifier: GPL-2.0-or-later
"""Training tiles from a user's own images and polygons: cut as the model sees them, split by place with a gap
between.
"""
