package io.undertone.bench;

import io.undertone.gateway.CallPublisher;
import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.Progress;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.Consent;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.speech.VadFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes copies of the sample call; a process of its own. Real calls are not in step, so each copy begins elsewhere in the
 * recording, which goes round, and their starts spread over a second. Arguments: brokers, then a {@link Traffic}.
 */
public final class CopyPublisher {
    private static final double SPREAD_NANOS = 1e9;
    private static final Duration PREPARATION = Duration.ofSeconds(10);

    private CopyPublisher() {}

    public static void main(String[] args) throws Exception {
        var traffic = Traffic.parse(List.of(args).subList(1, args.length));
        try (var sink = KafkaRecordSink.connect(args[0], "call-media", KafkaRecordSink.PATIENCE)) {
            // Delays are told from the calls' own times, so what it takes to prepare them must not count.
            Instant start = Instant.now().plus(PREPARATION);
            var pacer = new PunctualPacer(start);
            var publisher = new CallPublisher(sink, traffic.speed(), Faults.NONE, pacer);
            System.out.println(publisher.publish(scripts(traffic, start), Progress.SILENT));
            System.out.printf("publisher: at most %d ms behind the calls' own time%n", pacer.mostBehindMillis());
        }
    }

    private static List<CallScript> scripts(Traffic traffic, Instant first) throws IOException {
        var consent = new Consent(true, traffic.moods(), traffic.voices());
        var settings =
                new ScriptSettings(traffic.frameMillis(), Encoding.PCMU, consent, List.of(), List.of(), false, 0);
        List<LegRecording> sample = SampleCall.read("bench").legs();
        List<CallScript> scripts = new ArrayList<>();
        for (int i = 0; i < traffic.calls(); i++) {
            double phase = (double) i / traffic.calls();
            List<LegRecording> legs = sample.stream()
                    .map(leg -> turned(leg, phase, traffic.seconds()))
                    .toList();
            var recording = new CallRecording("bench", traffic.name() + "-" + i, legs, List.of(), List.of());
            Instant start = first.plusNanos((long) (SPREAD_NANOS * phase));
            scripts.add(new CallScript(recording, start, settings));
        }
        return scripts;
    }

    private static LegRecording turned(LegRecording leg, double phase, int seconds) {
        short[] once = leg.samples();
        int first = (int) (phase * once.length);
        short[] samples = new short[seconds * VadFrame.SAMPLES_PER_MILLI * 1_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = once[(first + i) % once.length];
        }
        return new LegRecording(leg.legId(), leg.role(), leg.roleSource(), samples);
    }
}
