package io.undertone.local.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.job.lake.LakeTable;
import io.undertone.local.live.CallPart;
import io.undertone.local.live.Timelines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run has left behind, read back from where it was written, tables and topics: nothing here was counted while it was
 * sent.
 *
 * @param deadLettersByReason code to count
 */
public record DemoReport(
        List<CallReport> calls, StoreCounts iceberg, StoreCounts postgres, Map<String, Long> deadLettersByReason) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final Comparator<CallReport> BY_START = Comparator.comparing(CallReport::callStart)
            .thenComparing(CallReport::callId)
            .thenComparing(CallReport::part)
            .thenComparing(CallReport::revision);

    /**
     * Reads all calls that the lake holds now.
     *
     * @param live what the topics of the live leg have told
     */
    public static DemoReport read(
            LakeReader lake, Store iceberg, Store postgres, Map<String, Long> deadLetters, Timelines live)
            throws IOException {
        return new DemoReport(calls(lake, live), iceberg.counts(), postgres.counts(), deadLetters);
    }

    @JsonProperty
    public long deadLetters() {
        return deadLettersByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    private static List<CallReport> calls(LakeReader lake, Timelines live) throws IOException {
        var utterances = new HashMap<RowKey, List<LakeRow>>();
        for (LakeRow row : lake.rows(LakeTable.UTTERANCES)) {
            utterances.computeIfAbsent(RowKey.of(row), key -> new ArrayList<>()).add(row);
        }
        return lake.rows(LakeTable.CALLS).stream()
                .map(row -> CallReport.of(
                        row, said(row, utterances.getOrDefault(RowKey.of(row), List.of())), live.find(part(row))))
                .sorted(BY_START)
                .toList();
    }

    private static List<UtteranceReport> said(LakeRow call, List<LakeRow> utterances) {
        boolean transcribed = Set.of("COMPLETE", "PARTIAL").contains(call.status("transcript_status"));
        return utterances.stream()
                .map(row -> UtteranceReport.of(row, transcribed))
                .sorted(Comparator.comparingDouble(UtteranceReport::startS))
                .toList();
    }

    private static CallPart part(LakeRow row) {
        return new CallPart(
                row.text("tenant_id"), row.text("call_id"), Instant.parse(row.time("call_start")), row.integer("part"));
    }

    /** Ties the rows of one analysis of one part together. */
    private record RowKey(PartKey part, int revision) {
        static RowKey of(LakeRow row) {
            return new RowKey(PartKey.of(row), row.integer("revision"));
        }
    }
}
