package io.undertone.udfs.call;

/**
 * Every frame with media, accounted for. At a call's close {@code received + lost = duplicate + late + refused + withheld +
 * played}; concealed frames are both lost and played; records without media count nowhere, but for LOST ones, which count as
 * lost. A POJO: keyed state.
 */
public class FrameCounts {
    public long received;
    public long lost;
    public long duplicate;
    public long late;
    public long refused;
    public long withheld;
    public long played;

    public FrameCounts() {}

    FrameCounts copy() {
        var copy = new FrameCounts();
        copy.received = received;
        copy.lost = lost;
        copy.duplicate = duplicate;
        copy.late = late;
        copy.refused = refused;
        copy.withheld = withheld;
        copy.played = played;
        return copy;
    }

    /** Whether every frame that came or should have come has one fate. */
    public boolean balanced() {
        return received + lost == duplicate + late + refused + withheld + played;
    }
}
