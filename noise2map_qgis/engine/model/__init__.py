# SPDX-License-Identifier: GPL-2.0-or-later
"""Model bundles: the card, the ONNX files it names, and an ONNX Runtime session on a device."""
