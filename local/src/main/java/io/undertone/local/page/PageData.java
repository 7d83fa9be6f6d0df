package io.undertone.local.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.local.live.AlertEpisode;
import io.undertone.local.live.CallEnd;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.MoodWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a call shows; the page carries it as JSON.
 *
 * @param endReason null while the call is open
 * @param thresholds null where nobody knows them
 */
public record PageData(
        String tenantId,
        String callId,
        String callStart,
        int part,
        @Nullable String endReason,
        double durationS,
        @Nullable Thresholds thresholds,
        List<LegSeries> legs,
        List<MoodWindow> windows,
        List<PageAlert> alerts,
        List<PageLine> dialogue) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /**
     * Of a call as far as it has come.
     *
     * @param dialogue as it was written; null while nobody has
     */
    public static PageData of(CallTimeline call, @Nullable Thresholds thresholds, @Nullable List<PageLine> dialogue) {
        CallEnd end = call.end();
        return new PageData(
                call.part().tenantId(),
                call.part().callId(),
                call.part().start().toString(),
                call.part().part(),
                end == null ? null : end.endReason(),
                end == null ? call.mediaSeconds() : end.durationS(),
                thresholds == null ? inForce(call) : thresholds,
                call.legs().stream().map(LegSeries::of).toList(),
                call.legs().stream().flatMap(leg -> leg.windows().stream()).toList(),
                call.alerts().stream().map(PageAlert::of).toList(),
                dialogue == null ? call.utterances().stream().map(PageLine::of).toList() : dialogue);
    }

    /** As the call's first alert of this rule says; null without one. */
    private static @Nullable Thresholds inForce(CallTimeline call) {
        return call.alerts().stream()
                .map(AlertEpisode::current)
                .filter(alert -> alert.ruleId().equals("frustration"))
                .map(alert -> new Thresholds(alert.enterThreshold(), null, alert.exitThreshold()))
                .findFirst()
                .orElse(null);
    }

    /** As text that may stand between the tags of a script: no character of it can end one, or begin a comment. */
    String json() {
        try {
            return JSON.writeValueAsString(this)
                    .replace("&", "\\u0026")
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the timeline of a call is no JSON", e);
        }
    }
}
