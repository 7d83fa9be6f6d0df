package io.undertone.job.live;

import static io.undertone.job.live.GatewayCall.AGENT;
import static io.undertone.job.live.GatewayCall.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls go on over a restart as if there had been none, wherever their state lands. */
final class CallSequencerRestoreTest {
    private static final int RECORDS = 20;
    private static final int CUT = 10;

    /** Told anew in every run, record by record. */
    private List<GatewayCall> talks = talks();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 2"})
    void calls_with_held_records_go_on_over_a_restart(int before, int after) throws Exception {
        Map<String, List<CallItem>> undisturbed = run(before, before, false);
        Map<String, List<CallItem>> restarted = run(before, after, true);
        assertThat(restarted).hasSize(talks.size());
        for (Map.Entry<String, List<CallItem>> call : restarted.entrySet()) {
            List<CallItem> expected = undisturbed.getOrDefault(call.getKey(), List.of());
            Written.assertSame(CallItem.class, call.getValue(), expected);
        }
    }

    @Test
    void records_are_held_at_the_cut() throws Exception {
        try (var calls = Sequencing.open(1)) {
            talk(calls, 0, CUT);
            long chunks =
                    calls.drain().stream().filter(item -> item.chunk() != null).count();
            assertThat(chunks).isLessThan((CUT - 1) * 2L * talks.size());
        }
    }

    @Test
    void calls_on_the_line_are_counted_anew_after_a_restart() throws Exception {
        List<CallSequencer> subtasks = new ArrayList<>();
        CallHarness<MediaRecord, CallItem> calls = CallHarness.of(
                () -> {
                    subtasks.add(Sequencing.sequencer());
                    return subtasks.get(subtasks.size() - 1);
                },
                2);
        for (GatewayCall talk : talks) {
            calls.take(talk.started());
        }
        calls.take(talks.get(0).ended(100, -1));
        assertThat(subtasks).hasSize(2);
        assertThat(subtasks.stream().mapToInt(CallSequencer::callsOpen).sum()).isEqualTo(talks.size() - 1);

        calls = calls.rescaled(3);
        List<CallSequencer> restarted = subtasks.subList(2, 5);
        assertThat(restarted.stream().mapToInt(CallSequencer::callsOpen).sum()).isEqualTo(talks.size() - 1);
        calls.take(talks.get(1).ended(100, -1));
        assertThat(restarted.stream().mapToInt(CallSequencer::callsOpen).sum()).isEqualTo(talks.size() - 2);
        calls.close();
    }

    private Map<String, List<CallItem>> run(int before, int after, boolean restart) throws Exception {
        talks = talks();
        CallHarness<MediaRecord, CallItem> calls = Sequencing.open(before);
        talk(calls, 0, CUT);
        List<CallItem> items = new ArrayList<>(calls.drain());
        if (restart) {
            calls = calls.rescaled(after);
        }
        talk(calls, CUT, RECORDS);
        for (GatewayCall talk : talks) {
            calls.take(talk.ended(RECORDS * 100, RECORDS - 1));
        }
        items.addAll(calls.drain());
        calls.pass(Sequencing.MEMORY);
        calls.assertNothingIsLeft();
        calls.close();
        return items.stream().collect(Collectors.groupingBy(CallItem::key));
    }

    private static List<GatewayCall> talks() {
        return IntStream.range(0, 40).mapToObj(i -> new GatewayCall("c-" + i)).toList();
    }

    /** Each agent's third record from the cut comes two records late, so that others are held for it; one is lost for good. */
    private void talk(CallHarness<MediaRecord, CallItem> calls, int from, int to) throws Exception {
        for (int sequence = from; sequence < to; sequence++) {
            for (GatewayCall talk : talks) {
                if (sequence == 0) {
                    calls.take(talk.started());
                }
                if (sequence == CUT + 1) {
                    calls.take(talk.frame(AGENT, CUT - 3));
                }
                if (sequence != CUT - 3) {
                    calls.take(talk.frame(AGENT, sequence));
                }
                if (sequence != 4) {
                    calls.take(talk.frame(CUSTOMER, sequence));
                }
            }
            calls.pass(GatewayCall.FRAME_MILLIS);
        }
    }
}
