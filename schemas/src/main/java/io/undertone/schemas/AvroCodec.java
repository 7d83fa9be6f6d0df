package io.undertone.schemas;

import io.undertone.schemas.UnreadableRecordException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of Undertone's topics: Avro single-object encoding, which is the marker C3 01, the CRC-64
 * fingerprint of the writer's schema (little-endian) and the record. Records of every released version come out as the
 * current one.
 *
 * <p>An instance is <b>not thread-safe</b>, because it reuses its decoder: give each operator or consumer its own.
 * {@link #encode} is static and safe from any thread.
 */
public final class AvroCodec {

    static final int HEADER_BYTES = 10;
    private static final int MARKER = 0xC301;

    private static final ClassValue<BinaryMessageEncoder<SpecificRecord>> ENCODERS = new ClassValue<>() {
        @Override
        protected BinaryMessageEncoder<SpecificRecord> computeValue(Class<?> type) {
            return encoderFor(type.asSubclass(SpecificRecord.class));
        }
    };

    private final ReleasedSchemas released;
    private final Map<Long, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
    private final GuardedDecoder decoder = new GuardedDecoder();

    public AvroCodec() {
        this(ReleasedSchemas.shipped());
    }

    AvroCodec(ReleasedSchemas released) {
        this.released = released;
    }

    /** The record as bytes of its own, for the caller to keep. Refuses records whose schema nobody could look up. */
    public static byte[] encode(SpecificRecord datum) {
        try {
            // Avro encodes into a buffer of the thread and returns an exact copy.
            return ENCODERS.get(datum.getClass()).encode(datum).array();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** The record, whichever it is: for topics that carry several kinds. */
    public SpecificRecord decode(byte @Nullable [] bytes) throws UnreadableRecordException {
        byte[] present = requirePresent(bytes);
        return read(present, writerOf(present));
    }

    /** The record, which has to be of this kind: for topics that carry one. */
    public <T extends SpecificRecord> T decode(byte @Nullable [] bytes, Class<T> type)
            throws UnreadableRecordException {
        byte[] present = requirePresent(bytes);
        ReleasedSchema writer = writerOf(present);
        if (writer.type() != type) {
            throw new UnreadableRecordException(
                    Reason.WRONG_RECORD, "found %s, expected %s".formatted(writer.described(), type.getSimpleName()));
        }
        return type.cast(read(present, writer));
    }

    private static byte[] requirePresent(byte @Nullable [] bytes) throws UnreadableRecordException {
        if (bytes == null || bytes.length == 0) {
            throw new UnreadableRecordException(
                    Reason.EMPTY, "found no bytes, expected a header of %d and a record".formatted(HEADER_BYTES));
        }
        return bytes;
    }

    private ReleasedSchema writerOf(byte[] bytes) throws UnreadableRecordException {
        if (bytes.length < HEADER_BYTES) {
            throw new UnreadableRecordException(
                    Reason.NOT_SINGLE_OBJECT,
                    "found %d bytes, expected at least a header of %d".formatted(bytes.length, HEADER_BYTES));
        }
        int marker = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (marker != MARKER) {
            throw new UnreadableRecordException(
                    Reason.NOT_SINGLE_OBJECT,
                    "found %04x at the start, expected Avro's marker %04x".formatted(marker, MARKER));
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        ReleasedSchema writer = released.find(fingerprint);
        if (writer == null) {
            throw new UnreadableRecordException(
                    Reason.UNKNOWN_SCHEMA,
                    "found fingerprint %016x, expected that of one of the %d released schemas"
                            .formatted(fingerprint, released.all().size()));
        }
        return writer;
    }

    private SpecificRecord read(byte[] bytes, ReleasedSchema writer) throws UnreadableRecordException {
        decoder.open(bytes, HEADER_BYTES);
        try {
            SpecificRecord datum = readers.computeIfAbsent(writer.fingerprint(), key -> readerFor(writer))
                    .read(null, decoder);
            if (decoder.remaining() == 0) {
                return datum;
            }
        } catch (IOException | RuntimeException e) {
            // Avro answers bytes that do not follow the schema by exceptions of many types, of indices among others.
            throw corrupt(bytes, writer, e);
        }
        throw trailing(bytes, writer);
    }

    private UnreadableRecordException corrupt(byte[] bytes, ReleasedSchema writer, Exception why) {
        return new UnreadableRecordException(
                Reason.CORRUPT,
                "found bytes that are no %s: %s at %d of %d bytes"
                        .formatted(writer.described(), why.getClass().getSimpleName(), position(bytes), bytes.length));
    }

    private UnreadableRecordException trailing(byte[] bytes, ReleasedSchema writer) {
        return new UnreadableRecordException(
                Reason.TRAILING_BYTES,
                "found %d bytes, expected the %d of the %s that they begin with"
                        .formatted(bytes.length, position(bytes), writer.described()));
    }

    private int position(byte[] bytes) {
        try {
            return bytes.length - decoder.remaining();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static SpecificDatumReader<SpecificRecord> readerFor(ReleasedSchema writer) {
        SpecificData model = SpecificData.getForClass(writer.type());
        return new SpecificDatumReader<>(writer.schema(), model.getSchema(writer.type()), model);
    }

    private static BinaryMessageEncoder<SpecificRecord> encoderFor(Class<? extends SpecificRecord> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        List<ReleasedSchema> versions = ReleasedSchemas.shipped().versionsOf(type);
        long fingerprint = new ReleasedSchema(type, versions.size() + 1, schema).fingerprint();
        if (versions.stream().noneMatch(each -> each.fingerprint() == fingerprint)) {
            throw new IllegalArgumentException("%s with fingerprint %016x is not released: nobody could read it"
                    .formatted(type.getName(), fingerprint));
        }
        return new BinaryMessageEncoder<>(model, schema);
    }
}
