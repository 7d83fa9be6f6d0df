package io.undertone.job.kafka;

import io.undertone.job.live.MediaRecord;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallUpdate;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.call.FrameKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code call-media} and {@code call-updates}. What cannot be read comes out too, with what was wrong: nothing is lost. */
public final class MediaRecordReader implements KafkaRecordDeserializationSchema<MediaRecord> {
    private static final long serialVersionUID = 1;

    private static final long EARLIEST_MICROS = MediaContract.micros(Instant.parse("2000-01-01T00:00:00Z"));
    private static final long LATEST_MICROS = MediaContract.micros(Instant.parse("2100-01-01T00:00:00Z"));

    /** As for frames: a recording published at full speed runs ahead of the clock by at most the longest call. */
    private static final long FURTHEST_AHEAD_MILLIS = 14_400_000;

    private final boolean updates;

    private transient @Nullable AvroCodec codec;

    private MediaRecordReader(boolean updates) {
        this.updates = updates;
    }

    /** Of {@code call-media}: frames and call events. */
    static MediaRecordReader ofMedia() {
        return new MediaRecordReader(false);
    }

    /** Of {@code call-updates}: nothing but updates, since whatever needs order may not come from there. */
    static MediaRecordReader ofUpdates() {
        return new MediaRecordReader(true);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<MediaRecord> out) {
        MediaRecord media;
        try {
            media = read(record);
        } catch (RuntimeException bug) {
            Step step = updates ? Step.READ_UPDATES : Step.READ_MEDIA;
            throw StepFailure.reading(step, Texts.call(record.key()), Origins.of(record), bug);
        }
        out.collect(media);
    }

    @Override
    public TypeInformation<MediaRecord> getProducedType() {
        return TypeInformation.of(MediaRecord.class);
    }

    private MediaRecord read(ConsumerRecord<byte[], byte[]> record) {
        var media = new MediaRecord();
        media.origin = Origins.of(record);
        try {
            fill(media, Opened.of(codec).decode(record.value()));
        } catch (UnreadableRecordException e) {
            return unusable(media, e.reason().name(), e.getMessage());
        }
        if (media.unusable == null) {
            checkIds(media, record.key());
        }
        if (media.unusable == null) {
            checkTime(media);
        }
        return media;
    }

    /**
     * Times far from any call would overflow what is computed from them. A signal far ahead of its record would close the call and
     * open another one, without the first one's secure pause.
     */
    private static void checkTime(MediaRecord media) {
        long micros = media.frame != null ? media.frame.captureMicros : Opened.of(media.signal).atMicros;
        boolean endOfStream = media.frame != null && media.frame.kind == FrameKind.END_OF_STREAM;
        long aheadMillis = media.signal == null ? 0 : micros / 1_000 - media.origin.recordMillis;
        if (micros > LATEST_MICROS || (micros < EARLIEST_MICROS && !endOfStream)) {
            unusable(
                    media,
                    "IMPLAUSIBLE_TIME",
                    "time stamp is %d us since 1970; expected one between 2000 and 2100".formatted(micros));
        } else if (aheadMillis > FURTHEST_AHEAD_MILLIS) {
            unusable(
                    media,
                    "IMPLAUSIBLE_TIME",
                    "event_time is %d s after the record was published; at most %d s are taken"
                            .formatted(aheadMillis / 1_000, FURTHEST_AHEAD_MILLIS / 1_000));
        }
    }

    private void fill(MediaRecord media, SpecificRecord value) {
        if (!updates && value instanceof AudioFrame frame) {
            media.tenantId = frame.getTenantId();
            media.callId = frame.getCallId();
            media.frame = MediaContract.frame(frame, media.origin);
        } else if (!updates && value instanceof CallEvent event) {
            media.tenantId = event.getTenantId();
            media.callId = event.getCallId();
            media.signal = MediaContract.signal(event, media.origin);
        } else if (updates && value instanceof CallUpdate update) {
            media.tenantId = update.getTenantId();
            media.callId = update.getCallId();
            media.signal = MediaContract.signal(update, media.origin);
        } else {
            String found = value.getSchema().getName();
            String expected = updates ? "CallUpdate" : "AudioFrame or CallEvent";
            unusable(media, "WRONG_RECORD", "found a %s, expected %s".formatted(found, expected));
        }
    }

    private static void checkIds(MediaRecord media, byte @Nullable [] key) {
        String problem = CallKey.problem("tenant_id", media.tenantId);
        problem = problem == null ? CallKey.problem("call_id", media.callId) : problem;
        if (problem == null && media.frame != null) {
            problem = CallKey.problem("leg_id", media.frame.legId);
            problem = problem == null ? CallKey.problem("stream_id", media.frame.streamId) : problem;
        }
        if (problem != null) {
            unusable(media, "HOSTILE_ID", problem);
        } else if (!Arrays.equals(key, media.key().getBytes(StandardCharsets.UTF_8))) {
            unusable(media, "WRONG_KEY", "the Kafka key is not tenant_id|call_id of the record, so its order is lost");
        }
    }

    private static MediaRecord unusable(MediaRecord media, String reason, @Nullable String detail) {
        media.unusable = reason;
        media.detail = detail == null ? "" : detail;
        media.frame = null;
        media.signal = null;
        return media;
    }
}
