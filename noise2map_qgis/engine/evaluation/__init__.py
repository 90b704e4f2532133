# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps scored against reference data: confusion of pixels, matching of objects, labelled tiles."""
