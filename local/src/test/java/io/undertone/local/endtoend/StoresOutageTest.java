package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.PublishTally;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.schema.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Database and lake go away while calls are on the line, some of which end meanwhile, and customers raise their voices. */
@ExtendWith(SharedSystem.class)
class StoresOutageTest {
    /** How long they are away. The figure of the contract is 120; a suite that runs daily is content with 20. */
    private static final int OUTAGE_SECONDS = Integer.getInteger("undertone.outage.seconds", 20);

    private static final int BEFORE_SECONDS = 6;
    /** A quarter into the outage, and long enough for an alert. */
    private static final int LOUD_SECOND = BEFORE_SECONDS + 5;

    private static final int QUIET_SECOND = LOUD_SECOND + 12;
    private static final int RATE = 8_000;
    /** Seconds of the sample in which the customer speaks calmly: there must be some to be louder than. */
    private static final int[] SPOKEN = {7, 8, 9, 10, 11, 12, 19, 20, 28, 29, 30};
    /** 12 dB more. */
    private static final int GAIN = 4;

    private final TestSystem system;

    StoresOutageTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void insights_and_alerts_keep_the_pace_and_no_row_is_lost_or_doubled() throws Exception {
        int goingSeconds = BEFORE_SECONDS + OUTAGE_SECONDS + 10;
        List<CallScript> going =
                List.of(script("outage-going-1", goingSeconds), script("outage-going-2", goingSeconds));
        List<CallScript> all = Stream.concat(
                        Stream.of(
                                script("outage-brief-1", BEFORE_SECONDS + 4),
                                script("outage-brief-2", LOUD_SECOND + 3)),
                        going.stream())
                .toList();
        try (var heard = new HeardLive(system.brokers(), ids(going))) {
            CompletableFuture<PublishTally> published = publish(all);
            heard.until(BEFORE_SECONDS);

            system.closeStores();
            try {
                heard.assertPaceFor(OUTAGE_SECONDS);
            } finally {
                system.reopenStores();
            }

            heard.assertAlertsInTime(going.size());
            published.get(2L * OUTAGE_SECONDS, TimeUnit.SECONDS);
        }
        all.forEach(this::assertWrittenOnce);
    }

    private void assertWrittenOnce(CallScript call) {
        List<WrittenCall> stores = system.written(call);
        assertThat(stores.get(0).calls()).hasSize(1);
        assertThat(stores.get(0).utterances()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(stores.get(1)).isEqualTo(stores.get(0));
    }

    private CompletableFuture<PublishTally> publish(List<CallScript> calls) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return system.publish(Speed.REAL_TIME, Faults.NONE, calls.toArray(CallScript[]::new));
            } catch (Exception e) {
                throw new IllegalStateException("could not publish", e);
            }
        });
    }

    private static Set<String> ids(List<CallScript> calls) {
        return calls.stream().map(call -> call.recording().callId()).collect(Collectors.toSet());
    }

    /** The beginning of the sample call, without its hold: while on hold nothing is heard. */
    private static CallScript script(String callId, int seconds) throws IOException {
        LegRecording[] legs = Recordings.sample(callId).legs().stream()
                .map(leg -> new LegRecording(leg.legId(), leg.role(), leg.roleSource(), said(leg, seconds)))
                .toArray(LegRecording[]::new);
        return new CallScript(Recordings.of(callId, legs), Instant.now(), ScriptSettings.plain(Recordings.CONSENT));
    }

    private static short[] said(LegRecording leg, int seconds) {
        if (leg.role() != Role.CUSTOMER) {
            return Arrays.copyOf(leg.samples(), seconds * RATE);
        }
        short[] said = new short[seconds * RATE];
        for (int second = 0; second < seconds; second++) {
            int gain = second >= LOUD_SECOND && second < QUIET_SECOND ? GAIN : 1;
            int from = SPOKEN[second % SPOKEN.length] * RATE;
            for (int i = 0; i < RATE; i++) {
                said[second * RATE + i] = amplified(leg.samples()[from + i], gain);
            }
        }
        return said;
    }

    private static short amplified(short sample, int gain) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, gain * sample));
    }
}
