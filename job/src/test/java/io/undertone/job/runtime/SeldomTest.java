package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A field that is seldom there costs nothing while it is not. */
class SeldomTest {
    private static int made;

    private final TypeSerializer<Envelope> serializer = serializer();

    @Test
    void makesNothingForAFieldThatIsNotThere() throws IOException {
        byte[] written = written(envelope(null));
        made = 0;
        assertThat(read(serializer, written).letter).isNull();
        assertThat(made).isZero();
    }

    @Test
    void makesOneObjectForAFieldThatIsThere() throws IOException {
        byte[] written = written(envelope("hello"));
        made = 0;
        assertThat(read(serializer, written).letter)
                .isNotNull()
                .extracting(letter -> letter.text)
                .isEqualTo("hello");
        assertThat(made).isEqualTo(1);
    }

    @Test
    void copiesWhatIsThere() {
        Envelope original = envelope("hello");
        Envelope copy = serializer.copy(original);
        assertThat(copy.letter)
                .isNotSameAs(original.letter)
                .usingRecursiveComparison()
                .isEqualTo(original.letter);
        assertThat(serializer.copy(envelope(null)).letter).isNull();
    }

    @Test
    void readsWhatACheckpointHolds() throws IOException {
        var out = new DataOutputSerializer(256);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<Envelope> kept = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(serializer()
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(kept)
                        .isCompatibleAsIs())
                .isTrue();
        Envelope read = read(kept.restoreSerializer(), written(envelope("hello")));
        assertThat(read.letter).isNotNull().extracting(letter -> letter.text).isEqualTo("hello");
    }

    private static TypeSerializer<Envelope> serializer() {
        return TypeInformation.of(Envelope.class).createSerializer(new SerializerConfigImpl());
    }

    private static Envelope envelope(@Nullable String text) {
        var envelope = new Envelope();
        if (text != null) {
            envelope.letter = new Letter();
            envelope.letter.text = text;
        }
        return envelope;
    }

    private byte[] written(Envelope envelope) throws IOException {
        var out = new DataOutputSerializer(64);
        serializer.serialize(envelope, out);
        return out.getCopyOfBuffer();
    }

    private static Envelope read(TypeSerializer<Envelope> serializer, byte[] written) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(written));
    }

    /** A record that seldom holds a letter. */
    public static class Envelope {
        public String address = "";

        @TypeInfo(Seldom.class)
        public @Nullable Letter letter;

        public Envelope() {}
    }

    /** What it holds. */
    public static class Letter {
        public String text = "";

        public Letter() {
            made++;
        }
    }
}
