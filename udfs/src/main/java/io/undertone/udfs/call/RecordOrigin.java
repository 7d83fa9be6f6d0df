package io.undertone.udfs.call;

/** Where a record lies in Kafka: all that a dead letter may say about it. A POJO: it waits in keyed state with its frame. */
public class RecordOrigin {
    public String topic = "";
    public int partition;
    public long offset;
    /** Kafka's time stamp. */
    public long recordMillis;

    public int bytes;

    public RecordOrigin() {}

    public RecordOrigin(String topic, int partition, long offset, long recordMillis, int bytes) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.recordMillis = recordMillis;
        this.bytes = bytes;
    }
}
