package io.undertone.udfs.speech;

/** A file of audio that belongs to an utterance. A POJO: it is checkpointed. */
public class PieceFacts {
    public String uri = "";
    public String legId = "";
    /** Samples of the call's timeline. */
    public long begin;

    public long end;
    /** Written and closed; false once all retries have failed. */
    public boolean stored;

    public PieceFacts() {}

    /** For whoever only refers to it, while what becomes of it is noted elsewhere. */
    public PieceFacts copy() {
        var copy = new PieceFacts();
        copy.uri = uri;
        copy.legId = legId;
        copy.begin = begin;
        copy.end = end;
        copy.stored = stored;
        return copy;
    }
}
