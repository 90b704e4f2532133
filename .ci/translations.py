# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the translations: texts are found in the code, kept in .ts files, and packed into the .qm files that Qt loads.

translations.py update     brings noise2map_qgis/i18n/*.ts up to date with the code: new texts come without a
translation translations.py release    writes *.qm from *.ts

Needs nothing but Python. The format of .qm is that of Qt's QTranslator (qtbase/src/corelib/kernel/qtranslator.cpp):
sections of hashes and messages; texts are looked up by the ELF hash of source and comment.
"""

from __future__ import annotations

import argparse
import ast
import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "noise2map_qgis"
FOLDER = PLUGIN / "i18n"
CONTEXT = "Noise2Map"
LANGUAGES = ("de", "es", "fr", "ja", "pt", "sv")
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _LANGUAGE = 0x42, 0x69, 0xA7
_END, _TRANSLATION, _SOURCE, _CONTEXT_TAG, _COMMENT = 1, 3, 6, 7, 8


def texts() -> dict[str, str]:
    """Return every text of the plugin that is shown to users, with the file in which it comes first."""
    found: dict[str, str] = {}
    for path in sorted(PLUGIN.rglob("*.py")):
        for text in texts_in(path.read_text(encoding="utf-8")):
            found.setdefault(text, path.relative_to(PLUGIN).as_posix())
    return found


def texts_in(code: str) -> Iterator[str]:
    """Yield the texts that are handed to `tr`, or to QCoreApplication.translate in this plugin's context."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "tr" and node.args:
            argument = node.args[0]
        elif name == "translate" and len(node.args) > 1 and getattr(node.args[0], "value", "") == CONTEXT:
            argument = node.args[1]
        else:
            continue
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def read_ts(path: Path) -> dict[str, str]:
    """Return the translations of a .ts file by their source; "" for one that is unfinished."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") != "unfinished"
        found[message.findtext("source") or ""] = (translation.text or "") if done and translation is not None else ""
    return found


def write_ts(path: Path, language: str, translated: dict[str, str], where: dict[str, str]) -> None:
    """Write a .ts file as Qt Linguist reads it, ordered by file and text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source in sorted(where, key=lambda text: (where[text], text)):
        translation = translated.get(source, "")
        kind = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f'        <location filename="../{where[source]}"/>',
            f"        <source>{escape(source)}</source>",
            f"        <translation{kind}>{escape(translation)}</translation>",
            "    </message>",
        ]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def elf_hash(data: bytes) -> int:
    """Return the hash by which QTranslator looks up a text."""
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high
    return value or 1


def qm_bytes(translated: dict[str, str], language: str) -> bytes:
    """Return the .qm file of these translations."""
    hashes, messages = [], b""
    for source, translation in sorted(translated.items()):
        if not translation:
            continue
        raw, text = source.encode("utf-8"), translation.encode("utf-16-be")
        hashes.append((elf_hash(raw), len(messages)))
        messages += struct.pack(">BI", _TRANSLATION, len(text)) + text
        for tag, part in ((_COMMENT, b""), (_SOURCE, raw), (_CONTEXT_TAG, CONTEXT.encode())):
            messages += struct.pack(">BI", tag, len(part)) + part
        messages += struct.pack(">B", _END)
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    sections = ((_LANGUAGE, language.encode()), (_HASHES, table), (_MESSAGES, messages))
    return _MAGIC + b"".join(struct.pack(">BI", tag, len(data)) + data for tag, data in sections)


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep the translations.")
    parser.add_argument("what", choices=("update", "release"))
    what = parser.parse_args().what
    FOLDER.mkdir(exist_ok=True)
    where = texts()
    for language in LANGUAGES:
        path = FOLDER / f"{language}.ts"
        translated = read_ts(path) if path.exists() else {}
        if what == "update":
            write_ts(path, language, translated, where)
            missing = sum(not translated.get(text) for text in where)
            print(f"{path.name}: {len(where)} texts, {missing} without a translation")
        else:
            path.with_suffix(".qm").write_bytes(qm_bytes(translated, language))


if __name__ == "__main__":
    main()
