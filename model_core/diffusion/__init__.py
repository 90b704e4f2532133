# SPDX-License-Identifier: GPL-2.0-or-later
"""The diffusion forward process: noise schedules, x_t and the sampling of timesteps."""
