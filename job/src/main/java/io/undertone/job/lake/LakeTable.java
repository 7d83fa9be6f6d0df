package io.undertone.job.lake;

import io.undertone.schema.Call;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import org.apache.avro.Schema;

/** The tables, each with the record that is its row. */
public enum LakeTable {
    CALLS("calls"),
    UTTERANCES("utterances"),
    SILENCES("silences");

    private final String tableName;

    LakeTable(String tableName) {
        this.tableName = tableName;
    }

    public String tableName() {
        return tableName;
    }

    public Schema row() {
        return switch (this) {
            case CALLS -> Call.getClassSchema();
            case UTTERANCES -> Utterance.getClassSchema();
            case SILENCES -> Silence.getClassSchema();
        };
    }
}
