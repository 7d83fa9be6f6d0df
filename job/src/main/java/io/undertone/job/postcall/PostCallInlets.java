package io.undertone.job.postcall;

import io.undertone.job.reanalysis.Reanalysis;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the live leg handed over, and what people said.
 *
 * @param windows the emotion windows of {@code call-insights}
 * @param verdicts what people said to alerts
 * @param reanalyses what is to be analysed once more
 */
public record PostCallInlets(
        DataStream<CallPart> utterances,
        DataStream<CallPart> endedCalls,
        DataStream<CallPart> windows,
        DataStream<AlertRecord> alerts,
        DataStream<VerdictRecord> verdicts,
        DataStream<Reanalysis> reanalyses) {}
