# SPDX-License-Identifier: GPL-2.0-or-later
"""What files an ONNX file reads, found in its bytes without the onnx package: wherever they are named, and however."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from noise2map_qgis.engine.model.onnx_file.external_data import ROUTES, external_files, locations
from tests.engine.making import write_graph


def tensor(location: str | None = "w.bin", name: str = "w") -> onnx.TensorProto:
    """A tensor of four floats that lie in another file, or in itself."""
    made = onnx.TensorProto(name=name, data_type=TensorProto.FLOAT, dims=[4])
    if location is None:
        made.raw_data = bytes(16)
        return made
    made.data_location = TensorProto.EXTERNAL
    made.external_data.add(key="offset", value="0")
    made.external_data.add(key="location", value=location)
    return made


def graph(*tensors: onnx.TensorProto, nodes: tuple[onnx.NodeProto, ...] = ()) -> onnx.GraphProto:
    return onnx.GraphProto(name="g", node=nodes, initializer=tensors)


def sparse(location: str) -> onnx.SparseTensorProto:
    return onnx.SparseTensorProto(values=tensor(None), indices=tensor(location), dims=[8])


def node(**attributes: object) -> onnx.NodeProto:
    made = helper.make_node("Constant", [], ["w"])
    made.attribute.add(name="a", **attributes)
    return made


MODELS: dict[str, Callable[[], onnx.ModelProto]] = {
    "initializer": lambda: onnx.ModelProto(graph=graph(tensor(None, "v"), tensor())),
    "sparse initializer": lambda: onnx.ModelProto(
        graph=onnx.GraphProto(name="g", sparse_initializer=[sparse("w.bin")])
    ),
    "constant": lambda: onnx.ModelProto(graph=graph(nodes=(node(t=tensor()),))),
    "list of constants": lambda: onnx.ModelProto(graph=graph(nodes=(node(tensors=[tensor(None), tensor()]),))),
    "sparse constant": lambda: onnx.ModelProto(graph=graph(nodes=(node(sparse_tensor=sparse("w.bin")),))),
    "branch": lambda: onnx.ModelProto(graph=graph(nodes=(node(g=graph(nodes=(node(g=graph(tensor())),))),))),
    "branches": lambda: onnx.ModelProto(graph=graph(nodes=(node(graphs=[graph(), graph(tensor())]),))),
    "function": lambda: onnx.ModelProto(functions=[onnx.FunctionProto(name="f", node=[node(t=tensor())])]),
    "default of a function": lambda: onnx.ModelProto(
        functions=[onnx.FunctionProto(name="f", attribute_proto=[onnx.AttributeProto(name="a", t=tensor())])]
    ),
    "training": lambda: onnx.ModelProto(training_info=[onnx.TrainingInfoProto(initialization=graph(tensor()))]),
}


@pytest.mark.parametrize("place", MODELS)
def test_a_location_is_found_wherever_a_tensor_can_be(place: str) -> None:
    assert locations(MODELS[place]().SerializeToString()) == {"w.bin"}


def test_the_routes_are_all_there_are() -> None:
    """Held against the definition of the format: every field on every way from a model to external data."""
    kinds, waiting = {}, [onnx.ModelProto.DESCRIPTOR]
    while waiting:
        kind = waiting.pop()
        if kind.name not in kinds:
            kinds[kind.name] = {field.number: field for field in kind.fields if field.message_type is not None}
            waiting += [field.message_type for field in kinds[kind.name].values()]
    leading = {"TensorProto"}
    for _ in kinds:
        leading |= {name for name, fields in kinds.items() if leading & {f.message_type.name for f in fields.values()}}
    assert leading == ROUTES.keys()
    for name in leading:
        assert ROUTES[name] == {
            number: field.message_type.name
            for number, field in kinds[name].items()
            if field.message_type.name in leading or field.name == "external_data"
        }


def test_a_file_that_holds_all_of_itself_names_none(tmp_path: Path) -> None:
    assert external_files(write_graph(tmp_path / "change.onnx")) == set()
    # Not the words count but where they stand.
    assert (
        locations(onnx.ModelProto(producer_name="location", graph=graph(tensor(None, "location"))).SerializeToString())
        == set()
    )


def test_paths_are_read_from_the_file_s_folder(tmp_path: Path) -> None:
    model = onnx.ModelProto(
        graph=graph(tensor("a/w.bin"), tensor("../w.bin"), tensor("/etc/passwd"), tensor("a/w.bin"))
    )
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    assert external_files(tmp_path / "m.onnx") == {
        tmp_path / "a" / "w.bin",
        tmp_path / ".." / "w.bin",
        Path("/etc/passwd"),
    }


def run_of_bytes(number: int, content: bytes, longer: bool = False) -> bytes:
    """A field of bytes as protobuf writes it, or with a longer number for its size, which readers take, too."""
    assert len(content) < 128
    size = bytes([len(content) | 0x80, 0x80, 0]) if longer else bytes([len(content)])
    return bytes([number << 3 | 2]) + size + content


def test_a_location_without_a_place_is_one() -> None:
    assert locations(run_of_bytes(7, run_of_bytes(5, run_of_bytes(13, run_of_bytes(1, b"location"))))) == {""}


@pytest.mark.parametrize(
    "entry",
    [
        run_of_bytes(2, b"good") + run_of_bytes(2, b"evil") + run_of_bytes(1, b"location"),
        run_of_bytes(1, b"offset") + run_of_bytes(2, b"evil") + run_of_bytes(1, b"location", longer=True),
        b"\x18\x05" + run_of_bytes(1, b"location") + b"\x2d1234" + run_of_bytes(2, b"evil", longer=True),
    ],
    ids=["given twice", "overwritten", "among unknown fields"],
)
def test_odd_writing_hides_no_location(entry: bytes) -> None:
    data = run_of_bytes(7, run_of_bytes(5, run_of_bytes(13, entry, longer=True)), longer=True)
    (read,) = onnx.load_from_string(data).graph.initializer[0].external_data
    assert (read.key, read.value) == ("location", "evil")
    assert "evil" in locations(data)


@given(data=st.data())
def test_a_model_cut_short_or_overwritten_is_refused_or_read_as_onnx_reads_it(data: st.DataObject) -> None:
    whole = bytearray(MODELS[data.draw(st.sampled_from(sorted(MODELS)))]().SerializeToString())
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    try:
        model = onnx.load_from_string(broken)
    except Exception:  # protobuf's own exceptions
        return
    try:
        found = locations(broken)
    except ValueError:
        return
    assert set(_named(model)) <= found


def _named(message: object) -> list[str]:
    """Every location in a model that the onnx package has read."""
    if isinstance(message, onnx.TensorProto):
        return [entry.value for entry in message.external_data if entry.key == "location"]
    found = []
    for field, value in message.ListFields():  # type: ignore[attr-defined]
        if field.message_type is not None:
            many = value if not hasattr(value, "ListFields") else [value]
            found += [location for one in many for location in _named(one)]
    return found


@pytest.mark.parametrize("data", [b"no graph", b"", b"\x3a\x7f", b"\x3a" + b"\xff" * 12, b"\x3b", b"\x00\x00"])
def test_what_is_no_onnx_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.onnx").write_bytes(data)
    with pytest.raises(ValueError, match="it"):
        external_files(tmp_path / "m.onnx")
