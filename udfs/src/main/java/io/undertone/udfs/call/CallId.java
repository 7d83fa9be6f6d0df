package io.undertone.udfs.call;

/** Which call: every id, row, key and file name carries it. A POJO: it is part of checkpointed requests. */
public class CallId {
    public String tenantId = "";
    public String callId = "";
    /** Event time of its first record, microseconds since 1970. */
    public long startMicros;
    /** From 0: a call that was closed by time-out and went on. */
    public int part;

    public CallId() {}

    public CallId(String tenantId, String callId, long startMicros, int part) {
        this.tenantId = tenantId;
        this.callId = callId;
        this.startMicros = startMicros;
        this.part = part;
    }

    /** Key of every record and of all state about a call id, whatever its parts. */
    public String key() {
        return tenantId + "|" + callId;
    }

    /** Tells the parts and starts under one {@link #key} apart. */
    public String partKey() {
        return startMicros + "|" + part;
    }
}
