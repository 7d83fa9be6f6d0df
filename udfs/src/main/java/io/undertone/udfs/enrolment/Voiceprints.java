package io.undertone.udfs.enrolment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How voiceprints come of enrolments, and which of two is to be believed. */
public final class Voiceprints {
    /** Ids by which repeats are known: they come within a day, by a restart or by somebody who tries again. */
    static final int MOST_IDS = 32;

    /** Recordings that count at most: sums and weights stay small, however long somebody goes on. */
    public static final int MOST_ENROLLMENTS = 1_000_000;

    private Voiceprints() {}

    /** The voiceprint after an enrolment that was embedded. */
    static Voiceprint with(@Nullable Voiceprint held, Enrolment enrolment, long atMillis) {
        Voiceprint alone = of(enrolment, atMillis);
        return held == null || !sameModel(held, alone) ? alone : mean(held, alone);
    }

    /** Whether a voice can be known by it: it has a length, and one that is finite. */
    static boolean isDirection(float @Nullable [] embedding) {
        double length = embedding == null ? 0 : length(embedding);
        return length > 0 && Double.isFinite(length);
    }

    /** Whether {@code other}, of the same speaker, knows more than {@code held}, or is of a model that came later. */
    static boolean isNewer(Voiceprint other, Voiceprint held) {
        return sameModel(other, held) ? other.enrollments > held.enrollments : other.updatedMillis > held.updatedMillis;
    }

    /** Whether both are of one model and none knows what the other knows: then they belong together. */
    static boolean areApart(Voiceprint one, Voiceprint other) {
        return sameModel(one, other) && Collections.disjoint(one.enrollmentIds, other.enrollmentIds);
    }

    /** Both, each with the weight of its recordings. */
    static Voiceprint mean(Voiceprint one, Voiceprint other) {
        Voiceprint newer = one.updatedMillis > other.updatedMillis ? one : other;
        Voiceprint older = newer == one ? other : one;
        var mean = new Voiceprint();
        mean.name = newer.name == null ? older.name : newer.name;
        mean.embedding = direction(older, newer);
        mean.modelId = newer.modelId;
        mean.modelVersion = newer.modelVersion;
        mean.enrollments = Math.min(MOST_ENROLLMENTS, older.enrollments + newer.enrollments);
        mean.lufs = lufs(older, newer);
        mean.meanAbsolute = weighted(older, older.meanAbsolute, newer, newer.meanAbsolute);
        mean.speechSeconds = older.speechSeconds + newer.speechSeconds;
        mean.enrollmentIds = newest(older.enrollmentIds, newer.enrollmentIds);
        mean.sinceMillis = Math.min(older.sinceMillis, newer.sinceMillis);
        mean.updatedMillis = newer.updatedMillis;
        return mean;
    }

    private static Voiceprint of(Enrolment enrolment, long atMillis) {
        var voiceprint = new Voiceprint();
        voiceprint.name = enrolment.name;
        voiceprint.embedding = unit(Objects.requireNonNull(enrolment.embedding, "an enrolment that failed"));
        voiceprint.modelId = enrolment.modelId;
        voiceprint.modelVersion = enrolment.modelVersion;
        voiceprint.lufs = enrolment.lufs;
        voiceprint.meanAbsolute = enrolment.meanAbsolute;
        voiceprint.speechSeconds = enrolment.speechSeconds;
        voiceprint.enrollments = 1;
        voiceprint.enrollmentIds.add(enrolment.enrollmentId);
        voiceprint.sinceMillis = atMillis;
        voiceprint.updatedMillis = atMillis;
        return voiceprint;
    }

    private static boolean sameModel(Voiceprint one, Voiceprint other) {
        return one.modelId.equals(other.modelId)
                && one.modelVersion.equals(other.modelVersion)
                && one.embedding.length == other.embedding.length;
    }

    private static double length(float[] embedding) {
        double squares = 0;
        for (float component : embedding) {
            squares += (double) component * component;
        }
        return Math.sqrt(squares);
    }

    private static float[] unit(float[] embedding) {
        double length = length(embedding);
        float[] unit = new float[embedding.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (embedding[i] / length);
        }
        return unit;
    }

    /** Opposite voices have no mean; then the newer one counts alone. */
    private static float[] direction(Voiceprint older, Voiceprint newer) {
        double[] sum = new double[newer.embedding.length];
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = weighted(older, older.embedding[i], newer, newer.embedding[i]);
            squares += sum[i] * sum[i];
        }
        if (!(squares > 0)) {
            return newer.embedding;
        }
        float[] direction = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            direction[i] = (float) (sum[i] / Math.sqrt(squares));
        }
        return direction;
    }

    private static @Nullable Double lufs(Voiceprint older, Voiceprint newer) {
        if (older.lufs == null) {
            return newer.lufs;
        }
        return newer.lufs == null ? older.lufs : Double.valueOf(weighted(older, older.lufs, newer, newer.lufs));
    }

    private static double weighted(Voiceprint one, double ofOne, Voiceprint other, double ofOther) {
        return (one.enrollments * ofOne + other.enrollments * ofOther) / (one.enrollments + other.enrollments);
    }

    private static List<String> newest(List<String> older, List<String> newer) {
        List<String> ids = new ArrayList<>(older);
        ids.addAll(newer);
        return new ArrayList<>(ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size()));
    }
}
