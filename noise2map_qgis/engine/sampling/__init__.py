# SPDX-License-Identifier: GPL-2.0-or-later
"""Design-based accuracy: stratified random points on a map, and what their answers say of its accuracy and of the true
area.
"""
