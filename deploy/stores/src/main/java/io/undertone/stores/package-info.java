/** A store and a catalog that tests start. */
@NullMarked
package io.undertone.stores;

import org.jspecify.annotations.NullMarked;
