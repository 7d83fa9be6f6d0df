package io.undertone.job.postcall;

import io.undertone.udfs.call.CallId;

/** The audio of a part of a call that was reported on. A POJO: keyed state. */
public class KeptAudio {
    public CallId id = new CallId();
    /** When it is to be deleted. */
    public long dueMillis;

    public KeptAudio() {}
}
