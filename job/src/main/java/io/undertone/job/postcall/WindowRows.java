package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.schema.EmotionWindow;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.UtteranceMood;
import io.undertone.udfs.moods.WindowFacts;

/** Emotion windows as they stand in their table. */
record WindowRows(CallId id, int revision, Speakers speakers) {
    EmotionWindow of(WindowFacts window) {
        var times = new CallTimes(id);
        EmotionWindow.Builder row = EmotionWindow.newBuilder()
                .setTenantId(id.tenantId)
                .setCallId(id.callId)
                .setCallStart(times.start())
                .setPart(id.part)
                .setRevision(revision)
                .setLegId(window.legId)
                .setWindowNumber(window.number)
                .setRole(window.role.name())
                .setBeginTime(times.at(window.begin))
                .setBeginS(CallTimes.seconds(window.begin))
                .setEndS(CallTimes.seconds(window.end))
                .setSmoothedNegative(window.smoothed[UtteranceMood.NEGATIVE])
                .setSmoothedNeutral(window.smoothed[UtteranceMood.NEUTRAL])
                .setSmoothedPositive(window.smoothed[UtteranceMood.POSITIVE])
                .setClassProbabilities(window.classes)
                .setLoudnessDeltaDb(window.loudnessDeltaDb)
                .setFailure(window.failure)
                .setEmotionModel(window.model);
        if (!speakers.refused()) {
            row.setVoice(window.voice == 0 ? null : window.voice).setSpeakerId(window.speakerId);
        }
        if (window.moods.length > 0) {
            row.setMood(UtteranceMood.likeliest(window.moods).name())
                    .setNegative(window.moods[UtteranceMood.NEGATIVE])
                    .setNeutral(window.moods[UtteranceMood.NEUTRAL])
                    .setPositive(window.moods[UtteranceMood.POSITIVE]);
        }
        return row.build();
    }
}
