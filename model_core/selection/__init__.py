# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions made on validation data: timestep, calibration, threshold and high threshold."""
