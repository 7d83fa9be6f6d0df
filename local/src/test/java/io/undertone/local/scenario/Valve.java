package io.undertone.local.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;

/** Passes elements on unless its file exists: then the subtask is stuck, as in front of a sink that does not answer. */
final class Valve<T> implements MapFunction<T, T> {
    private static final long serialVersionUID = 1;
    private static final long LOOK_NANOS = 20_000_000;

    private final String file;

    Valve(Path file) {
        this.file = file.toString();
    }

    @Override
    public T map(T element) throws InterruptedException {
        waitWhileShut(Path.of(file));
        return element;
    }

    /** Returns once {@code file} is gone. */
    static void waitWhileShut(Path file) throws InterruptedException {
        while (Files.exists(file)) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled in front of a shut valve");
            }
        }
    }
}
