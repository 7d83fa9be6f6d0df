/** What models hear: samples turned into the rows of their inputs, as the reference implementations do it. */
@NullMarked
package io.undertone.udfs.frontend;

import org.jspecify.annotations.NullMarked;
