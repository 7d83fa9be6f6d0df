package io.undertone.job.kafka;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.EndedCall;
import io.undertone.schema.UtteranceEvent;
import io.undertone.udfs.call.CallId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Gathered calls as files: Avro's object container, with the header and the utterances as the topics have them and the emotion
 * windows as their table has them. The schema of the writer stands in the file, so that later releases read it. The same call
 * gives the same bytes.
 */
public final class KeptCallContract {
    private static final Schema RECORD = Schema.createUnion(
            EndedCall.getClassSchema(), UtteranceEvent.getClassSchema(), EmotionWindow.getClassSchema());
    private static final String COMPLETE = "undertone.complete";
    private static final int SYNC_BYTES = 16;
    private static final int DEFLATE_LEVEL = 6;

    private KeptCallContract() {}

    public static byte[] write(KeptCall call) {
        var bytes = new ByteArrayOutputStream();
        try (var file = new DataFileWriter<SpecificRecord>(new SpecificDatumWriter<>(RECORD, model()))) {
            file.setCodec(CodecFactory.deflateCodec(DEFLATE_LEVEL));
            file.setMeta(COMPLETE, Boolean.toString(call.complete));
            CallId id = call.ended.id;
            file.create(RECORD, bytes, sync(id));
            file.append(EndedCallContract.write(call.ended, Map.of()));
            for (var utterance : call.utterances) {
                file.append(CallContract.write(id, utterance));
            }
            for (var window : call.windows) {
                file.append(WindowContract.write(id, 0, window));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The call of such a file.
     *
     * @throws IllegalArgumentException for bytes that are none
     */
    public static KeptCall read(byte[] content) {
        var call = new KeptCall();
        boolean headed = false;
        SpecificData model = model();
        try (var file = new DataFileReader<SpecificRecord>(
                new SeekableByteArrayInput(content), new SpecificDatumReader<>(null, RECORD, model))) {
            call.complete = Boolean.parseBoolean(file.getMetaString(COMPLETE));
            for (SpecificRecord record : file) {
                headed |= record instanceof EndedCall;
                add(call, record);
            }
        } catch (IOException | RuntimeException e) {
            // Avro answers bytes that do not follow the schema by exceptions of many types, of indices among others.
            throw new IllegalArgumentException(
                    "the file is no kept call: " + e.getClass().getSimpleName(), e);
        }
        if (!headed) {
            throw new IllegalArgumentException("the file holds no header of a call");
        }
        return call;
    }

    private static void add(KeptCall call, SpecificRecord record) {
        if (record instanceof EndedCall ended) {
            call.ended = EndedCallContract.read(ended);
        } else if (record instanceof UtteranceEvent utterance) {
            call.utterances.add(CallContract.read(utterance));
        } else if (record instanceof EmotionWindow window) {
            call.windows.add(WindowContract.read(window));
        }
    }

    /** What stands between blocks: chance would make each file of a call another. */
    private static byte[] sync(CallId id) {
        UUID name = UUID.nameUUIDFromBytes((id.key() + "|" + id.partKey()).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(SYNC_BYTES)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array();
    }

    /** With the classes of this program, whichever thread asks. */
    private static SpecificData model() {
        var model = new SpecificData(KeptCallContract.class.getClassLoader());
        model.addLogicalTypeConversion(new TimestampMicrosConversion());
        return model;
    }
}
