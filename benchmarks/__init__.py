# SPDX-License-Identifier: GPL-2.0-or-later
"""Measurements that the documentation quotes; each module says what it measures and prints it."""
