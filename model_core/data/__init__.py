# SPDX-License-Identifier: GPL-2.0-or-later
"""Training batches from labelled tiles: sampling, augmentation, synthetic pairs, and the check for leakage."""
