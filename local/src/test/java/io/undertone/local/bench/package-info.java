/** Measurements of the whole system, run by hand: nothing here is a test. */
@NullMarked
package io.undertone.local.bench;

import org.jspecify.annotations.NullMarked;
