/**
 * Models that run: sessions shared by the JVM, windows in and answers out, one queue for all who ask. Plain Java and ONNX Runtime.
 */
@NullMarked
package io.undertone.udfs.inference;

import org.jspecify.annotations.NullMarked;
