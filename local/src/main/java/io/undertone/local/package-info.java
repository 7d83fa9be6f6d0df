/** The command line of Undertone. */
@NullMarked
package io.undertone.local;

import org.jspecify.annotations.NullMarked;
