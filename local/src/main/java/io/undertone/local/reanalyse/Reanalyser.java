package io.undertone.local.reanalyse;

import io.undertone.gateway.KafkaAddress;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.kafka.CallTimes;
import io.undertone.job.reanalysis.KeptCalls;
import io.undertone.schema.ReanalysisRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.udfs.call.CallId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the post-call leg, by its topic, to analyse calls once more, each as the revision after its latest one. Asking twice for one
 * revision is harmless: the leg drops repeats of what it could do, and tries again what it could not.
 */
final class Reanalyser {
    static final String TOPIC = "reanalysis-requests";

    private final UndertoneConfig config;
    private final KeptCalls kept;
    private final Clock clock;
    private final Consumer<String> lines;

    Reanalyser(UndertoneConfig config, Clock clock, Consumer<String> lines) {
        this.config = config;
        this.kept = new KeptCalls(config.audio().directory());
        this.clock = clock;
        this.lines = lines;
    }

    /** Returns whether every call that was found can be analysed again. A dry run asks nobody. */
    boolean run(CallQuery query, boolean dry) throws IOException {
        List<LatestCall> calls = new LatestCalls(config.postgres()).find(query);
        List<LatestCall> possible = new ArrayList<>();
        for (LatestCall call : calls) {
            String obstacle = obstacle(call, query);
            if (obstacle == null) {
                possible.add(call);
            } else {
                lines.accept("%s: not possible, %s".formatted(call.described(), obstacle));
            }
        }
        if (dry) {
            possible.forEach(call -> lines.accept(
                    "%s: would be asked for as revision %d".formatted(call.described(), call.revision() + 1)));
        } else if (!possible.isEmpty()) {
            ask(possible);
        }
        lines.accept("%d found, %d %s, %d not possible"
                .formatted(
                        calls.size(), possible.size(), dry ? "possible" : "asked for", calls.size() - possible.size()));
        return possible.size() == calls.size();
    }

    private @Nullable String obstacle(LatestCall call, CallQuery query) throws IOException {
        String obstacle = call.obstacle(query.statuses());
        if (obstacle != null || kept.holds(call.id())) {
            return obstacle;
        }
        return "nothing is kept of it: its audio is deleted, or there never was any";
    }

    private void ask(List<LatestCall> calls) throws IOException {
        var broker = new KafkaAddress(
                config.kafka().bootstrapServers(), config.kafka().properties());
        try (var sink = KafkaRecordSink.connect(broker, TOPIC, KafkaRecordSink.PATIENCE)) {
            var earlier = EarlierRequests.read(broker, TOPIC);
            for (LatestCall call : calls) {
                ReanalysisRequest request = request(call);
                CallId id = call.id();
                sink.send(
                        CallKey.of(id.tenantId, id.callId).getBytes(StandardCharsets.UTF_8), AvroCodec.encode(request));
                Instant before = earlier.of(request);
                lines.accept("%s: asked for as revision %d%s"
                        .formatted(
                                call.described(),
                                request.getRevision(),
                                before == null ? "" : ", which has been asked for since " + before));
            }
            sink.flush();
        }
    }

    private ReanalysisRequest request(LatestCall call) {
        return ReanalysisRequest.newBuilder()
                .setTenantId(call.id().tenantId)
                .setCallId(call.id().callId)
                .setCallStart(new CallTimes(call.id()).start())
                .setPart(call.id().part)
                .setRevision(call.revision() + 1)
                .setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .build();
    }
}
