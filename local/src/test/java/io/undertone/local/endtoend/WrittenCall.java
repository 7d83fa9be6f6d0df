package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.lake.LakeTable;
import java.util.Comparator;
import java.util.List;

/**
 * What one store holds of a call.
 *
 * @param calls one row, if all is well
 * @param utterances in the order of leg and number
 * @param silences in the order of number
 */
record WrittenCall(List<Row> calls, List<Row> utterances, List<Row> silences) {
    static WrittenCall read(RowStore store, String callId) {
        return new WrittenCall(
                store.rows(LakeTable.CALLS, callId),
                sorted(store.rows(LakeTable.UTTERANCES, callId), "utterance_number"),
                sorted(store.rows(LakeTable.SILENCES, callId), "silence_number"));
    }

    Row call() {
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    /** Whether every row is there that the figures of the call's row are about. */
    boolean isWhole() {
        return !calls.isEmpty()
                && silences.size() >= calls.get(0).count("silence_count")
                && talkSeconds() > calls.get(0).number("talk_s") - 1e-6;
    }

    private double talkSeconds() {
        return utterances.stream()
                .mapToDouble(utterance -> utterance.number("end_s") - utterance.number("begin_s"))
                .sum();
    }

    private static List<Row> sorted(List<Row> rows, String number) {
        Comparator<Row> byLeg =
                Comparator.comparing(row -> String.valueOf(row.columns().get("leg_id")));
        return rows.stream()
                .sorted(byLeg.thenComparing(row -> row.count(number)))
                .toList();
    }
}
