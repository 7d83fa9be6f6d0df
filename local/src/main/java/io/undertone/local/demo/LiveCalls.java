package io.undertone.local.demo;

import io.undertone.local.live.CallEnd;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.LegEnd;
import io.undertone.local.live.LegTimeline;
import io.undertone.local.live.Timelines;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of a run in figures, as its topics tell of them. */
final class LiveCalls {
    private final Timelines timelines;

    LiveCalls(Timelines timelines) {
        this.timelines = timelines;
    }

    LiveCounts counts() {
        List<CallTimeline> open = timelines.all().stream()
                .filter(call -> call.end() == null && !call.legs().isEmpty())
                .toList();
        long media =
                timelines.all().stream().mapToLong(CallTimeline::mediaSeconds).sum();
        long speaking = open.stream()
                .flatMap(call -> call.legs().stream())
                .filter(LiveCalls::speaks)
                .count();
        return new LiveCounts(open.size(), media, speaking, (int) ended().count());
    }

    Set<String> endedCallIds() {
        return timelines.all().stream()
                .filter(call -> call.end() != null)
                .map(call -> call.part().callId())
                .collect(Collectors.toSet());
    }

    /** How many utterances the headers of ended calls announce. */
    long announcedUtterances() {
        return ended().flatMap(end -> end.legs().stream())
                .mapToLong(LegEnd::utterances)
                .sum();
    }

    private Stream<CallEnd> ended() {
        return timelines.all().stream().map(CallTimeline::end).filter(Objects::nonNull);
    }

    private static boolean speaks(LegTimeline leg) {
        HeardSecond newest = leg.newest();
        return newest != null && newest.speaking();
    }
}
