# SPDX-License-Identifier: GPL-2.0-or-later
"""Prefetch: worker threads apply a function to items while the consumer is busy; results come in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Callable, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def prefetch(
    function: Callable[[Item], Answer], items: Iterable[Item], workers: int, ahead: int
) -> Generator[Answer, None, None]:
    """Yield `function(item)` for every item in order, computed by `workers` threads at most `ahead` items early.

    Errors are raised here, in their turn. When the consumer stops early (an error, a cancel), what has begun is
    finished and the rest dropped before control returns.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix="noise2map")
    begun: deque[Future[Answer]] = deque()
    try:
        for item in items:
            begun.append(pool.submit(function, item))
            if len(begun) > ahead:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
