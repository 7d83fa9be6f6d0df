package io.undertone.udfs.enrolment;

/** Samples {@code [from, to)} of a recording. */
record Stretch(int from, int to) {
    int length() {
        return to - from;
    }

    boolean holds(int sample) {
        return from <= sample && sample < to;
    }
}
