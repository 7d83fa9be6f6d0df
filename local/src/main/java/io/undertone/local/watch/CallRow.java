package io.undertone.local.watch;

import io.undertone.local.console.Blocks;
import io.undertone.local.console.Text;
import io.undertone.local.live.AlertEpisode;
import io.undertone.local.live.AlertEvent;
import io.undertone.local.live.AlertLine;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.LegTimeline;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An open call in a line.
 *
 * @param urgency of its most urgent open alert; 0 without one
 */
record CallRow(String call, String time, String speaks, String loudness, String mood, String alert, int urgency) {
    private static final int LONGEST_CALL = 32;
    private static final int LONGEST_LEG = 10;
    private static final int BAR_CELLS = 8;
    /** What a bar shows: from a whisper to a shout on the telephone. */
    private static final double SILENT_LUFS = -60;

    private static final double LOUD_LUFS = -10;
    private static final long NO_NEWS_MILLIS = 10_000;
    private static final List<String> SEVERITIES = List.of("LOW", "MEDIUM", "HIGH");
    private static final Comparator<AlertEvent> BY_URGENCY =
            Comparator.comparingInt(CallRow::rank).thenComparingDouble(AlertEvent::beginS);

    static CallRow of(OpenCall open) {
        CallTimeline call = open.timeline();
        AlertEvent alert = mostUrgent(call);
        return new CallRow(
                Text.plain(call.part().shown(), LONGEST_CALL),
                Text.clock(call.mediaSeconds()),
                speaks(open),
                call.legs().stream().map(leg -> bar(call, leg)).collect(Collectors.joining("  ")),
                MoodCurve.of(call),
                alert == null ? "" : alert(alert),
                alert == null ? 0 : rank(alert));
    }

    private static String speaks(OpenCall open) {
        if (open.hasEnded()) {
            return "ended";
        }
        if (open.quietMillis() >= NO_NEWS_MILLIS) {
            return "no news for " + Text.clock(open.quietMillis() / 1_000);
        }
        CallTimeline call = open.timeline();
        return call.legs().stream()
                .map(leg -> now(call, leg))
                .filter(Objects::nonNull)
                .map(HeardSecond::who)
                .filter(Objects::nonNull)
                .distinct()
                .map(who -> Text.plain(who, LONGEST_CALL))
                .collect(Collectors.joining(" + "));
    }

    private static String bar(CallTimeline call, LegTimeline leg) {
        HeardSecond now = now(call, leg);
        Double lufs = now == null ? null : now.momentaryLufs();
        double share = lufs == null ? 0 : (lufs - SILENT_LUFS) / (LOUD_LUFS - SILENT_LUFS);
        return Text.plain(leg.legId(), LONGEST_LEG) + " " + Blocks.bar(share, BAR_CELLS);
    }

    /** What is heard on the leg; null where the call has gone on without it. */
    private static @Nullable HeardSecond now(CallTimeline call, LegTimeline leg) {
        HeardSecond newest = leg.newest();
        return newest == null || newest.second() + 2 < call.mediaSeconds() ? null : newest;
    }

    private static @Nullable AlertEvent mostUrgent(CallTimeline call) {
        return call.alerts().stream()
                .filter(AlertEpisode::isOpen)
                .map(AlertEpisode::current)
                .max(BY_URGENCY)
                .orElse(null);
    }

    private static String alert(AlertEvent event) {
        return "%s since %s: %s"
                .formatted(AlertLine.rule(event), Text.clock((long) event.beginS()), AlertLine.reason(event));
    }

    /** From 1; a severity that this release does not know is urgent. */
    private static int rank(AlertEvent event) {
        int index = SEVERITIES.indexOf(event.severity());
        return index < 0 ? SEVERITIES.size() : index + 1;
    }
}
