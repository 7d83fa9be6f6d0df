package io.undertone.job.postcall;

import io.undertone.job.kafka.WindowContract;
import io.undertone.schema.EmotionWindow;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.WindowFacts;

/** Emotion windows as they stand in their table: who spoke only where voices may be told. */
record WindowRows(CallId id, int revision, Speakers speakers) {
    EmotionWindow of(WindowFacts window) {
        EmotionWindow row = WindowContract.write(id, revision, window);
        if (speakers.refused()) {
            row.setVoice(null);
            row.setSpeakerId(null);
        }
        return row;
    }
}
