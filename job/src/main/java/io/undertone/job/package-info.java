/** The Flink jobs: a graph per leg, and the steps that it is made of. */
@NullMarked
package io.undertone.job;

import org.jspecify.annotations.NullMarked;
