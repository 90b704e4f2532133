# SPDX-License-Identifier: GPL-2.0-or-later
"""One translation context for every text of the plugin, and the language that QGIS is set to.

Translations lie in `i18n` as .ts files, which Qt Linguist opens, and as the .qm files that Qt loads;
`.ci/translations.py` keeps both.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "Noise2Map"
FOLDER = Path(__file__).resolve().parent / "i18n"

_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """Return `text` in the user's language; fill placeholders after it (`tr("Tile {n}").format(n=1)`)."""
    return QCoreApplication.translate(CONTEXT, text)


def language_of(application) -> str:
    """Return the locale that QGIS speaks: that of its own texts (`--lang` or the options), else the user's."""
    spoken = application.translation()
    return spoken if spoken not in ("", "C") else application.locale()


def load_language(locale: str) -> bool:
    """Have `tr` answer in the language of a locale such as "de" or "pt_BR"; return whether there is a translation."""
    file = FOLDER / f"{locale.replace('-', '_').split('_')[0].lower()}.qm"
    translator = QTranslator()
    if not file.is_file() or not translator.load(str(file)):
        return False
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)  # Qt does not keep it
    return True


def unload_language() -> None:
    """Take back what `load_language` installed."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
