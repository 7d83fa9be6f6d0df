/** Tests of the contracts. */
@NullMarked
package io.undertone.schemas;

import org.jspecify.annotations.NullMarked;
