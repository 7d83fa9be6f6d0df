package io.undertone.job.runtime;

import io.undertone.udfs.call.RecordOrigin;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.jspecify.annotations.Nullable;

/** An element that belongs to a call or, in the voices leg, to a speaker. */
public interface Keyed {
    /** {@code tenant|call}, or {@code tenant|speaker}. */
    String key();

    /** Where the record lies that brought it about; null when a deadline did, or where nobody asks. */
    default @Nullable RecordOrigin origin() {
        return null;
    }

    /** Sends each element to the subtask that owns its call: a network hop. */
    static <T extends Keyed> KeyedStream<T, String> byCall(DataStream<T> stream) {
        return stream.keyBy(selector(), Types.STRING);
    }

    /** Sends each element to the subtask that owns its speaker. */
    static <T extends Keyed> KeyedStream<T, String> bySpeaker(DataStream<T> stream) {
        return stream.keyBy(selector(), Types.STRING);
    }

    /**
     * Declares that the elements are where their calls are: no network. True only between one-input operators of one chain;
     * behind an asynchronous stage or before a two-input operator a rescale breaks it, so there stands {@link #byCall}.
     */
    static <T extends Keyed> KeyedStream<T, String> sameCall(DataStream<T> stream) {
        return DataStreamUtils.reinterpretAsKeyedStream(stream, selector(), Types.STRING);
    }

    private static <T extends Keyed> KeySelector<T, String> selector() {
        return Keyed::key;
    }
}
