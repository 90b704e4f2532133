# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTML report of an evaluation: one file with its scores, plots and maps."""
