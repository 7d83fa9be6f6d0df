/** Tests of the graphs as wholes. */
@NullMarked
package io.undertone.job;

import org.jspecify.annotations.NullMarked;
