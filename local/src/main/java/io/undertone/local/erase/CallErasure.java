package io.undertone.local.erase;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;

import io.undertone.job.audio.CallAudio;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.lake.OpenLake;
import io.undertone.job.maintain.Condition;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.job.maintain.LakeErasure;
import io.undertone.job.maintain.RowDeletion;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import io.undertone.udfs.call.CallId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Erases a call, all its parts and revisions, from every store, and says what is left where. */
final class CallErasure {
    private static final long DAY_MICROS = 86_400_000_000L;

    private static final String STATE =
            "not searched: ids of ended calls, for post_call.memory_ms; savepoints for as long as they are kept";

    /** A producer's clock may be behind that of the call. */
    private static final long EARLIER_CLOCKS_S = 3_600;

    private final UndertoneConfig config;
    private final Clock clock;
    private final boolean dry;

    CallErasure(UndertoneConfig config, Clock clock, boolean dry) {
        this.config = config;
        this.clock = clock;
        this.dry = dry;
    }

    /**
     * @throws IOException if it is open yet, and more of it would come
     */
    List<Finding> erase(String tenant, String call) throws IOException {
        String key = CallKey.of(tenant, call);
        var findings = new ArrayList<Finding>();
        try (OpenLake lake = OpenLake.of(config.lake());
                DatabaseRows database = DatabaseRows.of(config.postgres())) {
            List<CallId> parts = Parts.inDatabase(config.postgres(), tenant, call);
            parts.addAll(Parts.inLake(lake, tenant, call));
            List<Trace> traces = new TopicTraces(config.kafka()).find(topics(), key, since(parts));
            if (!dry) {
                OpenCall.refuse(config, key, traces, !parts.isEmpty(), clock.instant());
            }
            findings.addAll(database(database, tenant, call));
            for (LakeTable table : LakeTable.values()) {
                findings.add(lake(table, lake.table(table), tenant, call));
            }
            findings.add(audio(parts));
            traces.forEach(trace -> findings.add(trace.finding()));
            findings.add(Finding.expiring("state of the legs", 0, STATE));
        }
        return findings;
    }

    private List<Finding> database(DatabaseRows database, String tenant, String call) throws IOException {
        var which = new Condition("tenant_id = ? AND call_id = ?", List.of(tenant, call));
        Map<String, Long> found = database.count(which);
        Map<String, Long> removed = dry ? Map.of() : database.delete(which);
        var findings = new ArrayList<Finding>();
        for (Map.Entry<String, Long> table : found.entrySet()) {
            String place = "PostgreSQL " + table.getKey();
            findings.add(Finding.erased(
                    place,
                    table.getValue(),
                    removed.getOrDefault(table.getKey(), 0L),
                    database.count(table.getKey(), which),
                    ""));
        }
        return findings;
    }

    private Finding lake(LakeTable name, Table table, String tenant, String call) throws IOException {
        var rows = new RowDeletion(table.schema(), and(equal("tenant_id", tenant), equal("call_id", call)));
        return LakeLine.of(name, LakeErasure.run(table, rows, config.maintain().fileBytes(), dry));
    }

    private Finding audio(List<CallId> parts) throws IOException {
        var audio = new CallAudio(config.audio().directory());
        long found = 0;
        long left = 0;
        for (CallId day : days(parts)) {
            found += audio.count(day);
            if (!dry) {
                audio.erase(day);
            }
            left += audio.count(day);
        }
        return Finding.erased("audio files", found, found - left, left, "");
    }

    /** One part for each day: audio lies together by the day on which a part began. */
    private static Collection<CallId> days(List<CallId> parts) {
        var days = new TreeMap<Long, CallId>();
        parts.forEach(part -> days.putIfAbsent(Math.floorDiv(part.startMicros, DAY_MICROS), part));
        return days.values();
    }

    /** Those whose keys may name the call. */
    private static List<Topic> topics() {
        return Topics.shipped().all().stream()
                .filter(topic -> !topic.key().equals("tenant_id|speaker_id"))
                .toList();
    }

    private static @Nullable Instant since(List<CallId> parts) {
        return parts.stream()
                .map(part -> Instant.ofEpochSecond(part.startMicros / 1_000_000 - EARLIER_CLOCKS_S))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
