# SPDX-License-Identifier: GPL-2.0-or-later
"""From a training run to a bundle: ONNX files, 8-bit quantization, shared weights, the card."""
