/** Tests of what becomes of stored audio. */
@NullMarked
package io.undertone.job.audio;

import org.jspecify.annotations.NullMarked;
