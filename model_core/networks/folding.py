# SPDX-License-Identifier: GPL-2.0-or-later
"""The folding network: one backbone told the timestep, for change, buildings and denoising.

The two halves of the corrupted pair x_t, (signal * before + noise * after) and its mirror image, are two images; one
encoder reads both. Their features meet as [sum, |difference|], which knows no order of the dates, in a small
U-shaped decoder that all tasks share. Each task has its own way in (lateral projections) and out (a head).

At one timestep everything that depends on it is constant: `fold` gives the plain convolutions that remain.
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
    """A task's way into the decoder: a 1x1 projection of the encoder's features at each stride."""

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
    """From coarse to fine: bring the coarser map down to this stride's channels, enlarge, add, convolve."""

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
    """A task's way out: from the decoder's stride of two to `outputs` channels at full resolution."""

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
        """Logits of everything that is asked for, in one pass so that batch statistics are shared."""
        parts, times = [], []
        pairs = 0
        if halves is not None:
            assert pair_timesteps is not None
            # Not len(): an exported graph keeps the number of pairs open.
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
            meeting = [meet(f[:pairs], f[pairs : 2 * pairs]) for f in features]
            inputs = [torch.cat(both) for both in zip(self.laterals["change"](meeting), inputs)]
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
        """The noise in corrupted images, `(batch, 3, rows, cols)`: the objective of pre-training."""
        embedding = self.embedding(timesteps)
        inputs = self.laterals["denoise"](self.encoder(images, embedding))
        return self.heads["denoise"](self.decoder(inputs, embedding))

    def pretrained_parameters(self) -> list[nn.Parameter]:
        return list(self.encoder.parameters())

    def load_pretrained(self) -> None:
        """Give the encoder ImageNet's weights."""
        self.encoder.load_imagenet()

    def deploy(self, task: str, timestep: int, signal: float, noise: float) -> Deployed:
        self.require(task)
        return self.fold(task, timestep, signal, noise)

    def fold(self, task: str, timestep: int, signal: float, noise: float) -> FoldedNetwork:
        """The plain convolutional network that `task` amounts to at one timestep.

        `signal` and `noise` are the mixing coefficients sqrt(a_t) and sqrt(1 - a_t).
        """
        return FoldedNetwork(self, task, timestep, signal, noise).eval()


def meet(first: Tensor, second: Tensor) -> Tensor:
    """Features of two dates as [sum, |difference|]: what both show, and where they differ."""
    return torch.cat([first + second, (first - second).abs()], dim=1)


class FoldedNetwork(Deployed):
    """What is left of a `FoldingNetwork` for one task and timestep: plain convolutions.

    The mixing of the dates, the scaling of bytes to [-1, 1], the timestep and every normalisation are inside them.
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
        """Features of one half, from what its projection gives: the encoder's first block is done."""
        found = [x]
        for index, block in enumerate(self.blocks, start=1):
            x = block(x)
            if index in self.taps:
                found.append(x)
        return found

    def logits(self, image: Tensor) -> Tensor:
        # Padded with mid-grey, which is the zero of training.
        entered = self.entry(F.pad(image, self.padding, value=CENTRE).float())
        features = [self._encode(projection(entered)) for projection in self.projections]
        met = [_largest_and_smallest(*pair) for pair in zip(*features)] if self.task == "change" else features[0]
        inputs = [F.relu(conv(f)) for conv, f in zip(self.laterals, met)]
        x = inputs[-1]
        for reduce, conv, lateral in zip(self.reduce, self.convs, inputs[-2::-1]):
            x = F.relu(conv(lateral + F.interpolate(reduce(x), scale_factor=2.0, mode="nearest")))
        return self.head(x)


def _largest_and_smallest(first: Tensor, second: Tensor) -> Tensor:
    """What `meet` is made of: their sum is the sum, their difference the absolute difference."""
    return torch.cat([torch.maximum(first, second), torch.minimum(first, second)], dim=1)


@torch.no_grad()
def _read_largest_and_smallest(lateral: nn.Module) -> None:
    """Let a projection of [sum, |difference|] read [largest, smallest] instead.

    Both are one value of the two dates, so bytes stay bytes when the graph is quantised.
    """
    weight = lateral.get_parameter("weight")
    of_sum, of_difference = weight.chunk(2, dim=1)
    weight.copy_(torch.cat([of_sum + of_difference, of_sum - of_difference], dim=1))


def _entry(
    encoder: Encoder, mixings: list[tuple[float, ...]], embedding: Tensor
) -> tuple[nn.Sequential, nn.ModuleList]:
    """The stem and the first depthwise convolution of all halves at once, and each half's projection out of them.

    A mixing holds a coefficient for each image. One stem that makes every half's channels reads the bytes once.
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
    # Bytes are centred here: what CENTRE itself would bring is taken off.
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
