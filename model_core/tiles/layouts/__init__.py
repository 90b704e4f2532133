# SPDX-License-Identifier: GPL-2.0-or-later
"""One reader a published data set: how its folders become tiles. registry.py lists them all."""
