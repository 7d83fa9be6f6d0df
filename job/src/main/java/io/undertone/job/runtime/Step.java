package io.undertone.job.runtime;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Every step, in the order in which a call meets them. The uid names its state in savepoints forever: changing one is a
 * migration.
 */
public enum Step {
    READ_MEDIA("read-media"),
    READ_UPDATES("read-updates"),
    READ_VOICEPRINT_ANSWERS("read-voiceprint-answers"),
    READ_FEEDBACK("read-feedback"),
    ADMIT_MEDIA("admit-media"),
    ADMIT_UPDATES("admit-updates"),
    ADMIT_VOICEPRINT_ANSWERS("admit-voiceprint-answers"),
    ADMIT_FEEDBACK("admit-feedback"),
    SEQUENCE_AUDIO("sequence-audio"),
    DETECT_SPEECH("detect-speech"),
    MEASURE_LOUDNESS("measure-loudness"),
    CUT_WINDOWS("cut-windows"),
    ASSEMBLE_UTTERANCES("assemble-utterances"),
    STORE_AUDIO("store-audio"),
    RELEASE_ERASURES("release-erasures"),
    ERASE_AUDIO("erase-audio"),
    EMBED_WINDOWS("embed-windows"),
    TRACK_SPEAKERS("track-speakers"),
    CUT_MOOD_WINDOWS("cut-mood-windows"),
    READ_EMOTION("read-emotion"),
    JUDGE_MOODS("judge-moods"),
    COMPLETE_UTTERANCES("complete-utterances"),
    PUBLISH_ALERTS("publish-alerts"),
    PUBLISH_INSIGHTS("publish-insights"),
    ASK_VOICEPRINTS("ask-voiceprints"),
    PUBLISH_UTTERANCES("publish-utterances"),
    PUBLISH_ENDED_CALLS("publish-ended-calls"),
    PUBLISH_DEAD_LETTERS("publish-dead-letters"),

    READ_ENROLLMENTS("read-enrollments"),
    READ_VOICEPRINT_REQUESTS("read-voiceprint-requests"),
    READ_VOICEPRINTS("read-voiceprints"),
    ADMIT_ENROLLMENTS("admit-enrollments"),
    ADMIT_VOICEPRINT_REQUESTS("admit-voiceprint-requests"),
    ADMIT_VOICEPRINTS("admit-voiceprints"),
    HEAR_ENROLLMENTS("hear-enrollments"),
    EMBED_VOICES("embed-voices"),
    KEEP_VOICES("keep-voices"),
    PUBLISH_VOICEPRINTS("publish-voiceprints"),
    PUBLISH_ENROLLMENT_RESULTS("publish-enrollment-results"),
    PUBLISH_VOICEPRINT_ANSWERS("publish-voiceprint-answers"),
    PUBLISH_VOICES_DEAD_LETTERS("publish-voices-dead-letters"),

    READ_UTTERANCES("read-utterances"),
    READ_ENDED_CALLS("read-ended-calls"),
    READ_WINDOWS("read-windows"),
    READ_ALERTS("read-alerts"),
    READ_VERDICTS("read-verdicts"),
    READ_REANALYSES("read-reanalyses"),
    LOAD_KEPT_CALLS("load-kept-calls"),
    ADMIT_UTTERANCES("admit-utterances"),
    ADMIT_ENDED_CALLS("admit-ended-calls"),
    ADMIT_WINDOWS("admit-windows"),
    ADMIT_ALERTS("admit-alerts"),
    ADMIT_VERDICTS("admit-verdicts"),
    ADMIT_KEPT_CALLS("admit-kept-calls"),
    GATHER_CALLS("gather-calls"),
    DESCRIBE_CALLS("describe-calls"),
    KEEP_CALLS("keep-calls"),
    TRANSCRIBE("transcribe"),
    GATHER_WORDS("gather-words"),
    ANALYSE("analyse"),
    GATHER_MEANING("gather-meaning"),
    SPLIT_REPORTS("split-reports"),
    KEEP_AUDIO("keep-audio"),
    DELETE_AUDIO("delete-audio"),
    DESCRIBE_ALERTS("describe-alerts"),
    DESCRIBE_VERDICTS("describe-verdicts"),
    CONVERT_CALLS("convert-calls"),
    CONVERT_UTTERANCES("convert-utterances"),
    CONVERT_SILENCES("convert-silences"),
    CONVERT_WINDOWS("convert-windows"),
    CONVERT_ALERTS("convert-alerts"),
    CONVERT_VERDICTS("convert-verdicts"),
    STORE_CALLS("store-calls"),
    STORE_UTTERANCES("store-utterances"),
    STORE_SILENCES("store-silences"),
    STORE_WINDOWS("store-windows"),
    STORE_ALERTS("store-alerts"),
    STORE_VERDICTS("store-verdicts"),
    UPSERT_CALLS("upsert-calls"),
    UPSERT_UTTERANCES("upsert-utterances"),
    UPSERT_SILENCES("upsert-silences"),
    UPSERT_ALERTS("upsert-alerts"),
    UPSERT_VERDICTS("upsert-verdicts"),
    PUBLISH_ANALYSES("publish-analyses"),
    PUBLISH_POST_CALL_DEAD_LETTERS("publish-post-call-dead-letters");

    private final String uid;

    Step(String uid) {
        this.uid = uid;
    }

    /** The uid, which is also the name that Flink's web page shows. */
    public String uid() {
        return uid;
    }

    /** Marks {@code operator} as this step. */
    public <T> SingleOutputStreamOperator<T> on(SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(uid);
    }

    /** Marks {@code sink} as this step. */
    public <T> DataStreamSink<T> on(DataStreamSink<T> sink) {
        return sink.uid(uid).name(uid);
    }
}
