# SPDX-License-Identifier: GPL-2.0-or-later
"""The training loop: modules, losses, checkpoints, validation while training."""
