# SPDX-License-Identifier: GPL-2.0-or-later
"""ONNX files that were exported elsewhere: read, completed by a person, and added as a model with a card."""
