package io.undertone.job.voices;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Recordings to know voices by, calls that ask, and the topic of voiceprints itself: tombstones, and all that was known. */
public record VoicesInlets(
        DataStream<VoiceRecord> enrollments, DataStream<VoiceRecord> requests, DataStream<VoiceRecord> voiceprints) {}
