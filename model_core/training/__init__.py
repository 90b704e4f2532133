# SPDX-License-Identifier: GPL-2.0-or-later
"""Pre-training and training: the modules, losses, checkpoints and validation callback."""
