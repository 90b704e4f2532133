# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a change map says what it says: its answers along the timestep axis and over views, and occlusion at a place."""
