package io.undertone.job.migrate;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;

/** All that the jobs need before they start. A store that does not answer hides no problem of another. */
public final class Migration {
    private Migration() {}

    /** Creates what is missing, with the replication that the brokers have as their default. */
    public static Summary run(UndertoneConfig config) {
        return run(config, TopicMigration.BROKERS_REPLICATION);
    }

    /** Creates what is missing. */
    public static Summary run(UndertoneConfig config, short replicationFactor) {
        return memory(config)
                .and(new TopicMigration(config.kafka(), replicationFactor).migrate())
                .and(new DatabaseMigration(config.postgres()).migrate())
                .and(new LakeMigration(config.lake()).migrate());
    }

    /** Changes nothing. */
    public static Summary check(UndertoneConfig config) {
        return memory(config)
                .and(new TopicMigration(config.kafka(), TopicMigration.BROKERS_REPLICATION).check())
                .and(new DatabaseMigration(config.postgres()).check())
                .and(new LakeMigration(config.lake()).check());
    }

    /** Of the tables alone, which the post-call leg writes. Changes nothing. */
    public static Summary checkTables(UndertoneConfig config) {
        return new DatabaseMigration(config.postgres()).check().and(new LakeMigration(config.lake()).check());
    }

    /** What can be replayed can be written again, unless it is remembered for longer than its records are kept. */
    private static Summary memory(UndertoneConfig config) {
        Topic media = Topics.shipped().named("call-media");
        long keptMs = media.retentionMs() + media.segmentMs();
        return config.postCall().memoryMs() >= keptMs
                ? Summary.NOTHING
                : Summary.problem("post_call.memory_ms is %d, expected at least %d: call-media is kept for so long"
                        .formatted(config.postCall().memoryMs(), keptMs));
    }
}
