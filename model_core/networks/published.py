# SPDX-License-Identifier: GPL-2.0-or-later
"""The authors' published weights, and their initial weights, under the names of `AuthorsUNet`.

Their repository (github.com/alishibli97/noise2map, noise2map/model.py) names the parts `unet.*`, `input_conv.*` and
`output_conv.*`; checkpoints of training may have the prefix `module.`. The backbones on the Hugging Face hub
(`ali97/noise2map`, folders `aid-10k`, `sat2gen`, `imagenet2gen`, `ddpm-church`) are diffusers models, so their
`diffusion_pytorch_model.safetensors` names the parts of the backbone without a prefix. These files were not available
for tests: the attention names of older versions of diffusers (`query`, `proj_attn`) are read too, and a file with other
names raises an error that lists them.
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from model_core.errors import DataError

_PREFIXES = ("module.", "model.", "backbone.", "unet.")
# Names in diffusers before 0.15 -> names since; each is one part of a dotted name.
_ATTENTION = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_RESAMPLING = ("input_upscaling.", "output_downscaling.")


def is_published(state: Mapping[str, Tensor]) -> bool:
    """Return whether weights lack the calibrations that MapNetwork saves."""
    return not any(name.endswith("_calibration") for name in state)


def translated(state: Mapping[str, Tensor], own: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the state dict `own` with the values of `state`.

    A file without projections (a pre-trained backbone) leaves those of `own`. The two classes of the output projection
    become one logit, their difference, whose sigmoid is their softmax.
    Raises DataError where a part is missing, unexpected or of another shape.
    """
    given = {_plain(name): value for name, value in state.items()}
    if any(name.startswith(_RESAMPLING) for name in given):
        raise DataError(
            "These published weights were trained with images resampled to 256 pixels (input_upscaling), which this "
            "network does not do; use weights trained at 256 pixels."
        )
    found: dict[str, Tensor] = {}
    for name, value in given.items():
        if name.startswith("input_conv."):
            task = "change" if given["input_conv.weight"].shape[1] == 6 else "segment"
            found[f"enter.{task}.{name.removeprefix('input_conv.')}"] = value
        elif name.startswith("output_conv."):
            paired = given.get("input_conv.weight")
            task = "change" if paired is not None and paired.shape[1] == 6 else "segment"
            found[f"leave.{task}.{name.removeprefix('output_conv.')}"] = _one_logit(value)
        else:
            found[f"unet.{name}"] = _as_linear(value, own.get(f"unet.{name}"))
    _check(found, own)
    return {**own, **found}


def _plain(name: str) -> str:
    """Return a name without prefixes and with the current names of attention."""
    while any(name.startswith(prefix) for prefix in _PREFIXES):
        name = name.split(".", 1)[1]
    return ".".join(_ATTENTION.get(part, part) if "attentions" in name else part for part in name.split("."))


def _as_linear(value: Tensor, wanted: Tensor | None) -> Tensor:
    """Return a 1x1 convolution of older attention layers as a linear layer."""
    if wanted is not None and value.shape == (*wanted.shape, 1, 1):
        return value[:, :, 0, 0]
    return value


def _one_logit(value: Tensor) -> Tensor:
    return value[1:2] - value[0:1] if len(value) == 2 else value


def _check(found: dict[str, Tensor], own: Mapping[str, Tensor]) -> None:
    missing = [name for name in own if name.startswith("unet.") and name not in found]
    over = [name for name in found if name not in own]
    shapes = [name for name in found if name in own and found[name].shape != own[name].shape]
    for names, what in ((over, "parts it does not have"), (missing, "not all its parts"), (shapes, "other shapes")):
        if names:
            raise DataError(
                f"These are not weights of the authors' U-Net: they have {what}, {len(names)} in all, "
                f"for example '{names[0].removeprefix('unet.')}'. Take a file of the Hugging Face hub's "
                f"ali97/noise2map."
            )
