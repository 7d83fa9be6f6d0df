package io.undertone.job.lake;

import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import org.apache.avro.Schema;
import org.apache.iceberg.PartitionSpec;

/** The tables, each with the record that is its row. */
public enum LakeTable {
    CALLS("calls"),
    UTTERANCES("utterances"),
    SILENCES("silences"),
    EMOTION_WINDOWS("emotion_windows"),
    FRUSTRATION_EVENTS("frustration_events"),
    ALERT_FEEDBACK("alert_feedback");

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
            case EMOTION_WINDOWS -> EmotionWindow.getClassSchema();
            case FRUSTRATION_EVENTS -> AlertEvent.getClassSchema();
            case ALERT_FEEDBACK -> FeedbackRow.getClassSchema();
        };
    }

    /** How a new table is divided: hidden, so that a query names times and no partitions. */
    public PartitionSpec partitions(org.apache.iceberg.Schema columns) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(columns);
        return switch (this) {
            // Thousands to an hour of a call, and asked about by the hour.
            case EMOTION_WINDOWS -> spec.hour("begin_time").build();
            case CALLS, UTTERANCES, SILENCES, FRUSTRATION_EVENTS, ALERT_FEEDBACK ->
                spec.day("call_start").build();
        };
    }
}
