# SPDX-License-Identifier: GPL-2.0-or-later
"""Three or more dates of one place: change of each pair, what is consistent over time, when each place changed."""
