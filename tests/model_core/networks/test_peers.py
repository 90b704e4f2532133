# SPDX-License-Identifier: GPL-2.0-or-later
"""The networks ours is compared with."""

import sys

import numpy as np
import onnxruntime
import pytest
import torch

from model_core.errors import DataError
from model_core.export.onnx_files import write_float32
from model_core.networks.registry import NETWORKS, build_network

# Small forms of each, the library it needs, and whether it tells before from after.
PEERS = {
    "unet": ({"channels": (4, 4, 8, 8, 8, 4)}, "monai", True),
    "fc-siam-diff": ({"channels": (4, 4, 8, 8, 8, 4)}, "monai", False),
    "segformer": ({}, "transformers", False),
}


@pytest.fixture(params=PEERS)
def peer(request):
    options, library, ordered = PEERS[request.param]
    pytest.importorskip(library, reason="peers need their libraries: pip install -e '.[train,compare]'")
    torch.manual_seed(0)
    return build_network(request.param, **options).eval(), ordered


@torch.no_grad()
def test_a_peer_maps_change_and_knows_no_timestep(peer):
    net, ordered = peer
    assert net.tasks == ("change",)
    halves = tuple(torch.randn(2, 2, 3, 64, 96))
    early, late = (net(halves, None, torch.tensor([t, t])) for t in (0, 999))
    assert early.keys() == {"change"}
    assert early["change"].shape == (2, 1, 64, 96)
    assert torch.equal(early["change"], late["change"])
    swapped = net(halves[::-1], None, torch.tensor([0, 0]))["change"]
    assert torch.allclose(early["change"], swapped, atol=1e-5) != ordered
    # Where there is no change, a network that reads a difference answers the same whatever the ground.
    same = [net((image, image), None, torch.tensor([0]))["change"] for image in torch.randn(2, 1, 3, 64, 64)]
    assert torch.allclose(*same, atol=1e-5) != ordered


def test_a_peer_learns_from_every_one_of_its_parts(peer):
    net, _ = peer
    net.train()(tuple(torch.randn(2, 2, 3, 64, 64)), None, torch.tensor([0, 0]))["change"].square().mean().backward()
    unmoved = [name for name, p in net.named_parameters() if p.grad is None or not p.grad.abs().any()]
    # What a normalisation takes off again, a bias before it can't change.
    assert not [name for name in unmoved if not name.endswith("bias")]


@pytest.mark.filterwarnings("ignore")
@torch.no_grad()
def test_a_peer_is_exported_for_tiles_of_any_size(peer, tmp_path):
    net, _ = peer
    deployed = net.deploy("change", 0, 1.0, 0.0)
    write_float32(deployed, tmp_path / "peer.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "peer.onnx"), providers=["CPUExecutionProvider"])
    for shape in ((1, 6, 64, 64), (2, 6, 96, 160)):
        image = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
        (found,) = session.run(["probability"], {"image": image})
        expected = deployed(torch.from_numpy(image)).numpy()
        assert found.shape == expected.shape
        assert np.abs(found.astype(int) - expected).max() <= 1


@pytest.mark.parametrize(("name", "options"), [("unet", PEERS["unet"][0]), ("segformer", {})])
@torch.no_grad()
def test_a_peer_maps_buildings_where_it_is_asked_to(name, options):
    pytest.importorskip(PEERS[name][1])
    net = build_network(name, tasks=["change", "segment"], **options).eval()
    halves, images, t = tuple(torch.randn(2, 1, 3, 64, 64)), torch.randn(2, 3, 64, 64), torch.tensor([0])
    maps = net(halves, images, t, t)
    assert maps["segment"].shape == (2, 1, 64, 64)
    assert torch.allclose(maps["change"], net(halves, None, t)["change"], atol=1e-5)
    with pytest.raises(DataError, match="was made for change, not for segment"):
        build_network(name, **options)(None, images, None, t)


@pytest.mark.parametrize(("name", "millions"), [("unet", 7.8), ("fc-siam-diff", 1.2), ("segformer", 3.7)])
def test_peers_are_about_as_large_as_published(name, millions):
    # FC-Siam-diff: 1.35 million with transposed convolutions at one more place; SegFormer-B0: 3.7.
    pytest.importorskip(PEERS[name][1])
    with torch.device("meta"):
        net = build_network(name)
    assert sum(p.numel() for p in net.parameters()) / 1e6 == pytest.approx(millions, abs=0.1)


@pytest.mark.parametrize("name", PEERS)
def test_a_missing_library_is_named(name, monkeypatch):
    module, _ = NETWORKS[name]
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, PEERS[name][1], None)
    for part in [part for part in sys.modules if part.startswith(f"{PEERS[name][1]}.")]:
        monkeypatch.delitem(sys.modules, part)
    with pytest.raises(DataError, match=rf"needs '{PEERS[name][1]}.*not installed; run: pip install"):
        build_network(name)
