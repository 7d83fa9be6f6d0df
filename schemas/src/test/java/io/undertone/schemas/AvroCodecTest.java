package io.undertone.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.SampleInterval;
import io.undertone.schemas.UnreadableRecordException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AvroCodecTest {

    private final AvroCodec codec = new AvroCodec();

    @Test
    void a_record_comes_back_as_it_went() throws Exception {
        AudioFrame frame = Frames.frame(7);

        assertThat(codec.decode(AvroCodec.encode(frame))).isEqualTo(frame);
        assertThat(codec.decode(AvroCodec.encode(frame), AudioFrame.class)).isEqualTo(frame);
    }

    @Test
    void bytes_are_those_of_avros_own_single_object_encoder() throws Exception {
        AudioFrame frame = Frames.frame(7);
        ByteBuffer avros = AudioFrame.getEncoder().encode(frame);

        assertThat(ByteBuffer.wrap(AvroCodec.encode(frame))).isEqualTo(avros);
    }

    @Test
    void avros_own_decoder_reads_our_bytes_with_our_schemas() throws Exception {
        AudioFrame frame = Frames.frame(7);
        var avros = new BinaryMessageDecoder<AudioFrame>(
                frame.getSpecificData(), AudioFrame.getClassSchema(), ReleasedSchemas.shipped());

        assertThat(avros.decode(AvroCodec.encode(frame))).isEqualTo(frame);
    }

    @Test
    void a_record_that_was_handed_out_keeps_its_payload() throws Exception {
        AudioFrame first = codec.decode(AvroCodec.encode(Frames.frame(1)), AudioFrame.class);
        codec.decode(AvroCodec.encode(Frames.frame(2)), AudioFrame.class);

        assertThat(first).isEqualTo(Frames.frame(1));
    }

    @Test
    void many_threads_may_encode_at_once() {
        List<byte[]> alone = LongStream.range(0, 500)
                .mapToObj(n -> AvroCodec.encode(Frames.frame(n)))
                .toList();

        List<byte[]> together = LongStream.range(0, 500)
                .parallel()
                .mapToObj(n -> AvroCodec.encode(Frames.frame(n)))
                .toList();

        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Test
    void a_record_whose_schema_was_not_released_is_not_written() {
        assertThatThrownBy(() -> AvroCodec.encode(new SampleInterval(0L, 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("io.undertone.schema.SampleInterval")
                .hasMessageContaining("not released");
    }

    @Test
    void nothing_is_empty() {
        assertThat(refused(null).reason()).isEqualTo(Reason.EMPTY);
        assertThat(refused(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void bytes_shorter_than_a_header_are_no_single_object() {
        var refusal = refused(Arrays.copyOf(AvroCodec.encode(Frames.frame(0)), 9));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_SINGLE_OBJECT);
        assertThat(refusal).hasMessageContaining("9 bytes").hasMessageContaining("header of 10");
    }

    @Test
    void bytes_without_the_marker_are_no_single_object() {
        var refusal = refused("{\"call_id\": \"secret\"}".getBytes(UTF_8));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_SINGLE_OBJECT);
        assertThat(refusal).hasMessageContaining("7b22").hasMessageContaining("c301");
        assertThat(refusal.getMessage()).doesNotContain("secret");
    }

    @Test
    void an_unknown_schema_is_named_by_its_fingerprint() {
        byte[] bytes = HexFormat.of().parseHex("c301" + "efcdab8967452301" + "00");

        var refusal = refused(bytes);

        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(refusal).hasMessageContaining("0123456789abcdef");
    }

    @Test
    void a_record_that_ends_early_is_corrupt() {
        byte[] whole = AvroCodec.encode(Frames.frame(0));

        for (int length = AvroCodec.HEADER_BYTES; length < whole.length; length++) {
            assertThat(refused(Arrays.copyOf(whole, length)).reason())
                    .as("%d of %d bytes", length, whole.length)
                    .isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void bytes_behind_a_record_are_refused() {
        byte[] whole = AvroCodec.encode(Frames.frame(0));

        var refusal = refused(Arrays.copyOf(whole, whole.length + 3));

        assertThat(refusal.reason()).isEqualTo(Reason.TRAILING_BYTES);
        assertThat(refusal)
                .hasMessageContaining("found %d bytes", whole.length + 3)
                .hasMessageContaining("expected the %d", whole.length);
    }

    @Test
    void a_record_of_another_kind_is_refused_where_one_kind_is_expected() {
        byte[] frame = AvroCodec.encode(Frames.frame(0));

        var refusal = catchThrowableOfType(UnreadableRecordException.class, () -> codec.decode(frame, CallEvent.class));

        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_RECORD);
        assertThat(refusal).hasMessageContaining("AudioFrame version 1").hasMessageContaining("expected CallEvent");
    }

    @Test
    void the_codec_goes_on_after_a_refusal() throws Exception {
        byte[] whole = AvroCodec.encode(Frames.frame(3));
        refused(Arrays.copyOf(whole, 50));

        SpecificRecord next = codec.decode(whole);

        assertThat(next).isEqualTo(Frames.frame(3));
    }

    private UnreadableRecordException refused(byte @Nullable [] bytes) {
        return catchThrowableOfType(UnreadableRecordException.class, () -> codec.decode(bytes));
    }
}
