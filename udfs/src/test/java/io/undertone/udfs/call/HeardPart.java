package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came out of one part of a call, checked as it came: nothing after the close, chunks that tile every leg. */
final class HeardPart {
    private static final int SAMPLES_A_LETTER = TestFrame.MILLIS * 8;

    final int number;
    final long startMicros;
    final Map<String, List<LegChunk>> legs = new LinkedHashMap<>();

    private final Map<String, Long> ends = new LinkedHashMap<>();
    private final Map<String, List<Interval>> recalls = new LinkedHashMap<>();

    @Nullable
    CallHeader header;

    FrameCounts counts = new FrameCounts();
    List<Interval> redactions = List.of();
    List<Interval> holds = List.of();

    HeardPart(CallState call) {
        number = call.part;
        startMicros = call.startMicros;
    }

    void hear(LegChunk chunk) {
        assertThat(header).as("media after the close: %s", chunk).isNull();
        assertThat(chunk.position()).as("place of %s", chunk).isEqualTo(end(chunk.legId()));
        assertThat(chunk.length()).as("length of %s", chunk).isPositive();
        assertThat((long) chunk.samples().length).isEqualTo(chunk.gap() == GapKind.NONE ? chunk.length() : 0);
        ends.put(chunk.legId(), chunk.position() + chunk.length());
        legs.computeIfAbsent(chunk.legId(), any -> new ArrayList<>()).add(chunk);
    }

    void recall(Recall recall) {
        assertThat(header).as("a recall after the close").isNull();
        assertThat(recall.from).as("a recall of nothing").isLessThan(end(recall.legId));
        recalls.computeIfAbsent(recall.legId, any -> new ArrayList<>())
                .add(new Interval(recall.from, end(recall.legId)));
    }

    void close(CallState call, CallHeader closing) {
        assertThat(header).as("a second close").isNull();
        assertThat(call.counts.balanced())
                .as("balance of %s", said(call.counts))
                .isTrue();
        for (String leg : ends.keySet()) {
            assertThat(closing.durationSamples()).isGreaterThanOrEqualTo(end(leg));
        }
        header = closing;
        counts = call.counts;
        redactions = copy(call.redactions);
        holds = copy(call.holds);
    }

    CallHeader header() {
        return Objects.requireNonNull(header, "the part is open");
    }

    /** Where the leg's chunks end. */
    long end(String leg) {
        return ends.getOrDefault(leg, 0L);
    }

    /** Drops the chunks of a call too long to keep. */
    void forgetChunks() {
        legs.clear();
    }

    List<LegChunk> chunks(String leg) {
        return legs.getOrDefault(leg, List.of());
    }

    /** A letter for every 100 ms: what was said and not taken back, or {@code ~} concealed, {@code .} silence, {@code h} held, {@code #} redacted. */
    String timeline(String leg) {
        var letters = new StringBuilder();
        long next = SAMPLES_A_LETTER / 2;
        for (LegChunk chunk : chunks(leg)) {
            for (; next < chunk.position() + chunk.length(); next += SAMPLES_A_LETTER) {
                letters.append(isRecalled(leg, next) ? '#' : letter(chunk, (int) (next - chunk.position())));
            }
        }
        return letters.toString();
    }

    private boolean isRecalled(String leg, long position) {
        return recalls.getOrDefault(leg, List.of()).stream()
                .anyMatch(recalled -> recalled.begin <= position && position < recalled.end);
    }

    /** All that came out, as lines that can be compared. */
    List<String> summary() {
        List<String> lines = new ArrayList<>(List.of(said(counts), said(redactions), said(holds)));
        recalls.forEach((leg, recalled) -> lines.add(leg + " without " + said(recalled)));
        legs.forEach((leg, chunks) -> chunks.forEach(chunk -> lines.add("%s %d +%d %s %d"
                .formatted(leg, chunk.position(), chunk.length(), chunk.gap(), Arrays.hashCode(chunk.samples())))));
        return lines;
    }

    private static char letter(LegChunk chunk, int at) {
        return switch (chunk.gap()) {
            case NONE -> TestFrame.markOf(chunk.samples()[at]);
            case CONCEALED -> '~';
            case SILENCE -> '.';
            case HELD -> 'h';
            case REDACTED -> '#';
        };
    }

    private static List<Interval> copy(IntervalLog log) {
        return log.intervals.stream().map(i -> new Interval(i.begin, i.end)).toList();
    }

    private static String said(List<Interval> intervals) {
        return intervals.stream().map(i -> i.begin + "-" + i.end).collect(Collectors.joining(" "));
    }

    private static String said(FrameCounts counts) {
        return "received %d + lost %d = duplicate %d + late %d + refused %d + withheld %d + played %d"
                .formatted(
                        counts.received,
                        counts.lost,
                        counts.duplicate,
                        counts.late,
                        counts.refused,
                        counts.withheld,
                        counts.played);
    }
}
