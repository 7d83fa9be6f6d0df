/** A call as it arrives: sequencing of its streams, its life, secure pauses. */
@NullMarked
package io.undertone.udfs.call;

import org.jspecify.annotations.NullMarked;
