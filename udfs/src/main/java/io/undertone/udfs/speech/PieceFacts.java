package io.undertone.udfs.speech;

/** A file of audio that belongs to an utterance. A POJO: it is checkpointed. */
public class PieceFacts {
    public String uri = "";
    /** Samples of the call's timeline. */
    public long begin;

    public long end;
    /** Written and closed; false once all retries have failed. */
    public boolean stored;

    public PieceFacts() {}
}
