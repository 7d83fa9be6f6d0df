/** Putting calls aside that crash a leg, and releasing them. */
@NullMarked
package io.undertone.local.quarantine;

import org.jspecify.annotations.NullMarked;
