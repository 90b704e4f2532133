# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores from counts of pixels and objects, their confidence intervals, and the HTML report."""
