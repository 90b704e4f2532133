# SPDX-License-Identifier: GPL-2.0-or-later
"""One job on many processes and machines by dask.distributed: cut into parts on the tile grid, run, resumed, closed."""
