# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether two images of one place lie on each other: the shift between them measured patch by patch, judged, and
corrected.
"""
