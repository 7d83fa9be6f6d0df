package io.undertone.udfs.call;

/** An instant on both clocks: when the gateway captured it and when it arrived here. A POJO: keyed state. */
public class Moment {
    public long captureMicros;
    public long arrivalMillis;

    public Moment() {}

    public Moment(long captureMicros, long arrivalMillis) {
        this.captureMicros = captureMicros;
        this.arrivalMillis = arrivalMillis;
    }

    /** Moves on, never back, on both clocks. */
    void advance(long captureMicros, long arrivalMillis) {
        this.captureMicros = Math.max(this.captureMicros, captureMicros);
        this.arrivalMillis = Math.max(this.arrivalMillis, arrivalMillis);
    }
}
