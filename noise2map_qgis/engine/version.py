# SPDX-License-Identifier: GPL-2.0-or-later
"""The version that outputs and progress files carry; the same as in metadata.txt and pyproject.toml
(tests/test_house.py).
"""

VERSION = "0.2.0"
