package io.undertone.job.kafka;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.EndedCall;
import io.undertone.schema.UtteranceEvent;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.moods.UtteranceMood;
import io.undertone.udfs.moods.WindowFacts;
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
import org.jspecify.annotations.Nullable;

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
                file.append(write(id, window));
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
            call.windows.add(read(window));
        }
    }

    private static EmotionWindow write(CallId id, WindowFacts from) {
        var times = new CallTimes(id);
        EmotionWindow.Builder row = EmotionWindow.newBuilder()
                .setTenantId(id.tenantId)
                .setCallId(id.callId)
                .setCallStart(times.start())
                .setPart(id.part)
                .setRevision(0)
                .setLegId(from.legId)
                .setWindowNumber(from.number)
                .setRole(from.role.name())
                .setVoice(from.voice == 0 ? null : from.voice)
                .setSpeakerId(from.speakerId)
                .setBeginTime(times.at(from.begin))
                .setBeginS(CallTimes.seconds(from.begin))
                .setEndS(CallTimes.seconds(from.end))
                .setSmoothedNegative(from.smoothed[UtteranceMood.NEGATIVE])
                .setSmoothedNeutral(from.smoothed[UtteranceMood.NEUTRAL])
                .setSmoothedPositive(from.smoothed[UtteranceMood.POSITIVE])
                .setClassProbabilities(from.classes)
                .setLoudnessDeltaDb(from.loudnessDeltaDb)
                .setFailure(from.failure)
                .setEmotionModel(from.model);
        if (from.moods.length > 0) {
            row.setMood(UtteranceMood.likeliest(from.moods).name())
                    .setNegative(from.moods[UtteranceMood.NEGATIVE])
                    .setNeutral(from.moods[UtteranceMood.NEUTRAL])
                    .setPositive(from.moods[UtteranceMood.POSITIVE]);
        }
        return row.build();
    }

    private static WindowFacts read(EmotionWindow from) {
        var window = new WindowFacts();
        window.legId = from.getLegId();
        window.number = from.getWindowNumber();
        window.role = Role.valueOf(from.getRole());
        window.voice = from.getVoice() == null ? 0 : from.getVoice();
        window.speakerId = from.getSpeakerId();
        window.begin = sample(from.getBeginS());
        window.end = sample(from.getEndS());
        window.smoothed =
                new double[] {from.getSmoothedNegative(), from.getSmoothedNeutral(), from.getSmoothedPositive()};
        window.moods = moods(from.getNegative(), from.getNeutral(), from.getPositive());
        window.classes.putAll(from.getClassProbabilities());
        window.loudnessDeltaDb = from.getLoudnessDeltaDb();
        window.failure = from.getFailure();
        window.model = from.getEmotionModel();
        return window;
    }

    private static double[] moods(@Nullable Double negative, @Nullable Double neutral, @Nullable Double positive) {
        return negative == null || neutral == null || positive == null
                ? new double[0]
                : new double[] {negative, neutral, positive};
    }

    private static long sample(double seconds) {
        return Math.round(seconds * CallTimes.SAMPLE_RATE_HZ);
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
