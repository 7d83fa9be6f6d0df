package io.undertone.job.live;

import org.apache.flink.streaming.api.datastream.DataStream;

/** What the live leg reads. */
public record LiveInlets(
        DataStream<MediaRecord> media,
        DataStream<MediaRecord> updates,
        DataStream<VoiceprintReply> voiceprints,
        DataStream<FeedbackReply> feedback) {}
