package io.undertone.job.inference;

import io.undertone.udfs.call.CallId;
import org.jspecify.annotations.Nullable;

/** What came of a {@link ModelRequest}: scores, or why there are none. A POJO, without the audio. */
public class ModelReply {
    public CallId id = new CallId();
    public String legId = "";
    /** Of the leg's windows, from 0. */
    public long number;
    /** Position of the window's first sample on the leg's timeline. */
    public long from;
    /** Samples of the window at 8 kHz. */
    public int length;
    /** Null if it failed. */
    public float @Nullable [] scores;
    /** Name of the failure; null if there are scores. */
    public @Nullable String failure;

    public ModelReply() {}

    static ModelReply to(ModelRequest request) {
        var reply = new ModelReply();
        reply.id = request.id;
        reply.legId = request.legId;
        reply.number = request.number;
        reply.from = request.from;
        reply.length = request.muLaw.length;
        return reply;
    }

    /** The job's key: the call's. */
    public String key() {
        return id.key();
    }
}
