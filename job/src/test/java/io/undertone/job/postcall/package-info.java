/** Tests of the post-call leg. */
@NullMarked
package io.undertone.job.postcall;

import org.jspecify.annotations.NullMarked;
