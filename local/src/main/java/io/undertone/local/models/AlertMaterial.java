package io.undertone.local.models;

import java.util.Locale;

/** What alerts are measured on. */
enum AlertMaterial {
    ACTED("acted, calm and angry"),
    READ("read aloud"),
    REAL("real calls"),
    /** No calm speech, and no reason for an alert either: it shows what the model takes for anger. */
    HAPPY("acted, happy");

    private final String words;

    AlertMaterial(String words) {
        this.words = words;
    }

    boolean isCalm() {
        return this != HAPPY;
    }

    /** In JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return words;
    }
}
