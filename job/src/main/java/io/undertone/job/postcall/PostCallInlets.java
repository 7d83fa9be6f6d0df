package io.undertone.job.postcall;

import org.apache.flink.streaming.api.datastream.DataStream;

/** What the live leg handed over. */
public record PostCallInlets(DataStream<CallPart> utterances, DataStream<CallPart> endedCalls) {}
