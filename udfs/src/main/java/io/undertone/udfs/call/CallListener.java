package io.undertone.udfs.call;

/** Takes what {@link CallIntake} makes of a call's records, in the order in which later stages must see it. */
public interface CallListener {
    /** The call was opened, or what is known of it changed. */
    void changed(CallState call);

    void media(CallState call, LegChunk chunk);

    /** What was played of a leg must be forgotten from a position on. */
    void recalled(CallState call, Recall recall);

    /** All media is out; nothing of this part comes any more. */
    void closed(CallState call, CallHeader header);

    /** The call's announced end names so many records for which the call had no time: they were never there. */
    void overstated(CallState call, long records);

    void refused(CallState call, MediaFrame frame, Refusal refusal);
}
