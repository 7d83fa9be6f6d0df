/** The live leg, keyed by call. */
@NullMarked
package io.undertone.job.live;

import org.jspecify.annotations.NullMarked;
