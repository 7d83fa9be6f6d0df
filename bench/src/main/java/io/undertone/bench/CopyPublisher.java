package io.undertone.bench;

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
import io.undertone.schema.Consent;
import io.undertone.udfs.audio.Encoding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Publishes copies of the sample call's beginning, silence behind its end; a process of its own. Arguments: brokers, then a
 * {@link Traffic}.
 */
public final class CopyPublisher {
    private CopyPublisher() {}

    public static void main(String[] args) throws Exception {
        var traffic = Traffic.parse(List.of(args).subList(1, args.length));
        try (var sink = KafkaRecordSink.connect(args[0], "call-media", KafkaRecordSink.PATIENCE)) {
            var publisher = new CallPublisher(sink, traffic.speed(), Faults.NONE, Pacer.SYSTEM);
            System.out.println(publisher.publish(scripts(traffic, Instant.now()), Progress.SILENT));
        }
    }

    private static List<CallScript> scripts(Traffic traffic, Instant now) throws IOException {
        var consent = new Consent(true, traffic.moods(), traffic.voices());
        var settings =
                new ScriptSettings(traffic.frameMillis(), Encoding.PCMU, consent, List.of(), List.of(), false, 0);
        List<LegRecording> legs = SampleCall.read("bench").legs().stream()
                .map(leg -> cut(leg, traffic.seconds()))
                .toList();
        List<CallScript> scripts = new ArrayList<>();
        for (int i = 0; i < traffic.calls(); i++) {
            var recording = new CallRecording("bench", traffic.name() + "-" + i, legs, List.of(), List.of());
            // Frames of real calls are not in step: they spread over the length of a frame.
            Instant start = now.plusNanos(1_000_000L * traffic.frameMillis() * i / traffic.calls());
            scripts.add(new CallScript(recording, start, settings));
        }
        return scripts;
    }

    private static LegRecording cut(LegRecording leg, int seconds) {
        return new LegRecording(
                leg.legId(), leg.role(), leg.roleSource(), Arrays.copyOf(leg.samples(), seconds * 8_000));
    }
}
