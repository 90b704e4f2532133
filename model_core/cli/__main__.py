# SPDX-License-Identifier: GPL-2.0-or-later
"""`python -m model_core.cli` runs `noise2map`."""

from model_core.cli import main

if __name__ == "__main__":
    main()
