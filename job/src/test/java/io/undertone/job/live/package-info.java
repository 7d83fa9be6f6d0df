/** Tests of the live leg. */
@NullMarked
package io.undertone.job.live;

import org.jspecify.annotations.NullMarked;
