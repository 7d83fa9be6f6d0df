package io.undertone.job.kafka;

import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.udfs.enrolment.Voiceprints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with voiceprints, in words; null if they can be used. Whoever keeps them asks no less than whoever compares. */
final class VoiceprintCheck {
    /** Of every model that fits: a longer one would be somebody's mistake, or an attack. */
    private static final int MOST_DIMENSIONS = 4_096;

    private static final double UNIT_TOLERANCE = 0.02;
    /** In the contract. */
    private static final int MOST_IDS = 32;

    private static final int MOST_MODEL_CHARACTERS = 200;
    /** Far from any loudness there is, and from what would make a mean infinite. */
    private static final double MOST_LUFS = 200;

    private static final double MOST_SPEECH_SECONDS = 1e9;

    private VoiceprintCheck() {}

    static @Nullable String problem(SpeakerVoiceprint voiceprint) {
        String problem = problem(voiceprint.getEmbedding());
        problem = problem == null ? measuresProblem(voiceprint) : problem;
        return problem == null ? originProblem(voiceprint) : problem;
    }

    static @Nullable String problem(@Nullable List<Float> embedding) {
        if (embedding == null || embedding.isEmpty() || embedding.size() > MOST_DIMENSIONS) {
            return "a voiceprint of %s numbers, expected 1 to %d"
                    .formatted(embedding == null ? "no" : embedding.size(), MOST_DIMENSIONS);
        }
        double squares = 0;
        for (float value : embedding) {
            squares += (double) value * value;
        }
        return Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE
                ? null
                : "a voiceprint of length %.3f, expected 1".formatted(Math.sqrt(squares));
    }

    private static @Nullable String measuresProblem(SpeakerVoiceprint voiceprint) {
        Double lufs = voiceprint.getLoudnessLufs();
        if (lufs != null && !(Math.abs(lufs) <= MOST_LUFS)) {
            return "loudness_lufs is %s, expected -%.0f to %.0f".formatted(lufs, MOST_LUFS, MOST_LUFS);
        }
        if (!isWithin(voiceprint.getMeanAbsolute(), 1)) {
            return "mean_absolute is %s, expected 0 to 1".formatted(voiceprint.getMeanAbsolute());
        }
        return isWithin(voiceprint.getSpeechSeconds(), MOST_SPEECH_SECONDS)
                ? null
                : "speech_seconds is %s, expected 0 to %.0f"
                        .formatted(voiceprint.getSpeechSeconds(), MOST_SPEECH_SECONDS);
    }

    private static @Nullable String originProblem(SpeakerVoiceprint voiceprint) {
        int enrollments = voiceprint.getEnrollments();
        if (enrollments < 1 || enrollments > Voiceprints.MOST_ENROLLMENTS) {
            return "a voiceprint of %d recordings, expected 1 to %d"
                    .formatted(enrollments, Voiceprints.MOST_ENROLLMENTS);
        }
        int ids = voiceprint.getEnrollmentIds().size();
        if (ids > MOST_IDS) {
            return "a voiceprint with %d enrollment_ids, expected at most %d".formatted(ids, MOST_IDS);
        }
        if (voiceprint.getModelId().length() > MOST_MODEL_CHARACTERS
                || voiceprint.getModelVersion().length() > MOST_MODEL_CHARACTERS) {
            return "a model whose id or version is longer than %d characters".formatted(MOST_MODEL_CHARACTERS);
        }
        return voiceprint.getEnrolledSince().isAfter(voiceprint.getUpdatedAt())
                ? "enrolled_since %s is after updated_at %s"
                        .formatted(voiceprint.getEnrolledSince(), voiceprint.getUpdatedAt())
                : null;
    }

    /** Not for NaN. */
    private static boolean isWithin(double value, double most) {
        return value >= 0 && value <= most;
    }
}
