package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/** What one source said about consent, last word by last word; null where it said nothing. A POJO: keyed state. */
public class ConsentFacts {
    public @Nullable Boolean recording;
    public @Nullable Boolean emotion;
    public @Nullable Boolean biometrics;

    public ConsentFacts() {}

    /** Takes over what the same source says later; what it leaves open stays. */
    void merge(ConsentFacts news) {
        recording = news.recording == null ? recording : news.recording;
        emotion = news.emotion == null ? emotion : news.emotion;
        biometrics = news.biometrics == null ? biometrics : news.biometrics;
    }

    /** Of two words between which nobody knows the order: a refusal, else a consent, else null. */
    static @Nullable Boolean strictest(@Nullable Boolean one, @Nullable Boolean other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one && other;
    }
}
