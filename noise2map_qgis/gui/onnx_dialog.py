# SPDX-License-Identifier: GPL-2.0-or-later
"""The window in which an ONNX file is explained: what was read of it, and fields for what it does not say."""

from __future__ import annotations

import dataclasses

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from .. import preferences
from ..engine.errors import EngineError
from ..engine.model.exported.add import add_onnx
from ..engine.model.exported.draft import Draft
from ..installed import installed_models
from ..translation import tr
from .model_store import user_models_dir

# Mean and standard deviation of ImageNet's images of 0-1, with which most encoders were trained.
_IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


class OnnxDialog(QDialog):
    """Asks for what `draft` misses. `added` is emitted with the model once it is in the user's models."""

    added = pyqtSignal(object)

    def __init__(self, draft: Draft, parent=None):
        super().__init__(parent)
        self.draft = draft
        self.setWindowTitle(tr("Add an ONNX file"))
        self.setMinimumWidth(520)
        told = QLabel("\n".join((str(draft.path), *self._read(), *draft.notes)))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add_button = self.buttons.addButton(tr("&Add"), QDialogButtonBox.ButtonRole.ActionRole)
        self.add_button.clicked.connect(self.add)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addLayout(self._form())
        for widget in (self.status, self.buttons):
            layout.addWidget(widget)

    def _read(self) -> list[str]:
        adapter = self.draft.adapter
        inputs = tr("Takes {inputs} ({layout}, {type}), {channels} bands in all.").format(
            inputs=", ".join(adapter.inputs), layout=adapter.layout, type=adapter.type, channels=self.draft.channels
        )
        return [inputs, tr("Gives {output}.").format(output=adapter.output)]

    def _form(self) -> QFormLayout:
        draft = self.draft
        self.name = QLineEdit(draft.name)
        self.task = QComboBox()
        for value, label in (
            (None, tr("(choose)")),
            ("change", tr("two dates: what changed")),
            ("segment", tr("one image: where something is")),
        ):
            self.task.addItem(label, value)
        self.task.setCurrentIndex(max(0, self.task.findData(draft.task)))
        self.bands = QLineEdit(", ".join(draft.bands))
        self.bands.setPlaceholderText(tr("for example red, green, blue"))
        low, high = draft.gsd or (0.0, 0.0)
        self.finest, self.coarsest = _metres(low), _metres(high)
        self.scale = QComboBox()
        for value, label in (
            (None, tr("(choose)")),
            ("255", tr("0 to 1 (divided by 255)")),
            ("1", tr("0 to 255, as they are")),
            ("imagenet", tr("0 to 1, standardised as for ImageNet")),
            ("own", tr("0 to 1, standardised as the file says")),
        ):
            if value != "own" or draft.adapter.mean:
                self.scale.addItem(label, value)
        known = "own" if draft.adapter.mean else None if draft.scale is None else f"{draft.scale:g}"
        self.scale.setCurrentIndex(max(0, self.scale.findData(known)))
        self.channel = QComboBox()
        self.channel.addItem(tr("(choose)"), None)
        for number, label in enumerate(draft.classes or _unnamed(draft)):
            self.channel.addItem(label, number)
        self.channel.setCurrentIndex(max(0, self.channel.findData(draft.channel)))
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(0, 1)
        self.threshold.setSingleStep(0.05)
        self.threshold.setValue(draft.threshold)
        self.licence = QLineEdit(draft.licence)
        self.licence.setPlaceholderText(tr("for example CC BY 4.0, or unknown"))
        form = QFormLayout()
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Task"), self.task)
        form.addRow(tr("&Bands of one image"), self.bands)
        form.addRow(tr("&Pixels on the ground"), _range(self.finest, self.coarsest))
        form.addRow(tr("Pixel &values"), self.scale)
        form.addRow(tr("&Class that is mapped"), self.channel)
        form.addRow(tr("T&hreshold"), self.threshold)
        form.addRow(tr("&Licence of the weights"), self.licence)
        return form

    def completed(self) -> Draft:
        """Return the draft with what the fields say."""
        adapter, scale = self.draft.adapter, self.scale.currentData()
        if scale == "imagenet":
            adapter = dataclasses.replace(adapter, mean=_IMAGENET[0], std=_IMAGENET[1])
        elif scale in ("255", "1"):
            adapter = dataclasses.replace(adapter, mean=(), std=())
        finest, coarsest = self.finest.value(), self.coarsest.value()
        return dataclasses.replace(
            self.draft,
            name=self.name.text().strip(),
            task=self.task.currentData(),
            bands=tuple(part.strip() for part in self.bands.text().split(",") if part.strip()),
            gsd=(finest, max(finest, coarsest)) if finest > 0 else None,
            scale=None if scale is None else 1.0 if scale == "1" else 255.0,
            channel=self.channel.currentData(),
            threshold=self.threshold.value(),
            licence=self.licence.text().strip(),
            adapter=adapter,
        )

    def add(self) -> None:
        """Add the model, or say what is missing or wrong."""
        draft = self.completed()
        missing = [_fields()[name] for name in draft.missing]
        if missing:
            self._say(tr("The file does not say all. Please fill in: {fields}.").format(fields=", ".join(missing)))
            return
        taken = {bundle.name for bundle in installed_models()[0]}
        try:
            bundle = add_onnx(draft, user_models_dir(), preferences.load().memory_bytes, taken)
        except (EngineError, OSError) as error:
            self._say(str(error))
            return
        self.added.emit(bundle)
        self.accept()

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.show()
        # Qt does not make room for lines that wrap.
        self.resize(self.width(), max(self.height(), self.layout().totalHeightForWidth(self.width())))


def _fields() -> dict[str, str]:
    """Return what each field that may be missing is called in the form."""
    return {
        "task": tr("task"),
        "bands": tr("bands (as many as it takes of one image)"),
        "gsd": tr("size of pixels on the ground"),
        "scale": tr("pixel values"),
        "channel": tr("class that is mapped"),
        "licence": tr("licence"),
    }


def _unnamed(draft: Draft) -> tuple[str, ...]:
    """Return what the classes of a network are called that does not name them."""
    return (tr("the only one"),) if not draft.channel else (tr("background"), tr("the other one"))


def _metres(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(2)
    box.setRange(0, 10_000)
    box.setSuffix(" m")
    box.setSpecialValueText(tr("(enter)"))
    box.setValue(value)
    return box


def _range(finest: QDoubleSpinBox, coarsest: QDoubleSpinBox) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(finest)
    row.addWidget(QLabel("–"))
    row.addWidget(coarsest)
    row.addStretch(1)
    widget.setFocusProxy(finest)
    return widget
