package io.undertone.job.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TurnsTest {
    private static final long LONG = 60_000;

    private final Asked asked = new Asked();
    private final BlockingQueue<Object> replies = new LinkedBlockingQueue<>();
    private Turns<Integer, String> turns = new Turns<>("test", asked, 2, LONG);

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void so_many_are_asked_about_at_once_and_the_others_in_the_order_in_which_they_came() throws Exception {
        take(5);
        asked.await(1);
        asked.await(2);
        assertThat(asked.order).containsExactly(1, 2);

        asked.answer(2);
        asked.await(3);
        asked.answer(1);
        asked.answer(3);
        asked.await(5);
        assertThat(asked.order).containsExactly(1, 2, 3, 4, 5);
        assertThat(List.of(next(), next(), next())).containsExactly("2", "1", "3");
    }

    @Test
    void time_counts_from_when_a_turn_begins() throws Exception {
        replace(1, 300);
        long begun = System.nanoTime();
        take(3);
        assertThat(List.of(next(), next(), next())).containsExactly("1 given up", "2 given up", "3 given up");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isGreaterThanOrEqualTo(3 * 300);
    }

    @Test
    void what_was_given_up_is_replied_to_once_and_leaves_its_place_to_the_next() throws Exception {
        replace(1, 100);
        take(1);
        assertThat(next()).isEqualTo("1 given up");
        asked.answer(1);
        asked.script = number -> CompletableFuture.completedStage("at once");
        turns.take(2, result());
        assertThat(next()).isEqualTo("at once");
        assertThat(replies).isEmpty();
    }

    @Test
    void many_that_are_answered_at_once_do_not_stand_on_one_another() throws Exception {
        asked.script = number -> CompletableFuture.completedStage("at once");
        take(50_000);
        for (int number = 1; number <= 50_000; number++) {
            assertThat(next()).isEqualTo("at once");
        }
    }

    @Test
    void a_bug_is_told_with_what_it_was_met_on() throws Exception {
        asked.script = number -> {
            throw new IllegalStateException("thrown");
        };
        turns.take(1, result());
        assertThat((Throwable) next()).hasMessage("on 1").hasRootCauseMessage("thrown");
        asked.script = number -> CompletableFuture.failedStage(new IllegalStateException("failed"));
        turns.take(2, result());
        assertThat((Throwable) next()).hasMessage("on 2").hasRootCauseMessage("failed");
        asked.script = number -> new CompletableFuture<>();
        asked.hasBug = true;
        replace(1, 1);
        turns.take(3, result());
        assertThat((Throwable) next()).hasMessage("on 3").hasRootCauseMessage("lost");
    }

    @Test
    void what_is_under_way_at_the_end_is_not_replied_to() throws Exception {
        take(3);
        asked.await(2);
        turns.close();
        asked.answer(1);
        turns.take(4, result());
        assertThat(replies.poll(100, TimeUnit.MILLISECONDS)).isNull();
        assertThat(asked.order).containsExactly(1, 2);
    }

    private void replace(int atOnce, long longestMillis) {
        turns.close();
        turns = new Turns<>("test", asked, atOnce, longestMillis);
    }

    private void take(int count) {
        IntStream.rangeClosed(1, count).forEach(number -> turns.take(number, result()));
    }

    private Object next() throws InterruptedException {
        return replies.take();
    }

    private ResultFuture<String> result() {
        return new ResultFuture<>() {
            @Override
            public void complete(Collection<String> result) {
                replies.addAll(result);
            }

            @Override
            public void completeExceptionally(Throwable error) {
                replies.add(error);
            }

            @Override
            public void complete(CollectionSupplier<String> supplier) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Answers when it is told to, or as it is told to. */
    private static final class Asked implements Asking<Integer, String> {
        final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
        volatile Function<Integer, CompletionStage<String>> script = this::stage;
        volatile boolean hasBug;

        void await(int number) {
            while (!order.contains(number)) {
                Thread.onSpinWait();
            }
        }

        void answer(int number) {
            stage(number).complete(String.valueOf(number));
        }

        @Override
        public CompletionStage<String> ask(Integer number) {
            order.add(number);
            return script.apply(number);
        }

        @Override
        public String giveUp(Integer number) {
            if (hasBug) {
                throw new IllegalStateException("lost");
            }
            return number + " given up";
        }

        @Override
        public Exception failure(Integer number, Throwable bug) {
            return new IllegalStateException("on " + number, bug);
        }

        private CompletableFuture<String> stage(int number) {
            return answers.computeIfAbsent(number, any -> new CompletableFuture<>());
        }
    }
}
