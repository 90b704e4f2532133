# SPDX-License-Identifier: GPL-2.0-or-later
"""Several files get their final names together, or none does: older files are backed up first, and a journal on disk
says how to undo.

The steps of a commit, in order: write the journal; for each file keep the older one as a backup (a hard link where the
file system has them, so that the name is never missing) and rename the new one over it; delete the journal. Deleting it
is the commit point: a process that dies before it leaves a journal, by which the next run in the folder brings the
older files back.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_FILE = "journal.json"


@dataclass(frozen=True)
class Step:
    """One name of a commit. part: the new file, "" to remove an older one. backup: where the older file is kept
    meanwhile.

    size, changed: of the new file, in bytes and nanoseconds; a file of the final name that differs in them was put
    there by others.
    """

    final: str
    part: str
    backup: str
    size: int = -1
    changed: int = 0

    @classmethod
    def of(cls, final: Path, part: Path | None, backup: Path) -> Step:
        """Return the step for a file; `part` must exist."""
        if part is None:
            return cls(str(final), "", str(backup))
        status = part.stat()
        return cls(str(final), str(part), str(backup), status.st_size, status.st_mtime_ns)

    def do(self) -> None:
        """Keep the older file, then give the new one its name. Raises OSError."""
        if os.path.lexists(self.final):
            _keep(self.final, self.backup)
        if self.part:
            os.replace(self.part, self.final)
        else:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.final)

    def undo(self) -> None:
        """Bring the older file back and the new one to where it was; does nothing the second time. Raises OSError."""
        kept = os.path.lexists(self.backup)
        if self._placed():
            if not os.path.lexists(self.part):
                with contextlib.suppress(OSError, NotImplementedError):
                    os.link(self.final, self.part)
            if kept:
                os.replace(self.backup, self.final)  # in one step: the name is never missing
            elif os.path.lexists(self.part):
                os.unlink(self.final)
            else:
                os.replace(self.final, self.part)
        elif kept and not os.path.lexists(self.final):
            os.replace(self.backup, self.final)
        elif kept:  # the older file was never replaced, or somebody has put a newer one there since
            os.unlink(self.backup)

    def _placed(self) -> bool:
        """Return whether the file of the final name is the new one."""
        try:
            status = os.lstat(self.final)
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.changed)


class Journal:
    """The journal of a commit in its work folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def exists(self) -> bool:
        """Return whether a commit was begun and has not ended."""
        return self._path.exists()

    def begin(self, steps: Sequence[Step]) -> None:
        """Write the steps to disk before the first of them is done. Raises OSError."""
        draft = self._path.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as file:
            json.dump([asdict(step) for step in steps], file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self._path)
        sync_folder(self._path.parent)

    def end(self) -> None:
        """Delete the journal: from here on the commit is complete. Raises OSError."""
        os.unlink(self._path)
        sync_folder(self._path.parent)

    def undo(self) -> list[str] | None:
        """Undo what was done; return the names of the files, [] if no commit was begun.

        None if a file cannot be brought back: journal and backups stay for another attempt.
        """
        try:
            steps = [Step(**step) for step in json.loads(self._path.read_text(encoding="utf-8"))]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError):
            return None
        complete = True
        for step in reversed(steps):
            try:
                step.undo()
            except OSError:
                complete = False
        if not complete:
            return None
        self._path.unlink(missing_ok=True)
        return [Path(step.final).name for step in steps if step.part]


def sync_file(path: Path) -> None:
    """Have a file's bytes on the disk before it is renamed: after a power failure a new name must not lead to an empty
    file.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder on the disk; Windows and some network drives cannot, and need not fail for it."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _keep(final: str, backup: str) -> None:
    try:
        os.link(final, backup, follow_symlinks=False)
    except (OSError, NotImplementedError):
        os.replace(final, backup)
