package io.undertone.local.bench;

import io.undertone.gateway.CallPublisher;
import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.Pacer;
import io.undertone.gateway.Progress;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.schema.Consent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Publishes copies of the sample call's beginning at real-time speed; a process of its own. Arguments: brokers calls seconds name. */
public final class CopyPublisher {
    private CopyPublisher() {}

    public static void main(String[] args) throws Exception {
        int calls = Integer.parseInt(args[1]);
        List<LegRecording> legs = SampleCall.read("bench").legs().stream()
                .map(leg -> cut(leg, Integer.parseInt(args[2])))
                .toList();
        try (var sink = KafkaRecordSink.connect(args[0], "call-media", KafkaRecordSink.PATIENCE)) {
            Instant now = Instant.now();
            List<CallScript> scripts = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                var recording = new CallRecording("bench", args[3] + "-" + i, legs, List.of(), List.of());
                // Frames of real calls are not in step: they spread over the 100 ms of a frame.
                Instant start = now.plusMillis(100L * i / calls);
                scripts.add(new CallScript(recording, start, ScriptSettings.plain(new Consent(true, true, true))));
            }
            var publisher = new CallPublisher(sink, Speed.REAL_TIME, Faults.NONE, Pacer.SYSTEM);
            System.out.println(publisher.publish(scripts, Progress.SILENT));
        }
    }

    private static LegRecording cut(LegRecording leg, int seconds) {
        return new LegRecording(
                leg.legId(), leg.role(), leg.roleSource(), Arrays.copyOf(leg.samples(), seconds * 8_000));
    }
}
