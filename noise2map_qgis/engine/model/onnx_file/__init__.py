# SPDX-License-Identifier: GPL-2.0-or-later
"""What an ONNX file holds and asks for, read from its bytes before ONNX Runtime opens it."""
