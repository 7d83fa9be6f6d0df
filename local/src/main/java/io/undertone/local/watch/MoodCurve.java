package io.undertone.local.watch;

import io.undertone.local.console.Blocks;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.LegTimeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How negative the customer sounded over the last half minute. */
final class MoodCurve {
    static final int SECONDS = 30;

    private MoodCurve() {}

    /** Empty where nobody's mood is read. */
    static String of(CallTimeline call) {
        if (call.legs().stream().anyMatch(LegTimeline::isWithdrawn)) {
            return "withdrawn";
        }
        return call.legs().stream()
                .filter(MoodCurve::isRead)
                .min(Comparator.comparingInt(MoodCurve::distance))
                .map(leg -> Blocks.spark(lately(leg, call.mediaSeconds())))
                .orElse("");
    }

    private static List<@Nullable Double> lately(LegTimeline leg, long mediaSeconds) {
        long from = mediaSeconds - SECONDS;
        List<@Nullable Double> values = new ArrayList<>(Collections.nCopies(SECONDS, null));
        for (HeardSecond second : leg.seconds()) {
            if (second.second() >= from && second.moods() != null) {
                values.set((int) (second.second() - from), second.moods().negative());
            }
        }
        return values;
    }

    private static boolean isRead(LegTimeline leg) {
        return leg.seconds().stream().anyMatch(second -> second.moods() != null);
    }

    /** A tenant may have agents' moods read too: the customer's come first. */
    private static int distance(LegTimeline leg) {
        return switch (leg.role()) {
            case "CUSTOMER" -> 0;
            case "AGENT" -> 2;
            default -> 1;
        };
    }
}
