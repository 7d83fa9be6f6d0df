package io.undertone.job.kafka;

import io.undertone.schema.EmotionWindow;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.moods.UtteranceMood;
import io.undertone.udfs.moods.WindowFacts;
import org.jspecify.annotations.Nullable;

/** Emotion windows as their table has them. */
public final class WindowContract {
    private WindowContract() {}

    /** The row of a window of that call, of one revision of it. */
    public static EmotionWindow write(CallId id, int revision, WindowFacts from) {
        var times = new CallTimes(id);
        EmotionWindow.Builder row = EmotionWindow.newBuilder()
                .setTenantId(id.tenantId)
                .setCallId(id.callId)
                .setCallStart(times.start())
                .setPart(id.part)
                .setRevision(revision)
                .setLegId(from.legId)
                .setWindowNumber(from.number)
                .setRole(from.role.name())
                .setVoice(from.voice == 0 ? null : from.voice)
                .setSpeakerId(from.speakerId)
                .setBeginTime(times.at(from.begin))
                .setBeginS(CallTimes.seconds(from.begin))
                .setEndS(CallTimes.seconds(from.end))
                .setSmoothedNegative(from.smoothed[UtteranceMood.NEGATIVE])
                .setSmoothedNeutral(from.smoothed[UtteranceMood.NEUTRAL])
                .setSmoothedPositive(from.smoothed[UtteranceMood.POSITIVE])
                .setClassProbabilities(from.classes)
                .setLoudnessDeltaDb(from.loudnessDeltaDb)
                .setFailure(from.failure)
                .setEmotionModel(from.model);
        if (from.moods.length > 0) {
            row.setMood(UtteranceMood.likeliest(from.moods).name())
                    .setNegative(from.moods[UtteranceMood.NEGATIVE])
                    .setNeutral(from.moods[UtteranceMood.NEUTRAL])
                    .setPositive(from.moods[UtteranceMood.POSITIVE]);
        }
        return row.build();
    }

    /** The window that became such a row. */
    static WindowFacts read(EmotionWindow from) {
        var window = new WindowFacts();
        window.legId = from.getLegId();
        window.number = from.getWindowNumber();
        window.role = Role.valueOf(from.getRole());
        window.voice = from.getVoice() == null ? 0 : from.getVoice();
        window.speakerId = from.getSpeakerId();
        window.begin = sample(from.getBeginS());
        window.end = sample(from.getEndS());
        window.smoothed =
                new double[] {from.getSmoothedNegative(), from.getSmoothedNeutral(), from.getSmoothedPositive()};
        window.moods = moods(from.getNegative(), from.getNeutral(), from.getPositive());
        window.classes.putAll(from.getClassProbabilities());
        window.loudnessDeltaDb = from.getLoudnessDeltaDb();
        window.failure = from.getFailure();
        window.model = from.getEmotionModel();
        return window;
    }

    private static double[] moods(@Nullable Double negative, @Nullable Double neutral, @Nullable Double positive) {
        return negative == null || neutral == null || positive == null
                ? new double[0]
                : new double[] {negative, neutral, positive};
    }

    private static long sample(double seconds) {
        return Math.round(seconds * CallTimes.SAMPLE_RATE_HZ);
    }
}
