package io.undertone.job.kafka;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.ReadRecord;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.call.RecordOrigin;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a topic that carries one kind of record. What cannot be read comes out too, with what was wrong. */
abstract class KafkaReader<A extends SpecificRecord, T extends ReadRecord>
        implements KafkaRecordDeserializationSchema<T> {
    private static final long serialVersionUID = 1;

    private final Step step;
    private final Class<A> record;
    private final Class<T> type;

    private transient @Nullable AvroCodec codec;

    KafkaReader(Step step, Class<A> record, Class<T> type) {
        this.step = step;
        this.record = record;
        this.type = type;
    }

    /** What {@code from} says; or nothing, where it says nothing that this leg asks for. */
    abstract List<T> read(A from);

    /** An element for a record that cannot be used. */
    abstract T empty();

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<T> out) {
        RecordOrigin origin = Origins.of(from);
        List<T> read;
        try {
            read = read(from.value());
        } catch (RuntimeException bug) {
            throw StepFailure.reading(step, Texts.call(from.key()), origin, bug);
        }
        for (T each : read) {
            each.origin = origin;
            out.collect(each);
        }
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(type);
    }

    /** A record that was read but cannot be used. */
    final T unusable(String reason, @Nullable String detail) {
        T element = empty();
        element.unusable = reason;
        element.detail = detail == null ? "" : detail;
        return element;
    }

    private List<T> read(byte @Nullable [] value) {
        try {
            SpecificRecord found = Opened.of(codec).decode(value);
            return record.isInstance(found)
                    ? read(record.cast(found))
                    : List.of(unusable(
                            "WRONG_RECORD",
                            "found a %s, expected %s"
                                    .formatted(found.getSchema().getName(), record.getSimpleName())));
        } catch (UnreadableRecordException e) {
            return List.of(unusable(e.reason().name(), e.getMessage()));
        }
    }
}
