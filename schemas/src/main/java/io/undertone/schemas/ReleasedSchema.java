package io.undertone.schemas;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/**
 * One version of a record as it was given to the world: bytes written by it may lie in any topic. {@code type} is the
 * class of the record's current version, which reads every earlier one.
 */
public record ReleasedSchema(Class<? extends SpecificRecord> type, int version, Schema schema, long fingerprint) {

    ReleasedSchema(Class<? extends SpecificRecord> type, int version, Schema schema) {
        this(type, version, schema, SchemaNormalization.parsingFingerprint64(schema));
    }

    /** What messages call it: {@code AudioFrame version 2 (fingerprint 0123456789abcdef)}. */
    String described() {
        return "%s version %d (fingerprint %016x)".formatted(type.getSimpleName(), version, fingerprint);
    }
}
