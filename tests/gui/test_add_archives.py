# SPDX-License-Identifier: GPL-2.0-or-later
"""Archives and folders as the internet delivers them: whatever is wrong with one ends in a sentence, with nothing
copied."""

from __future__ import annotations

import json
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model import adding
from noise2map_qgis.gui import model_store
from tests.tiny_bundle import make_bundle


@pytest.fixture
def model(tmp_path) -> Path:
    return make_bundle(tmp_path / "received", "roofs")


def pack(model: Path, archive: Path, **methods: int) -> Path:
    """Write a ZIP of a model's folder; `methods` gives the compression of files by the first part of their name."""
    with zipfile.ZipFile(archive, "w") as opened:
        for path in sorted(model.iterdir()):
            opened.write(path, f"roofs/{path.name}", methods.get(path.stem, zipfile.ZIP_DEFLATED))
    return archive


def patch_headers(archive: Path, name: str, local: tuple[int, bytes], central: tuple[int, bytes]) -> None:
    """Overwrite bytes in both headers of a file of a ZIP, each at an offset from its header (APPNOTE 4.3)."""
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as opened:
        start = opened.getinfo(name).header_offset
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    for place, (offset, value) in ((start, local), (at, central)):
        data[place + offset : place + offset + len(value)] = value
    archive.write_bytes(bytes(data))


def nothing_left(home: Path) -> bool:
    return [path.name for path in home.iterdir()] == ["models"] and not list((home / "models").iterdir())


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_method_that_python_unpacks_will_do(home, model, tmp_path, method):
    assert model_store.add_model(pack(model, tmp_path / "roofs.zip", change=method)).name == "roofs"


@pytest.mark.parametrize("name", ["card.json", "change.onnx"])
def test_an_encrypted_file_is_named(home, model, tmp_path, name):
    archive = pack(model, tmp_path / "roofs.zip")
    patch_headers(archive, f"roofs/{name}", (6, b"\x01\x00"), (8, b"\x01\x00"))
    with pytest.raises(BundleError, match=rf"{name} in .*roofs\.zip is encrypted\. Unpack the ZIP with its password"):
        model_store.add_model(archive)
    assert nothing_left(home)


@pytest.mark.parametrize(("method", "word"), [(9, "Deflate64"), (93, "Zstandard"), (99, "AES"), (77, "method 77")])
@pytest.mark.parametrize("name", ["card.json", "change.onnx"])
def test_a_method_that_python_does_not_know_is_named(home, model, tmp_path, name, method, word):
    archive = pack(model, tmp_path / "roofs.zip")
    patch_headers(archive, f"roofs/{name}", (8, struct.pack("<H", method)), (10, struct.pack("<H", method)))
    with pytest.raises(BundleError, match=rf"{name} in .* is compressed with {word}.*, which Python cannot unpack"):
        model_store.add_model(archive)
    assert nothing_left(home)


def test_nothing_but_what_the_card_names_is_unpacked(home, model, tmp_path, monkeypatch):
    archive = pack(model, tmp_path / "roofs.zip")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr("roofs/huge.bin", b"0" * 1000)
        opened.writestr("../outside.txt", b"zip slip")
        opened.writestr("/absolute.txt", b"zip slip")
    unpacked = []
    real = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, entry, *rest: unpacked.append(entry.filename) or real(self, entry, *rest)
    )
    model_store.add_model(archive)
    assert sorted(unpacked) == ["roofs/card.json", "roofs/change.onnx", "roofs/segment.onnx"]
    assert not (home / "outside.txt").exists()


def _with_href(model: Path, href: str) -> None:
    card = json.loads((model / "card.json").read_text())
    card["assets"]["change"]["href"] = href
    (model / "card.json").write_text(json.dumps(card))


@pytest.mark.parametrize(
    "href",
    [
        "../change.onnx", "/etc/passwd", "~/change.onnx", "a\\..\\..\\change.onnx", "C:change.onnx", "./card.json",
        "https://example.org/change.onnx", "file:///etc/passwd",
        "/vsicurl/http://example.org/x", "nul", "COM1.onnx", "x.", "a\nb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("zipped", [True, False], ids=["ZIP", "folder"])
def test_a_card_that_names_what_is_not_in_its_folder_is_refused(home, model, tmp_path, href, zipped):
    _with_href(model, href)
    with pytest.raises(BundleError, match="lies outside the model's folder or has no usable name|is the card itself"):
        model_store.add_model(pack(model, tmp_path / "roofs.zip") if zipped else model)
    assert nothing_left(home)


def test_a_link_in_a_zip_is_refused(home, model, tmp_path):
    archive = tmp_path / "roofs.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.write(model / "card.json", "card.json")
        opened.write(model / "segment.onnx", "segment.onnx")
        link = zipfile.ZipInfo("change.onnx")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")
    with pytest.raises(BundleError, match=r"change\.onnx in .* is a link or a special file"):
        model_store.add_model(archive)
    assert nothing_left(home)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_link_in_a_folder_is_refused(home, model, tmp_path):
    (model / "change.onnx").rename(tmp_path / "elsewhere.onnx")
    (model / "change.onnx").symlink_to(tmp_path / "elsewhere.onnx")
    with pytest.raises(BundleError, match=r"change\.onnx, which lies outside the model's folder"):
        model_store.add_model(model)
    assert nothing_left(home)


def test_a_file_twice_or_missing_in_a_zip_is_named(home, model, tmp_path):
    twice = pack(model, tmp_path / "twice.zip")
    with zipfile.ZipFile(twice, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.write(model / "segment.onnx", "roofs/change.onnx")
    with pytest.raises(BundleError, match=r"holds change\.onnx 2 times"):
        model_store.add_model(twice)
    (model / "change.onnx").unlink()
    with pytest.raises(BundleError, match=r"lacks change\.onnx, which its card names"):
        model_store.add_model(pack(model, tmp_path / "lacks.zip"))
    assert nothing_left(home)


def test_a_zip_of_several_models_is_refused(home, model, tmp_path):
    archive = pack(model, tmp_path / "roofs.zip")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.write(model / "card.json", "other/card.json")
    with pytest.raises(BundleError, match=r"several models \(other/card\.json, roofs/card\.json\)"):
        model_store.add_model(archive)


@pytest.mark.parametrize("limit", ["LARGEST_CARD", "LARGEST_FILE", "LARGEST_MODEL", "_MOST_ENTRIES"])
def test_sizes_are_checked_before_anything_is_unpacked(home, model, tmp_path, monkeypatch, limit):
    archive = pack(model, tmp_path / "roofs.zip")
    monkeypatch.setattr(adding, limit, 2)
    with pytest.raises(BundleError, match=r"more than (the )?2|more than a model has"):
        model_store.add_model(archive)
    assert nothing_left(home)


def test_a_zip_that_lies_about_a_size_is_refused(home, model, tmp_path):
    archive = pack(model, tmp_path / "roofs.zip")
    patch_headers(archive, "roofs/change.onnx", (22, b"\x05\0\0\0"), (24, b"\x05\0\0\0"))
    with pytest.raises(BundleError, match="larger than the ZIP says|cannot be unpacked"):
        model_store.add_model(archive)
    assert nothing_left(home)


def test_flipped_bytes_of_a_zip_end_in_a_sentence_or_in_the_same_model(home, model, tmp_path):
    whole = pack(model, tmp_path / "roofs.zip").read_bytes()
    archive = tmp_path / "flipped.zip"
    for at in range(0, len(whole), 23):
        broken = bytearray(whole)
        broken[at] ^= 0x55
        archive.write_bytes(bytes(broken))
        try:
            bundle = model_store.add_model(archive)
        except BundleError:
            continue
        assert (bundle.folder / "change.onnx").read_bytes() == (model / "change.onnx").read_bytes()
        model_store.remove_model(bundle)
    assert nothing_left(home)


def test_a_card_of_another_kind_of_file_is_refused(home, model, tmp_path):
    (model / "card.json").unlink()
    (model / "card.json").mkdir()
    with pytest.raises(BundleError, match=r"no card\.json in it"):
        model_store.add_model(model)
    with pytest.raises(BundleError, match=r"no card\.json in it"):
        model_store.add_model(tmp_path / "nowhere")
