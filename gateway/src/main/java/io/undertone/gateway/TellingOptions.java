package io.undertone.gateway;

import io.undertone.udfs.audio.Encoding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the calls of a command line are told: when they began, how often, with which interruptions. */
final class TellingOptions {
    @Option(names = "--start", paramLabel = "INSTANT", description = "When the calls began (default: now).")
    @Nullable
    Instant start;

    @Option(
            names = "--copies",
            defaultValue = "1",
            paramLabel = "N",
            description = "Plays each call N times at once, as NAME-1 … NAME-N, begun within one frame.")
    int copies;

    @Option(
            names = "--hold",
            paramLabel = "FROM-TO",
            converter = OptionConverters.ForStretch.class,
            description = "Seconds of the call that are on hold, repeatable.")
    List<Stretch> holds = new ArrayList<>();

    @Option(
            names = "--secure-pause",
            paramLabel = "FROM-TO",
            converter = OptionConverters.ForStretch.class,
            description = "Seconds of the call that must not be kept, repeatable.")
    List<Stretch> securePauses = new ArrayList<>();

    @Option(
            names = "--secure-pause-media",
            description = "Keep sending audio under a secure pause: tests the job's second guard.")
    boolean mediaInSecurePause;

    /** Whether something is asked for that is meant for calls that one knows. */
    boolean isOfOneCall() {
        return start != null || copies != 1 || !holds.isEmpty() || !securePauses.isEmpty();
    }

    ScriptSettings settings(ScriptSettings plain, Encoding encoding) {
        return new ScriptSettings(
                plain.frameMillis(), encoding, plain.consent(), holds, securePauses, mediaInSecurePause, plain.seed());
    }

    /** Every copy of every call. Throws IllegalArgumentException where an interruption does not fit its call. */
    List<CallScript> scripts(List<CallRecording> recordings, Instant now, ScriptSettings settings) {
        if (copies < 1) {
            throw new IllegalArgumentException("need at least 1 of --copies, got " + copies);
        }
        Instant begin = start == null ? now : start;
        var scripts = new ArrayList<CallScript>();
        for (CallRecording recording : recordings) {
            addCopies(recording, begin, settings, scripts);
        }
        return scripts;
    }

    /** Spread over a frame, as real calls are: frames of all calls at one moment would be a burst that nobody sends. */
    private void addCopies(CallRecording recording, Instant begin, ScriptSettings settings, List<CallScript> scripts) {
        if (copies == 1) {
            scripts.add(new CallScript(recording, begin, settings));
            return;
        }
        for (int copy = 0; copy < copies; copy++) {
            long micros = 1_000L * settings.frameMillis() * copy / copies;
            CallRecording renamed = recording.renamed("%s-%d".formatted(recording.callId(), copy + 1));
            scripts.add(new CallScript(renamed, begin.plus(micros, ChronoUnit.MICROS), settings));
        }
    }
}
