package io.undertone.local.report;

import io.undertone.local.live.CallEnd;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.LegEnd;
import io.undertone.local.live.LegTimeline;
import io.undertone.local.live.SpeakerMood;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of moods in a call.
 *
 * @param windows by leg, each counted once, as read from topic call-insights; none of a leg that was withdrawn
 * @param announced by leg, as the call's header says
 * @param withdrawn why, by leg
 * @param failed windows among those that have no scores
 * @param peakNegative highest smoothed probability of NEGATIVE, of the customer where it was read; null where nobody's was
 * @param switches likewise
 * @param trajectory likewise; empty where nobody's was
 */
public record MoodReport(
        @Nullable String policy,
        Map<String, Integer> windows,
        Map<String, Integer> announced,
        Map<String, String> withdrawn,
        int failed,
        @Nullable Double peakNegative,
        @Nullable Double peakS,
        @Nullable Integer switches,
        List<Double> trajectory,
        List<SpeakerMood> speakers) {
    static final MoodReport NOTHING =
            new MoodReport(null, Map.of(), Map.of(), Map.of(), 0, null, null, null, List.of(), List.of());

    /** The customer first, then who was heard most. */
    private static final Comparator<SpeakerMood> FOREMOST = Comparator.<SpeakerMood, Boolean>comparing(
                    mood -> !mood.role().equals("CUSTOMER"))
            .thenComparing(SpeakerMood::windows, Comparator.reverseOrder());

    public static MoodReport of(CallTimeline call) {
        CallEnd end = call.end();
        if (end == null) {
            return NOTHING;
        }
        Map<String, Integer> announced = new TreeMap<>();
        Map<String, String> withdrawn = new TreeMap<>();
        for (LegEnd leg : end.legs()) {
            announced.put(leg.legId(), leg.emotionWindows());
            if (leg.emotionWithdrawn() != null) {
                withdrawn.put(leg.legId(), leg.emotionWithdrawn());
            }
        }
        List<SpeakerMood> speakers = end.legs().stream()
                .flatMap(leg -> leg.moods().stream())
                .sorted(FOREMOST)
                .toList();
        SpeakerMood foremost = speakers.isEmpty() ? null : speakers.get(0);
        return new MoodReport(
                end.emotionPolicy(),
                windows(call),
                announced,
                withdrawn,
                failed(call),
                foremost == null ? null : foremost.peakNegative(),
                foremost == null ? null : foremost.peakS(),
                foremost == null ? null : foremost.switches(),
                foremost == null ? List.of() : foremost.trajectory(),
                speakers);
    }

    private static Map<String, Integer> windows(CallTimeline call) {
        Map<String, Integer> windows = new TreeMap<>();
        call.legs().forEach(leg -> windows.put(leg.legId(), leg.windowCount()));
        return windows;
    }

    private static int failed(CallTimeline call) {
        return call.legs().stream().mapToInt(LegTimeline::failedWindows).sum();
    }
}
