/** The post-call leg: gathers what the live leg sent and writes rows. */
@NullMarked
package io.undertone.job.postcall;

import org.jspecify.annotations.NullMarked;
