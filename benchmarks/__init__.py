# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run costs, measured; each module says what it measures and prints it.

`make bench` (`python -m benchmarks`) is the whole table: `rasters.py` makes its imagery, `table.py` says what is
measured, `child.py` is the process in which each measurement runs alone, `floor.py` the network by itself, `naive.py`
and `authors.py` the yardsticks, `report.py` writes the figures and drawings of docs/performance.md. `reach.py` and
`worst_tiles.py` measure a model, not the engine.
"""
