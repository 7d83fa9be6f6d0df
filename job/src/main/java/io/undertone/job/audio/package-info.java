/** Audio that was stored and must not stay: files of a file system that Flink knows, erased away from the threads that work on calls. */
@NullMarked
package io.undertone.job.audio;

import org.jspecify.annotations.NullMarked;
