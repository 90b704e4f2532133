# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks that are told the timestep, and what becomes of them once it is a constant."""
