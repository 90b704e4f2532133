# SPDX-License-Identifier: GPL-2.0-or-later
"""Export of a training run to a bundle: ONNX files, 8-bit quantization, shared weights and the card."""
