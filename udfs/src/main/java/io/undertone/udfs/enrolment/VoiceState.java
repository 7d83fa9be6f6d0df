package io.undertone.udfs.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of one speaker. A POJO: keyed state. */
public class VoiceState {
    /** Null for a speaker who is not enrolled. */
    public @Nullable Voiceprint voiceprint;
    /** Calls that may still be open, the last to ask last. */
    public List<AskingCall> calls = new ArrayList<>();
    /** Kafka's time of the last tombstone; 0 once nothing can come any more that was meant by it. */
    public long forgottenMillis;
    /** Kafka's time of the newest recording that the topic is known to hold of this voice, 0 for none: a tombstone after it ends it. */
    public long returnedMillis;
    /** When this speaker's one timer fires; 0 for none. */
    public long timerMillis;

    public VoiceState() {}
}
