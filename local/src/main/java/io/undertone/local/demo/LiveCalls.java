package io.undertone.local.demo;

import io.undertone.local.report.PartKey;
import io.undertone.schema.CallInsight;
import io.undertone.schema.EndedCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls of a run as its topics tell of them. */
final class LiveCalls {
    /** Insights and headers come by two topics: what is ended here may still be heard of. */
    private final Map<PartKey, Long> endedUtterances = new HashMap<>();

    private final Map<PartKey, Long> seconds = new HashMap<>();
    private final Map<PartKey, Map<String, Boolean>> speakingLegs = new LinkedHashMap<>();

    void heard(CallInsight insight) {
        var part = key(insight.getTenantId(), insight.getCallId(), insight.getCallStart(), insight.getPart());
        seconds.merge(part, insight.getMediaSecond() + 1, Math::max);
        if (!endedUtterances.containsKey(part)) {
            speakingLegs.computeIfAbsent(part, key -> new HashMap<>()).put(insight.getLegId(), insight.getSpeaking());
        }
    }

    void ended(EndedCall call) {
        var part = key(call.getTenantId(), call.getCallId(), call.getCallStart(), call.getPart());
        speakingLegs.remove(part);
        long utterances =
                call.getLegs().stream().mapToLong(leg -> leg.getUtterances()).sum();
        endedUtterances.put(part, utterances);
    }

    LiveCounts counts() {
        long speaking = speakingLegs.values().stream()
                .flatMap(legs -> legs.values().stream())
                .filter(Boolean::booleanValue)
                .count();
        long media = seconds.values().stream().mapToLong(Long::longValue).sum();
        return new LiveCounts(speakingLegs.size(), media, speaking, endedUtterances.size());
    }

    Set<String> endedCallIds() {
        return endedUtterances.keySet().stream().map(PartKey::callId).collect(Collectors.toSet());
    }

    /** How many utterances the headers of ended calls announce. */
    long announcedUtterances() {
        return endedUtterances.values().stream().mapToLong(Long::longValue).sum();
    }

    private static PartKey key(String tenantId, String callId, Instant callStart, int part) {
        return new PartKey(tenantId, callId, callStart.toString(), part);
    }
}
