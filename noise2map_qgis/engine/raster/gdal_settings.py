# SPDX-License-Identifier: GPL-2.0-or-later
"""GDAL's settings are the whole process's, which QGIS and other plugins share: borrowed for a run, given back after the
last.

Several runs may go on at once, each in a thread of its own.
"""

from __future__ import annotations

import contextlib
import threading
import traceback
from collections.abc import Iterator

from osgeo import gdal, ogr, osr

_lock = threading.Lock()
_runs = 0
_switched: list[object] = []
_caches: list[int] = []
_cache_before = 0


@contextlib.contextmanager
def gdal_exceptions() -> Iterator[None]:
    """Let GDAL raise in here, and keep silent.

    An error that leaves takes no open dataset with it: a traceback keeps the variables of all its frames alive, files
    stay open (which Windows does not delete), and QGIS crashes on exit if GDAL is taken down before the last dataset.
    """
    _borrow_exceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    except BaseException as error:
        link: BaseException | None = error
        while link is not None:
            traceback.clear_frames(link.__traceback__)
            link = link.__cause__ or link.__context__
        raise
    finally:
        gdal.PopErrorHandler()
        _return_exceptions()


@contextlib.contextmanager
def block_cache(size: int) -> Iterator[None]:
    """Give GDAL's block cache room for `size` bytes; its default grows with the machine's memory, not with the need."""
    global _cache_before
    with _lock:
        if not _caches:
            _cache_before = gdal.GetCacheMax()
        _caches.append(size)
        gdal.SetCacheMax(sum(_caches))
    try:
        yield
    finally:
        with _lock:
            _caches.remove(size)
            gdal.SetCacheMax(sum(_caches) or _cache_before)


def _borrow_exceptions() -> None:
    global _runs
    with _lock:
        _runs += 1
        if _runs == 1:
            _switched[:] = [module for module in (gdal, ogr, osr) if not module.GetUseExceptions()]
            for module in _switched:
                module.UseExceptions()  # type: ignore[attr-defined]


def _return_exceptions() -> None:
    global _runs
    with _lock:
        _runs -= 1
        if _runs == 0:
            for module in reversed(_switched):  # GDAL before 3.7 keeps them on a stack
                # Somebody else may have switched them meanwhile; then they are theirs.
                with contextlib.suppress(RuntimeError):
                    module.DontUseExceptions()  # type: ignore[attr-defined]
