package io.undertone.job.live;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Where calls come from: the gateways' ordered topic, and what other systems know. */
public record LiveInlets(DataStream<MediaRecord> media, DataStream<MediaRecord> updates) {}
