# SPDX-License-Identifier: GPL-2.0-or-later
"""Validation maps of a trained network, and the choice of timestep, calibration and thresholds on them."""
