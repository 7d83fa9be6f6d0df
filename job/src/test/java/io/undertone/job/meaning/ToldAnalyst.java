package io.undertone.job.meaning;

import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Answers at once, or as it is told. */
final class ToldAnalyst implements CallAnalyst {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    volatile boolean holds;
    volatile boolean silent;
    volatile boolean broken;
    volatile boolean closed;

    @Override
    public CompletionStage<PartMeaning> analyse(AnalysisPart part, List<String> knownTopics) {
        asked.countDown();
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        if (holds) {
            hold();
        }
        var answer = new PartMeaning();
        answer.part = part.number;
        answer.topic = "topic %d of %s".formatted(part.number, knownTopics);
        return silent ? new CompletableFuture<>() : CompletableFuture.completedFuture(answer);
    }

    private void hold() {
        try {
            open.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
