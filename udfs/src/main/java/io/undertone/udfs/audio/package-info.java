/** Telephone audio: codecs, WAV files, resampling, the ring that holds a leg's last seconds. */
@NullMarked
package io.undertone.udfs.audio;

import org.jspecify.annotations.NullMarked;
