/** What every producer and consumer of Undertone's topics and tables agrees on. */
@NullMarked
package io.undertone.schemas;

import org.jspecify.annotations.NullMarked;
