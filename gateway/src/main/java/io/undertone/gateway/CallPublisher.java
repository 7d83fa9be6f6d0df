package io.undertone.gateway;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends any number of calls beside each other, each record at its time, from the thread that asks.
 *
 * <p>Invariant: records leave in the order of their times over all calls; at one time, in the order of the calls given.
 * A call costs one record in advance, so a thousand calls are a matter of the broker, not of threads.
 */
public final class CallPublisher {
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RecordSink sink;
    private final Speed speed;
    private final Faults faults;
    private final Pacer pacer;

    public CallPublisher(RecordSink sink, Speed speed, Faults faults, Pacer pacer) {
        this.sink = sink;
        this.speed = speed;
        this.faults = faults;
        this.pacer = pacer;
    }

    /**
     * Publishes the calls and returns when the broker has every record. The call that starts first begins now, the
     * others as much later as they start later, by this publisher's speed; what their records say of time is theirs.
     */
    public PublishTally publish(List<CallScript> calls, Progress progress) throws IOException, InterruptedException {
        PriorityQueue<OpenCall> open = opened(calls);
        var tally = new Tally(calls.size());
        long began = pacer.nanos();
        long nextReport = began + REPORT_NANOS;
        while (!open.isEmpty()) {
            OpenCall call = open.remove();
            pacer.waitUntil(began + speed.wallNanos(call.dueMicros()));
            send(call.key, call.next, tally);
            if (call.advance()) {
                open.add(call);
            } else {
                tally.countEnded();
            }
            if (pacer.nanos() - nextReport >= 0) {
                nextReport = pacer.nanos() + REPORT_NANOS;
                progress.at(tally.soFar());
            }
        }
        sink.flush();
        progress.at(tally.soFar());
        return tally.soFar();
    }

    private void send(byte[] key, OutgoingRecord record, Tally tally) throws IOException {
        if (record.fate() != Fate.LOST) {
            sink.send(key, record.value());
        }
        tally.count(record);
    }

    private PriorityQueue<OpenCall> opened(List<CallScript> calls) {
        Instant first =
                calls.stream().map(CallScript::start).min(Instant::compareTo).orElse(Instant.EPOCH);
        var open = new PriorityQueue<OpenCall>();
        for (CallScript call : calls) {
            open.add(new OpenCall(open.size(), call, ChronoUnit.MICROS.between(first, call.start()), faults));
        }
        return open;
    }

    /** A call that is being told, with its next record at hand. */
    private static final class OpenCall implements Comparable<OpenCall> {
        final byte[] key;
        final Iterator<OutgoingRecord> rest;
        final long startMicros;
        final int number;
        OutgoingRecord next;

        OpenCall(int number, CallScript script, long startMicros, Faults faults) {
            this.key = script.recording().key();
            this.number = number;
            this.startMicros = startMicros;
            this.rest = faults.over(script);
            this.next = rest.next();
        }

        long dueMicros() {
            return startMicros + next.atMicros();
        }

        boolean advance() {
            if (!rest.hasNext()) {
                return false;
            }
            next = rest.next();
            return true;
        }

        @Override
        public int compareTo(OpenCall other) {
            int byTime = Long.compare(dueMicros(), other.dueMicros());
            return byTime != 0 ? byTime : Integer.compare(number, other.number);
        }
    }
}
