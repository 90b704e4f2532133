# SPDX-License-Identifier: GPL-2.0-or-later
"""One reader for each published layout, which returns the tiles of a folder; registry.py lists them."""
