package io.undertone.udfs.conversation;

import java.util.List;

/** Small calls written by hand: 1,000 samples a second, so that a time in milliseconds is a sample. */
final class TestCalls {

    static final int RATE = 1_000;

    private TestCalls() {}

    static Interval at(long fromMillis, long toMillis) {
        return new Interval(fromMillis, toMillis);
    }

    static Talk customer(long fromMillis, long toMillis) {
        return new Talk("leg-c", "customer", Speaker.CUSTOMER, 1, at(fromMillis, toMillis), false);
    }

    static Talk agent(long fromMillis, long toMillis) {
        return new Talk("leg-a", "agent", Speaker.AGENT, 1, at(fromMillis, toMillis), false);
    }

    static CallSpan lasting(long millis) {
        return new CallSpan(RATE, millis, List.of(), List.of());
    }

    static CallSpan withHolds(long millis, Interval... holds) {
        return new CallSpan(RATE, millis, List.of(holds), List.of());
    }

    static CallSpan withRedactions(long millis, Interval... redactions) {
        return new CallSpan(RATE, millis, List.of(), List.of(redactions));
    }

    static TalkTimeline timeline(CallSpan call, Talk... talks) {
        return new TalkTimeline(List.of(talks), call);
    }
}
