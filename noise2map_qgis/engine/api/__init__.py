# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python API's own functions: models by name, files in and files out, arrays in and a probability map out."""
