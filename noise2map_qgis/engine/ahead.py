# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading ahead: an iterator that works in its own thread while its consumer is busy."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def ahead(items: Iterable[Item], depth: int) -> Generator[Item, None, None]:
    """Yield `items`, which a thread of its own produces up to `depth` ahead; errors there are raised here.

    When the consumer stops early (an error, a cancel), so does the thread, before control returns.
    """
    ready: queue.Queue[tuple[str, object]] = queue.Queue(depth)
    stop = threading.Event()

    def put(kind: str, value: object) -> None:
        while not stop.is_set():
            try:
                ready.put((kind, value), timeout=0.1)
            except queue.Full:
                continue
            return

    def produce() -> None:
        try:
            for item in items:
                put("item", item)
                if stop.is_set():
                    return
        except BaseException as error:  # handed over, not swallowed: it is raised in the consumer's thread
            put("error", error)
        else:
            put("end", None)

    thread = threading.Thread(target=produce, name="noise2map-reader", daemon=True)
    thread.start()
    try:
        while True:
            kind, value = ready.get()
            if kind == "end":
                return
            if kind == "error":
                raise value  # type: ignore[misc]
            yield value  # type: ignore[misc]
    finally:
        stop.set()
        thread.join()
