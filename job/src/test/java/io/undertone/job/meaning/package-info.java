/** Tests of asking analysts. */
@NullMarked
package io.undertone.job.meaning;

import org.jspecify.annotations.NullMarked;
