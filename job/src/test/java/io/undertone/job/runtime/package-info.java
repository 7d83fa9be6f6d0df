/** Harnesses that the tests of all steps share. */
@NullMarked
package io.undertone.job.runtime;

import org.jspecify.annotations.NullMarked;
