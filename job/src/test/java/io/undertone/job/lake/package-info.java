/** Tests of the lake's schemas and rows. */
@NullMarked
package io.undertone.job.lake;

import org.jspecify.annotations.NullMarked;
