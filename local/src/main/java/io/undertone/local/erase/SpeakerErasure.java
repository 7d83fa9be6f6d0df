package io.undertone.local.erase;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.lake.OpenLake;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.job.maintain.LakeErasure;
import io.undertone.job.maintain.SpeakerEdit;
import io.undertone.job.maintain.SpeakerRows;
import io.undertone.job.reanalysis.KeptCalls;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import io.undertone.udfs.call.CallId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;

/**
 * Erases what a speaker is known by: the voiceprint, and the id in all rows. What was said stays, as does what others call the
 * speaker, such as an agent's id.
 */
final class SpeakerErasure {
    private static final String VOICEPRINTS = "speaker-voiceprints";

    private final UndertoneConfig config;
    private final Clock clock;
    private final boolean dry;

    SpeakerErasure(UndertoneConfig config, Clock clock, boolean dry) {
        this.config = config;
        this.clock = clock;
        this.dry = dry;
    }

    List<Finding> erase(String tenant, String speaker) throws IOException {
        String key = CallKey.ofSpeaker(tenant, speaker);
        var findings = new ArrayList<Finding>();
        findings.addAll(topics(key));
        var rows = new SpeakerRows(tenant, speaker);
        try (OpenLake lake = OpenLake.of(config.lake());
                DatabaseRows database = DatabaseRows.of(config.postgres())) {
            findings.add(keptCalls(rows));
            findings.addAll(database(database, rows));
            for (LakeTable name : LakeTable.values()) {
                Table table = lake.table(name);
                var edit = new SpeakerEdit(table.schema(), tenant, speaker);
                findings.add(LakeLine.of(
                        name, LakeErasure.run(table, edit, config.maintain().fileBytes(), dry)));
            }
        }
        return findings;
    }

    /** The voice goes first: what is heard from now on is nobody's. */
    private List<Finding> topics(String key) throws IOException {
        var traces = new TopicTraces(config.kafka());
        List<Topic> all = List.copyOf(Topics.shipped().all());
        var findings = new ArrayList<Finding>();
        for (Topic topic : all) {
            if (topic.name().equals(VOICEPRINTS)) {
                findings.add(voiceprint(traces, topic, key));
            } else if (topic.key().equals("tenant_id|speaker_id")) {
                findings.add(traces.find(List.of(topic), key, null).get(0).finding());
            } else if (topic.key().equals("tenant_id|call_id") && !topic.name().equals("reanalysis-requests")) {
                findings.add(Finding.expiring(
                        "topic " + topic.name(), 0, "not searched, as calls are its keys: gone by " + goneBy(topic)));
            }
        }
        return findings;
    }

    private Finding voiceprint(TopicTraces traces, Topic topic, String key) throws IOException {
        long found = live(traces, topic, key);
        if (!dry && found > 0) {
            Tombstone.write(config.kafka(), topic.name(), key);
        }
        long left = live(traces, topic, key);
        String note = found > left ? "ended by a tombstone; taken out of the topic by " + goneBy(topic) : "";
        return Finding.erased("topic " + topic.name(), found, found - left, left, note);
    }

    private static long live(TopicTraces traces, Topic topic, String key) throws IOException {
        Trace trace = traces.find(List.of(topic), key, null).get(0);
        return trace.newest() == null || trace.ended() ? 0 : 1;
    }

    /** A later analysis would write the id again. */
    private Finding keptCalls(SpeakerRows rows) throws IOException {
        var kept = new KeptCalls(config.audio().directory());
        long found = 0;
        long removed = 0;
        for (CallId part : Parts.naming(config.postgres(), rows)) {
            found += kept.holds(part) ? 1 : 0;
            removed += !dry && kept.delete(part) ? 1 : 0;
        }
        String note = removed > 0 ? "these calls can't be analysed again" : "";
        return Finding.erased("calls kept for reanalyse", found, removed, found - removed, note);
    }

    private List<Finding> database(DatabaseRows database, SpeakerRows rows) throws IOException {
        Map<String, Long> found = rows.count(database);
        Map<String, Long> removed = dry ? Map.of() : rows.strip(database);
        Map<String, Long> left = rows.count(database);
        var findings = new ArrayList<Finding>();
        found.forEach((table, count) -> findings.add(Finding.erased(
                "PostgreSQL " + table, count, removed.getOrDefault(table, 0L), left.getOrDefault(table, 0L), "")));
        return findings;
    }

    private Instant goneBy(Topic topic) {
        return clock.instant().plusMillis(topic.retentionMs()).plusMillis(topic.segmentMs());
    }
}
