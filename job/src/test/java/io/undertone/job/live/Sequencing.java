package io.undertone.job.live;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LifecycleSettings;
import java.util.List;
import java.util.Objects;

/** The first stage with limits of seconds instead of minutes. */
final class Sequencing {
    static final int NO_MEDIA = 6_000;
    static final int ENDED_GRACE = 1_000;
    static final int STREAMS_ENDED = 2_000;
    static final int HOLD = 10_000;
    static final int CALL = 20_000;
    static final int MEMORY = 8_000;

    private static final LifecycleSettings LIFECYCLE =
            new LifecycleSettings(NO_MEDIA, ENDED_GRACE, STREAMS_ENDED, HOLD, CALL, MEMORY, 500);

    private Sequencing() {}

    static CallHarness<MediaRecord, CallItem> open(int parallelism) throws Exception {
        return CallHarness.of(Sequencing::sequencer, parallelism);
    }

    static CallSequencer sequencer() {
        return new CallSequencer(LIFECYCLE, 400, new Patience(1_000, 10_000));
    }

    /** Takes the records of both legs from {@code from} to {@code to} as they come, 100 ms apart. */
    static void play(CallHarness<MediaRecord, CallItem> calls, GatewayCall call, int from, int to) throws Exception {
        for (int sequence = from; sequence < to; sequence++) {
            calls.take(call.frame(GatewayCall.AGENT, sequence));
            calls.take(call.frame(GatewayCall.CUSTOMER, sequence));
            calls.pass(GatewayCall.FRAME_MILLIS);
        }
    }

    static List<EndedCallFacts> ends(List<CallItem> items) {
        return items.stream()
                .map(CallItem::ended)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
