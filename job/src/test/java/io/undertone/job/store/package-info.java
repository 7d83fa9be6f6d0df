/** Tests of the tables. */
@NullMarked
package io.undertone.job.store;

import org.jspecify.annotations.NullMarked;
