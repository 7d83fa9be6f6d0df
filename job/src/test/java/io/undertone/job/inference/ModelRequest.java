package io.undertone.job.inference;

import io.undertone.udfs.call.CallId;

/**
 * A window of a leg that a model is asked about. A POJO: requests under way are written to checkpoints, 24 KB for 3 s.
 *
 * <p>Answers come in any order and by any route; the number says which window of the leg it was.
 */
public class ModelRequest {
    public CallId id = new CallId();
    public String legId = "";
    /** Of the leg's windows, from 0. */
    public long number;
    /** Position of its first sample on the leg's timeline. */
    public long from;
    /** Its samples at 8 kHz. */
    public byte[] muLaw = new byte[0];

    public ModelRequest() {}
}
