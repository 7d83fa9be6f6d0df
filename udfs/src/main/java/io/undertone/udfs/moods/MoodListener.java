package io.undertone.udfs.moods;

/** Who is told what a judge decides, at once and in order. */
public interface MoodListener {
    /** An alert was raised, updated or cleared. */
    void alert(AlertFacts alert);
}
