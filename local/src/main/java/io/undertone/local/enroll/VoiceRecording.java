package io.undertone.local.enroll;

import io.undertone.gateway.AudioFiles;
import io.undertone.schema.Codec;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schemas.CallKey;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.enrolment.EnrolmentRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose voice a recording has.
 *
 * @param name what people call the speaker, if anything
 * @param consent whether the speaker agreed to be known by voice
 */
public record VoiceRecording(
        String tenant, String speaker, @Nullable String name, boolean consent, Path file) {
    public VoiceRecording {
        CallKey.requirePlainId("--tenant", tenant);
        CallKey.requirePlainId("--speaker", speaker);
    }

    /**
     * The recording as a record: one channel, 8 kHz, 16 bits.
     *
     * @throws IllegalArgumentException for one of two channels or over a minute, which no voiceprint is made of
     */
    public SpeakerEnrollment read(UUID enrollmentId, Instant now) throws IOException {
        return with(AudioFiles.read(file).atEightKilohertz(), enrollmentId, now);
    }

    /** The same of audio that was read already, at 8 kHz. */
    public SpeakerEnrollment with(Recording recording, UUID enrollmentId, Instant now) {
        if (recording.channels().length != 1) {
            throw new IllegalArgumentException("%s has %d channels; expected one voice on one channel"
                    .formatted(file, recording.channels().length));
        }
        int seconds = recording.samples() / Recording.TELEPHONE_HZ;
        if (recording.samples() > EnrolmentRules.LONGEST_SECONDS * Recording.TELEPHONE_HZ) {
            throw new IllegalArgumentException("%s lasts %d s; at most %d s are taken, 10 s are plenty"
                    .formatted(file, seconds, EnrolmentRules.LONGEST_SECONDS));
        }
        return SpeakerEnrollment.newBuilder()
                .setTenantId(tenant)
                .setSpeakerId(speaker)
                .setEnrollmentId(enrollmentId.toString())
                .setName(name)
                .setEventTime(now)
                .setConsentBiometrics(consent)
                .setCodec(Codec.L16_LE)
                .setSampleRateHz(Recording.TELEPHONE_HZ)
                .setAudio(encoded(recording))
                .build();
    }

    private static ByteBuffer encoded(Recording recording) {
        byte[] bytes = new byte[recording.samples() * Encoding.L16_LE.bytesPerSample()];
        Encoding.L16_LE.encode(recording.channels()[0], 0, recording.samples(), bytes, 0);
        return ByteBuffer.wrap(bytes);
    }
}
