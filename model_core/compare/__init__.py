# SPDX-License-Identifier: GPL-2.0-or-later
"""Comparison of networks on equal terms: plan -> runs (train, choose, score) -> statistics -> tables and plots."""
