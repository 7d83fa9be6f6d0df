/** {@code undertone erase}: the right to erasure, with a proof for every store and topic. */
@NullMarked
package io.undertone.local.erase;

import org.jspecify.annotations.NullMarked;
