# SPDX-License-Identifier: GPL-2.0-or-later
"""Adding a model from a folder or a ZIP: the card is read first, then the files it names are measured, copied and
checked.

Nothing else of a ZIP is unpacked, nothing is run or unpickled, and nothing is left behind where a check fails.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Protocol

from ..errors import BundleError
from .bundle import CARD, LARGEST_CARD, Bundle, load_bundle
from .onnx_file.check import LARGEST_FILE, LARGEST_MEMORY
from .session import check_memory

# A model's files together, in bytes.
LARGEST_MODEL = 4 << 30
# Entries of a ZIP; the bundled models have six files.
_MOST_ENTRIES = 10_000
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
_METHOD_NAMES = {9: "Deflate64", 93: "Zstandard", 95: "XZ", 98: "PPMd", 99: "AES encryption"}
_ENCRYPTED = 0x1


def add_model(place: Path, models: Path, memory: int = LARGEST_MEMORY, taken: Iterable[str] = ()) -> Bundle:
    """Check the model at `place` (a folder or a ZIP) and copy it to the folder `models`; return it from there.

    memory: bytes that one tile may need. taken: names of models that lie elsewhere. Raises BundleError, with nothing
    copied, if it is not a model, is damaged, holds what is not allowed, or if there is a model of its name.
    """
    models.mkdir(parents=True, exist_ok=True)
    # In the same file system as the models, so that the last step is a rename: all of it or nothing.
    with tempfile.TemporaryDirectory(dir=models.parent, prefix="adding-") as work, _opened(place) as source:
        copy = Path(work) / "copy"
        copy.mkdir()
        source.copy(CARD, copy / CARD, LARGEST_CARD)
        bundle = _with_place(place, copy)
        if bundle.name in taken or (models / bundle.name).exists():
            raise BundleError(
                f"There is a model '{bundle.name}' already. Remove it first, or give the new one another id in its "
                f"card."
            )
        _copy_files(source, bundle, models)
        for card in bundle.tasks.values():
            for file in card.files:
                bundle.verify(file)
                check_memory(bundle, card, file, memory)
        copy.rename(models / bundle.name)
    return load_bundle(models / bundle.name)


class _Source(Protocol):
    """Where a model comes from; names are paths below its folder, and each fault is a BundleError."""

    def size(self, name: str) -> int:
        """Return the bytes of a file."""

    def copy(self, name: str, destination: Path, most: int) -> None:
        """Copy a file of `most` bytes at most."""


def _copy_files(source: _Source, bundle: Bundle, models: Path) -> None:
    files = [part for card in bundle.tasks.values() for file in card.files for part in file.parts]
    files += [card.vectors for card in bundle.tasks.values() if card.vectors is not None]
    names = {part.path.relative_to(bundle.folder).as_posix(): part.path for part in files}
    sizes = {name: source.size(name) for name in names}
    for name, size in sizes.items():
        if size > LARGEST_FILE:
            raise BundleError(
                f"The file {name} of the model '{bundle.name}' has {size:,} bytes, more than the {LARGEST_FILE:,} a "
                f"model's file may have. Get the model from a source you trust."
            )
    whole = sum(sizes.values())
    if whole > LARGEST_MODEL:
        raise BundleError(
            f"The files of the model '{bundle.name}' have {whole:,} bytes, more than the {LARGEST_MODEL:,} a model "
            f"may have. Get the model from a source you trust."
        )
    free = shutil.disk_usage(models).free
    if whole > free:
        raise BundleError(
            f"The model '{bundle.name}' needs {whole:,} bytes, but {models} has {free:,} free. Free some space first."
        )
    for name, path in names.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        source.copy(name, path, sizes[name])


def _with_place(place: Path, copy: Path) -> Bundle:
    """Load the card that was copied; an error names where it came from."""
    try:
        return load_bundle(copy)
    except BundleError as error:
        raise BundleError(str(error).replace(str(copy / CARD), f"{CARD} in {place}")) from error


@contextlib.contextmanager
def _opened(place: Path) -> Iterator[_Source]:
    if not place.is_file():
        yield _Folder(place)
        return
    try:
        with zipfile.ZipFile(place) as archive:
            yield _Zip(archive, place)
    except BundleError:
        raise
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, EOFError) as error:
        # NotImplementedError, of methods that Python does not know, is a RuntimeError.
        raise BundleError(
            f"{place} cannot be unpacked: {error or type(error).__name__}. Choose a ZIP of a model's folder that is "
            f"not damaged."
        ) from error


def _no_card(place: Path) -> BundleError:
    return BundleError(f"{place} is not a model: there is no {CARD} in it. A model needs a card that describes it.")


class _Folder:
    """A model in a folder, or in the only folder in it that holds a card."""

    def __init__(self, place: Path) -> None:
        if not place.is_dir():
            raise _no_card(place)
        below = [entry for entry in sorted(place.iterdir()) if entry.is_dir()]
        for candidate in (place, *below):
            if (candidate / CARD).is_file():
                self._folder = candidate
                return
        raise _no_card(place)

    def size(self, name: str) -> int:
        return self._path(name).stat().st_size

    def copy(self, name: str, destination: Path, most: int) -> None:
        path = self._path(name)
        if path.stat().st_size > most:
            raise BundleError(f"{path} has more than {most:,} bytes, which is too large for it.")
        shutil.copyfile(path, destination)

    def _path(self, name: str) -> Path:
        path = self._folder / name
        # A symbolic link may lead anywhere.
        if self._folder.resolve() not in path.resolve().parents:
            raise BundleError(f"The card names {path}, which lies outside the model's folder {self._folder}.")
        if not path.is_file():
            raise BundleError(f"The card names {path}, which is missing or no regular file. Choose a complete model.")
        return path


class _Zip:
    """A model in a ZIP, at its top or in one folder, as most ZIPs are made."""

    def __init__(self, archive: zipfile.ZipFile, place: Path) -> None:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise BundleError(
                f"{place} holds {len(entries):,} files, more than a model has. Choose a ZIP of a model's folder."
            )
        self._archive, self._place = archive, place
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            self._entries.setdefault(entry.filename, []).append(entry)
        cards = [name for name in self._entries if name == CARD or (name.endswith("/" + CARD) and name.count("/") == 1)]
        if not cards:
            raise _no_card(place)
        if len(cards) > 1 and CARD not in cards:
            raise BundleError(
                f"{place} holds several models ({', '.join(sorted(cards))}). Choose a ZIP of one model's folder."
            )
        self._prefix = "" if CARD in cards else cards[0][: -len(CARD)]

    def size(self, name: str) -> int:
        return self._entry(name).file_size

    def copy(self, name: str, destination: Path, most: int) -> None:
        entry = self._entry(name)
        if entry.file_size > most:
            raise BundleError(f"{name} in {self._place} has more than {most:,} bytes, which is too large for it.")
        with self._archive.open(entry) as stream, open(destination, "wb") as file:
            self._copy_at_most(stream, file, entry)

    def _copy_at_most(self, stream: IO[bytes], file: IO[bytes], entry: zipfile.ZipInfo) -> None:
        left = entry.file_size
        while block := stream.read(1 << 20):
            left -= len(block)
            if left < 0:
                raise BundleError(
                    f"{entry.filename} in {self._place} is larger than the ZIP says. Get it from a source you trust."
                )
            file.write(block)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        """Return the one entry of a name, if it is a plain file that can be unpacked."""
        found = self._entries.get(self._prefix + name, [])
        if len(found) != 1:
            problem = f"holds {name} {len(found)} times" if found else f"lacks {name}, which its card names"
            raise BundleError(f"{self._place} {problem}. Choose a complete ZIP of a model's folder.")
        entry = found[0]
        if entry.flag_bits & _ENCRYPTED:
            raise BundleError(
                f"{name} in {self._place} is encrypted. Unpack the ZIP with its password and add the folder."
            )
        if entry.compress_type not in _METHODS:
            method = _METHOD_NAMES.get(entry.compress_type, f"method {entry.compress_type}")
            raise BundleError(
                f"{name} in {self._place} is compressed with {method}, which Python cannot unpack. Unpack the ZIP and "
                f"add the folder, or make a ZIP with Deflate."
            )
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            raise BundleError(
                f"{name} in {self._place} is a link or a special file, not a file. Get it from a source you trust."
            )
        return entry


def remove_model(bundle: Bundle, models: Path) -> None:
    """Delete a model that lies in the folder `models`; raises BundleError for any other."""
    if bundle.folder.parent.resolve() != models.resolve() or os.path.islink(bundle.folder):
        raise BundleError(f"The model '{bundle.name}' lies in {bundle.folder}, not among the user's models, and stays.")
    shutil.rmtree(bundle.folder)
