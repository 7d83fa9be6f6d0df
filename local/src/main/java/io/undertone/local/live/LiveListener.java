package io.undertone.local.live;

/** Takes in what the live leg publishes, repeats included: hand-overs are at-least-once. */
public interface LiveListener {
    /** Something is said about a call, what follows; {@code atMillis} is Kafka's time of it. */
    default void news(CallPart call, long atMillis) {}

    void heard(CallPart call, HeardSecond second);

    void judged(CallPart call, MoodWindow window);

    /** What was read of a leg's moods is taken back, and is not to be shown again. */
    void withdrawn(CallPart call, String legId);

    void alerted(CallPart call, AlertEvent event);

    void uttered(CallPart call, SpokenUtterance utterance);

    void ended(CallPart call, CallEnd end);
}
