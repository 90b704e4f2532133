# SPDX-License-Identifier: GPL-2.0-or-later
"""The folding network: one backbone conditioned on the timestep, for change, buildings and denoising.

One encoder reads the two halves of x_t of a pair. Their features are combined as [sum, |difference|], which does not
depend on the order of the dates, in a small U-shaped decoder that all tasks share. Each task has its own lateral
projections and its own head.

At one timestep everything that depends on it is constant: `fold` returns plain convolutions.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model_core.diffusion.forward_process import CENTRE, mixing_coefficients
from model_core.networks.conditioning import TimestepEmbedding, TimestepNorm, batchnorm_affine, fold_into_convolution
from model_core.networks.efficientnet_lite import Encoder, InvertedResidual
from model_core.networks.interface import BANDS, TASKS, Deployed, MapNetwork

# Channels of the decoder at strides 2, 4, 8, 16 and 32.
WIDTHS = (32, 56, 80, 112, 144)


class Laterals(nn.Module):
    """A task's 1x1 projection of the encoder's features at each stride, the input of the decoder."""

    def __init__(self, inputs: tuple[int, ...]) -> None:
        super().__init__()
        self.convs = nn.ModuleList(nn.Conv2d(i, w, 1, bias=False) for i, w in zip(inputs, WIDTHS))
        self.norms = nn.ModuleList(nn.BatchNorm2d(w) for w in WIDTHS)

    def forward(self, features: list[Tensor]) -> list[Tensor]:
        return [F.relu(norm(conv(f))) for conv, norm, f in zip(self.convs, self.norms, features)]

    def fold(self) -> nn.ModuleList:
        pairs = zip(self.convs, self.norms)
        return nn.ModuleList(fold_into_convolution(conv, *batchnorm_affine(norm)) for conv, norm in pairs)  # type: ignore[arg-type]


class Decoder(nn.Module):
    """From coarse to fine: reduce the channels of the coarser map, upsample, add the lateral, convolve."""

    def __init__(self, features: int) -> None:
        super().__init__()
        finer = list(pairwise(WIDTHS))[::-1]
        self.reduce = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in finer)
        self.convs = nn.ModuleList(nn.Conv2d(fine, fine, 3, padding=1, bias=False) for fine, _ in finer)
        self.norms = nn.ModuleList(TimestepNorm(fine, features, eps=1e-5, momentum=0.1) for fine, _ in finer)

    def forward(self, laterals: list[Tensor], embedding: Tensor) -> Tensor:
        x = laterals[-1]
        for reduce, conv, norm, lateral in zip(self.reduce, self.convs, self.norms, laterals[-2::-1]):
            x = lateral + F.interpolate(reduce(x), scale_factor=2.0, mode="nearest")
            x = F.relu(norm(conv(x), embedding))
        return x


class Head(nn.Sequential):
    """A task's head: from the decoder's stride of two to `outputs` channels at full resolution."""

    def __init__(self, outputs: int) -> None:
        super().__init__(
            nn.Conv2d(WIDTHS[0], WIDTHS[0], 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(WIDTHS[0], 4 * outputs, 1),
            nn.PixelShuffle(2),
        )


class FoldingNetwork(MapNetwork):
    """One backbone for `change`, `segment` and `denoise`; `encoder` is lite0, lite1 or lite2."""

    def __init__(self, encoder: str = "lite0", features: int = 128) -> None:
        super().__init__(TASKS)
        self.architecture = f"Noise2Map folding network, EfficientNet-{encoder.capitalize()} encoder"
        self.embedding = TimestepEmbedding(features)
        self.encoder = Encoder(encoder, features)
        channels = self.encoder.channels
        self.laterals = nn.ModuleDict(
            {
                "change": Laterals(tuple(2 * c for c in channels)),
                "segment": Laterals(channels),
                "denoise": Laterals(channels),
            }
        )
        self.decoder = Decoder(features)
        self.heads = nn.ModuleDict({"change": Head(1), "segment": Head(1), "denoise": Head(3)})

    def forward(
        self,
        halves: tuple[Tensor, Tensor] | None,
        images: Tensor | None,
        pair_timesteps: Tensor | None = None,
        image_timesteps: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Return the logits of pairs and images in one pass, so that they share batch statistics."""
        parts, times = [], []
        pairs = 0
        if halves is not None:
            assert pair_timesteps is not None
            # Not len(), which would make the batch size a constant in an exported graph.
            pairs = pair_timesteps.shape[0]
            parts += list(halves)
            times += [pair_timesteps, pair_timesteps]
        if images is not None:
            assert image_timesteps is not None
            parts.append(images)
            times.append(image_timesteps)
        embedding = self.embedding(torch.cat(times))
        features = self.encoder(torch.cat(parts), embedding)
        inputs = self.laterals["segment"](features)
        if pairs:
            combined = [combine(f[:pairs], f[pairs : 2 * pairs]) for f in features]
            inputs = [torch.cat(both) for both in zip(self.laterals["change"](combined), inputs)]
            embedding = torch.cat([embedding[:pairs], embedding])
        decoded = self.decoder(inputs, embedding)
        found = {}
        buildings = self.heads["segment"](decoded[pairs:])
        if pairs:
            found["change"] = self.heads["change"](decoded[:pairs])
            found["before"], found["after"] = buildings[:pairs], buildings[pairs : 2 * pairs]
        if images is not None:
            found["segment"] = buildings[2 * pairs :]
        return found

    def denoise(self, images: Tensor, timesteps: Tensor) -> Tensor:
        """Return the noise in x_t, `(batch, 3, rows, cols)`: the target of pre-training."""
        embedding = self.embedding(timesteps)
        inputs = self.laterals["denoise"](self.encoder(images, embedding))
        return self.heads["denoise"](self.decoder(inputs, embedding))

    def pretrained_parameters(self) -> list[nn.Parameter]:
        return list(self.encoder.parameters())

    def load_pretrained(self) -> None:
        """Load ImageNet weights into the encoder."""
        self.encoder.load_imagenet()

    def deploy(self, task: str, timestep: int, signal: float, noise: float) -> Deployed:
        self.require(task)
        return self.fold(task, timestep, signal, noise)

    def fold(self, task: str, timestep: int, signal: float, noise: float) -> FoldedNetwork:
        """Return the plain convolutional network of `task` at one timestep.

        `signal` and `noise` are the coefficients sqrt(a_t) and sqrt(1 - a_t).
        """
        return FoldedNetwork(self, task, timestep, signal, noise).eval()


def combine(first: Tensor, second: Tensor) -> Tensor:
    """Return the features of two dates as [sum, |difference|]."""
    return torch.cat([first + second, (first - second).abs()], dim=1)


class FoldedNetwork(Deployed):
    """A `FoldingNetwork` for one task and timestep as plain convolutions.

    Their weights include the mixing of the dates, the scaling of bytes to [-1, 1], the timestep and every
    normalisation.
    """

    def __init__(self, net: FoldingNetwork, task: str, timestep: int, signal: float, noise: float) -> None:
        super().__init__()
        self.task = task
        encoder = net.encoder
        with torch.no_grad():
            embedding = net.embedding(torch.tensor([timestep]))
            mixings = mixing_coefficients(task, signal, noise)
            low, high = encoder.stem.excess
            self.padding = (low, high, low, high)
            self.entry, self.projections = _entry(encoder, mixings, embedding)
            self.blocks = nn.ModuleList(
                block.fold(embedding) for block in encoder.blocks[1:] if isinstance(block, InvertedResidual)
            )
            self.taps = tuple(encoder.taps)
            laterals = net.laterals[task]
            assert isinstance(laterals, Laterals)
            self.laterals = laterals.fold()
            if task == "change":
                for lateral in self.laterals:
                    _read_largest_and_smallest(lateral)
            self.reduce = net.decoder.reduce
            self.convs = nn.ModuleList(
                fold_into_convolution(conv, *norm.affine(embedding))  # type: ignore[arg-type,operator]
                for conv, norm in zip(net.decoder.convs, net.decoder.norms)
            )
            gain, offset = getattr(net, f"{task}_calibration")
            head = net.heads[task]
            assert isinstance(head, Head)
            enter, activate, leave, shuffle = head
            assert isinstance(leave, nn.Conv2d)
            leave = fold_into_convolution(leave, gain.expand(leave.out_channels), offset.expand(leave.out_channels))
            self.head = nn.Sequential(enter, activate, leave, shuffle)

    def _encode(self, x: Tensor) -> list[Tensor]:
        """Return the features of one half from the output of the encoder's first block."""
        found = [x]
        for index, block in enumerate(self.blocks, start=1):
            x = block(x)
            if index in self.taps:
                found.append(x)
        return found

    def logits(self, image: Tensor) -> Tensor:
        # Mid-grey padding is zero padding in training.
        entered = self.entry(F.pad(image, self.padding, value=CENTRE).float())
        features = [self._encode(projection(entered)) for projection in self.projections]
        combined = [_largest_and_smallest(*pair) for pair in zip(*features)] if self.task == "change" else features[0]
        inputs = [F.relu(conv(f)) for conv, f in zip(self.laterals, combined)]
        x = inputs[-1]
        for reduce, conv, lateral in zip(self.reduce, self.convs, inputs[-2::-1]):
            x = F.relu(conv(lateral + F.interpolate(reduce(x), scale_factor=2.0, mode="nearest")))
        return self.head(x)


def _largest_and_smallest(first: Tensor, second: Tensor) -> Tensor:
    """Return [maximum, minimum]: their sum is the sum of `combine`, their difference its absolute difference."""
    return torch.cat([torch.maximum(first, second), torch.minimum(first, second)], dim=1)


@torch.no_grad()
def _read_largest_and_smallest(lateral: nn.Module) -> None:
    """Change a projection of [sum, |difference|] to one of [maximum, minimum].

    Both are values of one of the dates, so that no requantisation is needed in 8 bits.
    """
    weight = lateral.get_parameter("weight")
    of_sum, of_difference = weight.chunk(2, dim=1)
    weight.copy_(torch.cat([of_sum + of_difference, of_sum - of_difference], dim=1))


def _entry(
    encoder: Encoder, mixings: list[tuple[float, ...]], embedding: Tensor
) -> tuple[nn.Sequential, nn.ModuleList]:
    """Return the stem with the first depthwise convolution of all halves, and the projection of each half.

    A mixing has a coefficient for each image. One stem computes the channels of every half, so it reads the bytes once.
    """
    conv = fold_into_convolution(encoder.stem.conv, *batchnorm_affine(encoder.stem_norm))
    first = encoder.blocks[0]
    assert isinstance(first, InvertedResidual)
    depthwise, _, projection = first.fold(embedding).children()
    assert isinstance(depthwise, nn.Conv2d)
    assert isinstance(projection, nn.Conv2d)
    halves, channels = len(mixings), conv.out_channels
    stem = nn.Conv2d(BANDS * len(mixings[0]), halves * channels, conv.kernel_size, conv.stride)  # type: ignore[arg-type]
    mixed = [torch.cat([conv.weight * (share / CENTRE) for share in mixing], dim=1) for mixing in mixings]
    stem.weight.copy_(torch.cat(mixed))
    # Centres the bytes: the contribution of CENTRE is subtracted.
    _bias(stem).copy_(_bias(conv).repeat(halves) - CENTRE * stem.weight.sum((1, 2, 3)))
    wide = nn.Conv2d(
        halves * channels,
        halves * channels,
        depthwise.kernel_size,  # type: ignore[arg-type]
        padding=depthwise.padding,  # type: ignore[arg-type]
        groups=halves * channels,
    )
    wide.weight.copy_(depthwise.weight.repeat(halves, 1, 1, 1))
    _bias(wide).copy_(_bias(depthwise).repeat(halves))
    projections = nn.ModuleList()
    for half in range(halves):
        own = nn.Conv2d(halves * channels, projection.out_channels, 1)
        own.weight.zero_()
        own.weight[:, half * channels : (half + 1) * channels].copy_(projection.weight)
        _bias(own).copy_(_bias(projection))
        projections.append(own)
    return nn.Sequential(stem, nn.ReLU6(), wide, nn.ReLU6()), projections


def _bias(conv: nn.Conv2d) -> Tensor:
    assert conv.bias is not None
    return conv.bias
