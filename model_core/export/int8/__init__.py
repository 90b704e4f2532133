# SPDX-License-Identifier: GPL-2.0-or-later
"""Folded networks in 8 bits: ranges of activations, weights, and a graph in which bytes stay bytes."""
