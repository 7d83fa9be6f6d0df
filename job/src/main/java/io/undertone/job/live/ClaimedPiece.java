package io.undertone.job.live;

/** A piece that an utterance has claimed: a later version of it, or the other half of it, may ask again. A POJO: keyed state. */
public class ClaimedPiece {
    public String legId = "";
    /** With the leg it names the piece within its part. */
    public long begin;

    public boolean stored;

    public ClaimedPiece() {}

    ClaimedPiece(String legId, long begin, boolean stored) {
        this.legId = legId;
        this.begin = begin;
        this.stored = stored;
    }

    boolean is(String ofLeg, long from) {
        return begin == from && legId.equals(ofLeg);
    }
}
