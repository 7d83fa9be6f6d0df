package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.schema.AudioFrame;
import io.undertone.schema.FrameType;
import io.undertone.schema.Role;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** How records of versions before and after the current one are read; neither need exist among the released ones. */
final class OtherVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_field_that_came_later_has_its_default() throws Exception {
        Schema older = changed(fields -> {
            fields.remove(indexOf(fields, "channel_count"));
            fields.remove(indexOf(fields, "participant_role"));
        });

        AudioFrame read = read(older, written -> {});

        assertThat(read.getChannelCount()).isEqualTo(1);
        assertThat(read.getParticipantRole()).isEqualTo(Role.UNKNOWN);
        assertThat(read.getPayload()).isEqualTo(Frames.frame(5).getPayload());
    }

    @Test
    void fields_that_only_the_writer_knows_are_skipped() throws Exception {
        Schema newer = changed(fields -> {
            fields.insert(0, field("note", "\"string\""));
            fields.insert(4, field("levels", "{\"type\":\"array\",\"items\":\"bytes\"}"));
            fields.insert(9, field("tags", "{\"type\":\"map\",\"values\":\"string\"}"));
        });

        AudioFrame read = read(newer, written -> {
            written.put("note", "ignored");
            written.put("levels", List.of(ByteBuffer.wrap(new byte[] {1, 2, 3})));
            written.put("tags", Map.of("a", "b"));
        });

        assertThat(read).isEqualTo(Frames.frame(5));
    }

    @Test
    void a_symbol_that_only_the_writer_knows_becomes_the_default() throws Exception {
        Schema newer = changed(fields ->
                ((ArrayNode) fields.get(indexOf(fields, "frame_type")).at("/type/symbols")).add("COMFORT_NOISE"));
        Schema symbols = newer.getField("frame_type").schema();

        AudioFrame read =
                read(newer, written -> written.put("frame_type", new GenericData.EnumSymbol(symbols, "COMFORT_NOISE")));

        assertThat(read.getFrameType()).isEqualTo(FrameType.MEDIA);
    }

    private static AudioFrame read(Schema writer, Consumer<GenericRecord> change) throws Exception {
        var released = new ReleasedSchemas(List.of(
                new ReleasedSchema(AudioFrame.class, 1, writer),
                new ReleasedSchema(AudioFrame.class, 2, AudioFrame.getClassSchema())));
        AudioFrame frame = Frames.frame(5);
        GenericData model = frame.getSpecificData();
        GenericRecord written = new GenericData.Record(writer);
        for (Schema.Field field : writer.getFields()) {
            Schema.Field known = frame.getSchema().getField(field.name());
            if (known != null) {
                written.put(field.pos(), frame.get(known.pos()));
            }
        }
        change.accept(written);
        byte[] bytes = new BinaryMessageEncoder<>(model, writer).encode(written).array();
        return new AvroCodec(released).decode(bytes, AudioFrame.class);
    }

    private static Schema changed(Consumer<ArrayNode> change) throws Exception {
        ObjectNode schema = (ObjectNode) JSON.readTree(Contract.file(AudioFrame.getClassSchema()));
        change.accept((ArrayNode) schema.get("fields"));
        return new Schema.Parser().parse(schema.toString());
    }

    private static int indexOf(ArrayNode fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no field " + name);
    }

    private static ObjectNode field(String name, String type) {
        try {
            return JSON.createObjectNode().put("name", name).set("type", JSON.readTree(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
