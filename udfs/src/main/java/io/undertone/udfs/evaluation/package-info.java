/** How good models are, from their answers about recordings whose truth is known. Nothing is read or run here. */
@NullMarked
package io.undertone.udfs.evaluation;

import org.jspecify.annotations.NullMarked;
