package io.undertone.udfs.redaction;

/** Finds one kind of thing that must not be kept. */
interface Finder {
    void find(Passage passage, Findings findings);
}
