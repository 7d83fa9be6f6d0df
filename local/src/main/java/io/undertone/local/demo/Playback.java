package io.undertone.local.demo;

import io.undertone.gateway.CallPublisher;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.Pacer;
import io.undertone.gateway.PublishTally;
import io.undertone.gateway.Speed;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Recordings being published by a thread of its own. */
final class Playback implements AutoCloseable {
    private static final PublishTally NOT_YET = new PublishTally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final FutureTask<PublishTally> task;
    private final Thread thread;
    private volatile PublishTally soFar = NOT_YET;

    private Playback(String bootstrapServers, List<CallScript> calls, Speed speed, Faults faults) {
        task = new FutureTask<>(() -> publish(bootstrapServers, calls, speed, faults));
        thread = new Thread(task, "publish-recordings");
        thread.setDaemon(true);
    }

    static Playback start(String bootstrapServers, List<CallScript> calls, Speed speed, Faults faults) {
        var playback = new Playback(bootstrapServers, calls, speed, faults);
        playback.thread.start();
        return playback;
    }

    /** Whether all is published. Throws what publishing has thrown. */
    boolean isDone() throws InterruptedException {
        if (!task.isDone()) {
            return false;
        }
        try {
            task.get();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the recordings could not be published", e.getCause());
        }
    }

    PublishTally soFar() {
        return soFar;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private PublishTally publish(String bootstrapServers, List<CallScript> calls, Speed speed, Faults faults)
            throws IOException, InterruptedException {
        try (var sink = KafkaRecordSink.connect(bootstrapServers, "call-media", KafkaRecordSink.PATIENCE)) {
            return new CallPublisher(sink, speed, faults, Pacer.SYSTEM).publish(calls, tally -> soFar = tally);
        }
    }
}
