# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an evaluation: one HTML file that opens anywhere, with its figures, plots and maps inside it."""
