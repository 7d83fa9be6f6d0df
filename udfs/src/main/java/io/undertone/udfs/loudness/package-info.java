/** How loud: BS.1770 loudness, RMS, peak and the audio properties of a leg, its spectrum included. */
@NullMarked
package io.undertone.udfs.loudness;

import org.jspecify.annotations.NullMarked;
