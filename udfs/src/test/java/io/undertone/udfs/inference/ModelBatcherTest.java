package io.undertone.udfs.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.model.CardFiles;
import io.undertone.udfs.model.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The model is a fake that answers a window's length, once it is let. */
@Timeout(30)
class ModelBatcherTest {
    private static final long LONG = 20_000;

    @TempDir
    Path directory;

    private final Semaphore runs = new Semaphore(0);
    private final CountDownLatch firstRun = new CountDownLatch(1);
    private final List<List<Integer>> batches = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean interrupted;
    private ModelCard card;
    private ModelBatcher batcher;

    @BeforeEach
    void open() throws IOException {
        card = CardFiles.store(directory, "length", "vad", new byte[0]).cards().find("length");
        batcher = batcher(this::lengths, new Batching(4, 0));
    }

    @AfterEach
    void close() {
        runs.release(1_000);
        batcher.close();
        assertThat(closed.getCount()).as("the model is closed with its batcher").isZero();
    }

    @Test
    void windows_of_one_length_share_a_run_and_each_gets_its_own_answer() throws Exception {
        var feed = batcher.feed(10);
        CompletableFuture<Answer> first = feed.ask(window(1), LONG);
        firstRun.await();
        var others = List.of(ask(feed, 3), ask(feed, 2), ask(feed, 3), ask(feed, 2), ask(feed, 3));
        runs.release(1_000);

        assertThat(score(first)).isEqualTo(1);
        for (int i = 0; i < others.size(); i++) {
            assertThat(score(others.get(i))).isEqualTo(i % 2 == 0 ? 3 : 2);
        }
        assertThat(batches).containsExactly(List.of(1), List.of(3, 3), List.of(2, 2), List.of(3));
        assertThat(batcher.stats().runs()).isEqualTo(4);
        assertThat(batcher.stats().rows()).isEqualTo(6);
    }

    @Test
    void asking_never_blocks_and_more_than_the_feeds_promised_is_refused() throws Exception {
        var feed = batcher.feed(2);
        CompletableFuture<Answer> first = ask(feed, 1);
        CompletableFuture<Answer> second = ask(feed, 1);
        CompletableFuture<Answer> third = ask(feed, 1);

        assertThat(failure(third)).isEqualTo(Failure.OVERLOADED);
        runs.release(1_000);
        assertThat(score(first) + score(second)).isEqualTo(2);
        assertThat(score(ask(feed, 5))).as("what was answered makes room").isEqualTo(5);
        assertThat(batcher.stats().failures(Failure.OVERLOADED)).isEqualTo(1);
    }

    @Test
    void a_feed_that_closes_takes_its_share_with_it() throws Exception {
        batcher.feed(5).close();

        assertThat(failure(ask(batcher.feed(0), 1))).isEqualTo(Failure.OVERLOADED);
    }

    @Test
    void a_model_that_hangs_is_a_time_out_and_what_timed_out_in_the_queue_is_not_run() throws Exception {
        var feed = batcher.feed(10);
        CompletableFuture<Answer> hanging = feed.ask(window(1), 20);
        firstRun.await();
        CompletableFuture<Answer> queued = feed.ask(window(2), 20);

        assertThat(failure(hanging)).isEqualTo(Failure.TIMED_OUT);
        assertThat(failure(queued)).isEqualTo(Failure.TIMED_OUT);
        runs.release(1_000);
        assertThat(score(ask(feed, 3))).isEqualTo(3);
        assertThat(batches).doesNotContain(List.of(2));
        assertThat(batcher.stats().failures(Failure.TIMED_OUT)).isEqualTo(2);
    }

    @Test
    void a_bug_in_the_model_reaches_all_who_wait_and_all_who_come() throws Exception {
        runs.release(1_000);
        batcher.close();
        batcher = batcher(
                windows -> {
                    throw new UnsupportedOperationException("a bug");
                },
                Batching.AT_ONCE);
        var feed = batcher.feed(10);

        for (int i = 0; i < 3; i++) {
            CompletableFuture<Answer> answer = ask(feed, 1);
            assertThatThrownBy(() -> answer.get(LONG, TimeUnit.MILLISECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("a bug");
        }
    }

    @Test
    void closing_waits_for_the_run_and_answers_all_that_wait() throws Exception {
        var feed = batcher.feed(10);
        CompletableFuture<Answer> running = ask(feed, 1);
        firstRun.await();
        CompletableFuture<Answer> queued = ask(feed, 2);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(batcher::close);
        while (!interrupted) {
            Thread.onSpinWait(); // else the run could end, and the next begin, before closing has begun
        }
        runs.release(1_000);
        closing.get(LONG, TimeUnit.MILLISECONDS);

        assertThat(score(running)).isEqualTo(1);
        assertThatThrownBy(() -> queued.get(LONG, TimeUnit.MILLISECONDS)).hasRootCauseMessage("the model was closed");
    }

    private ModelBatcher batcher(Function<List<Window>, List<Answer>> model, Batching batching) {
        return new ModelBatcher(card, model, closed::countDown, batching);
    }

    private List<Answer> lengths(List<Window> windows) {
        firstRun.countDown();
        while (!runs.tryAcquire()) { // unlike waiting for it, this leaves the interruption where it is
            if (Thread.currentThread().isInterrupted()) {
                interrupted = true;
            }
            Thread.onSpinWait();
        }
        batches.add(windows.stream().map(Window::count).toList());
        return windows.stream()
                .map(window -> (Answer) new Answer.Scored(new float[] {window.count()}))
                .toList();
    }

    private static CompletableFuture<Answer> ask(ModelBatcher.Feed feed, int length) {
        return feed.ask(window(length), LONG);
    }

    private static Window window(int length) {
        return Window.of(new float[length]);
    }

    private static int score(CompletableFuture<Answer> answer) throws Exception {
        return (int) ((Answer.Scored) answer.get(LONG, TimeUnit.MILLISECONDS)).values()[0];
    }

    private static Failure failure(CompletableFuture<Answer> answer) throws Exception {
        return ((Answer.Failed) answer.get(LONG, TimeUnit.MILLISECONDS)).failure();
    }
}
