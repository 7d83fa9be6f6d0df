"""Writes an ONNX graph line by line: each call adds one node and returns the name of its result."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
IR_VERSION = 8  # the newest that every runtime of opset 17 reads


class Graph:
    """Nodes and weights in the order in which they were added."""

    def __init__(self) -> None:
        """Begins with nothing; `samples` is the one input."""
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def add(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Adds a node of one result."""
        name = f"{operator.lower()}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, value: object, dtype: type = np.float32) -> str:
        """Adds a weight."""
        name = f"constant_{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def half(self, weights: np.ndarray) -> str:
        """A weight stored in 16 bits; the runtime widens it once, when it loads the graph."""
        return self.add("Cast", self.constant(weights, np.float16), to=TensorProto.FLOAT)

    def rename(self, result: str, name: str) -> None:
        """Makes a result an output of the graph."""
        self._nodes.append(helper.make_node("Identity", [result], [name], name=name + "_output"))

    def model(self, outputs: dict[str, int], producer: str) -> onnx.ModelProto:
        """The checked model; `outputs` are widths by name."""
        samples = helper.make_tensor_value_info("samples", TensorProto.FLOAT, ["batch", "n"])
        results = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", w]) for n, w in outputs.items()]
        graph = helper.make_graph(self._nodes, producer, [samples], results, self._weights)
        opset = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(graph, opset_imports=opset, producer_name=producer, ir_version=IR_VERSION)
        onnx.checker.check_model(model, full_check=True)
        return model
