# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks conditioned on the timestep, networks for comparison, and their deployed forms at one timestep."""
