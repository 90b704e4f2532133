# SPDX-License-Identifier: GPL-2.0-or-later
"""Comparison of networks on equal terms: a plan, its runs (train, choose, score), statistics, tables and plots."""
