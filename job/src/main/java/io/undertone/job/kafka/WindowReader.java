package io.undertone.job.kafka;

import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.Step;
import io.undertone.schema.CallInsight;
import io.undertone.schema.EmotionState;
import io.undertone.schema.JudgedWindow;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.WindowFacts;
import java.util.ArrayList;
import java.util.List;

/** Reads the emotion windows of {@code call-insights}. Most insights have none: of these nothing comes out, not even their call. */
final class WindowReader extends KafkaReader<CallInsight, CallPart> {
    private static final long serialVersionUID = 1;

    WindowReader() {
        super(Step.READ_WINDOWS, CallInsight.class, CallPart.class);
    }

    @Override
    List<CallPart> read(CallInsight from) {
        // What was judged when it had been taken back already must not even wait for the call's end.
        if (from.getWindows().isEmpty() || from.getEmotion() == EmotionState.WITHDRAWN) {
            return List.of();
        }
        var id = new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
        String problem = Plausible.problem(id);
        if (problem != null) {
            return List.of(unusable("IMPLAUSIBLE_PART", problem));
        }
        List<CallPart> windows = new ArrayList<>();
        for (JudgedWindow window : from.getWindows()) {
            windows.add(part(id, MoodReading.read(from.getLegId(), window, from.getEmotionModel())));
        }
        return windows;
    }

    @Override
    CallPart empty() {
        return new CallPart();
    }

    private CallPart part(CallId id, WindowFacts window) {
        String problem = PlausibleMoods.problem(window);
        CallPart part = problem == null ? empty() : unusable("IMPLAUSIBLE_WINDOW", problem);
        part.id = id;
        part.window = problem == null ? window : null;
        return part;
    }
}
