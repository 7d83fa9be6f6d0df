package io.undertone.job.postcall;

import io.undertone.job.words.TranscribedPack;
import io.undertone.udfs.words.Pack;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Stands where nobody transcribes, so that the graph is the same: nothing may come this way. */
final class NoTranscriber implements FlatMapFunction<Pack, TranscribedPack> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Pack pack, Collector<TranscribedPack> out) {
        throw new IllegalStateException("%s is to be transcribed, and there is no transcriber".formatted(pack.name()));
    }
}
