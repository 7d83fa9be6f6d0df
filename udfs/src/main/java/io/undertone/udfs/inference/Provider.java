package io.undertone.udfs.inference;

/** What ONNX Runtime computes on. */
public enum Provider {
    CUDA,
    CPU
}
