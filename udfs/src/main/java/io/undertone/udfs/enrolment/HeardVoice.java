package io.undertone.udfs.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * The speech of a recording.
 *
 * @param muLaw speech alone, at 8 kHz, as much as the model takes
 * @param speechSeconds all speech that was found
 * @param lufs integrated over speech (ITU-R BS.1770-4); null if no block of it is above −70 LUFS
 * @param meanAbsolute mean absolute sample of speech, as a fraction of full scale
 */
@SuppressWarnings("ArrayRecordComponent") // Nothing compares voices by equality.
public record HeardVoice(
        byte[] muLaw, double speechSeconds, @Nullable Double lufs, double meanAbsolute) implements Hearing {}
