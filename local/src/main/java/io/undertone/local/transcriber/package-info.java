/** The transcriber of {@code transcriber/}, a Python service, as a process beside this JVM. */
@NullMarked
package io.undertone.local.transcriber;

import org.jspecify.annotations.NullMarked;
