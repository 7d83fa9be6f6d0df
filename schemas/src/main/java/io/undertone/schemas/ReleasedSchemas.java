package io.undertone.schemas;

import io.undertone.schema.AlertEvent;
import io.undertone.schema.AlertFeedback;
import io.undertone.schema.AudioFrame;
import io.undertone.schema.Call;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallInsight;
import io.undertone.schema.CallUpdate;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.QuarantinedCall;
import io.undertone.schema.ReanalysisRequest;
import io.undertone.schema.Silence;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.Utterance;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schema.VoiceprintRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every record that was ever released, by fingerprint: what stands in for a schema registry.
 *
 * <p>The files are {@code released/<Record>/<n>.avsc}, n counting up from 1; they are never changed or removed, as
 * topics, tables and producers elsewhere may hold to them.
 */
public final class ReleasedSchemas implements SchemaStore {

    /** Named here, because a class path cannot be listed. */
    public static final List<Class<? extends SpecificRecord>> RECORDS = List.of(
            AudioFrame.class,
            CallEvent.class,
            CallUpdate.class,
            UtteranceEvent.class,
            EndedCall.class,
            CallInsight.class,
            DeadLetter.class,
            SpeakerEnrollment.class,
            EnrollmentResult.class,
            SpeakerVoiceprint.class,
            VoiceprintRequest.class,
            VoiceprintAnswer.class,
            FrustrationEvent.class,
            AlertFeedback.class,
            CallAnalysis.class,
            ReanalysisRequest.class,
            QuarantinedCall.class,
            Call.class,
            Utterance.class,
            Silence.class,
            EmotionWindow.class,
            AlertEvent.class,
            FeedbackRow.class);

    private final Map<Long, ReleasedSchema> byFingerprint = new LinkedHashMap<>();

    ReleasedSchemas(List<ReleasedSchema> released) {
        for (ReleasedSchema each : released) {
            ReleasedSchema other = byFingerprint.putIfAbsent(each.fingerprint(), each);
            if (other != null) {
                throw new IllegalStateException(
                        ("%s and %s share a fingerprint, so their bytes cannot be told apart. Avro's"
                                        + " fingerprint leaves out docs, defaults and logical types: change these only together with a field")
                                .formatted(other.described(), each.described()));
            }
        }
    }

    /** The versions shipped in this jar. */
    public static ReleasedSchemas shipped() {
        return Shipped.SCHEMAS;
    }

    public Collection<ReleasedSchema> all() {
        return Collections.unmodifiableCollection(byFingerprint.values());
    }

    /** The versions of one record, oldest first; empty for a record that was never released. */
    public List<ReleasedSchema> versionsOf(Class<? extends SpecificRecord> type) {
        return byFingerprint.values().stream()
                .filter(each -> each.type() == type)
                .toList();
    }

    public @Nullable ReleasedSchema find(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /** For Avro's own {@link org.apache.avro.message.BinaryMessageDecoder}. */
    @Override
    public @Nullable Schema findByFingerprint(long fingerprint) {
        ReleasedSchema found = find(fingerprint);
        return found == null ? null : found.schema();
    }

    private static List<ReleasedSchema> load(Class<? extends SpecificRecord> type) {
        List<ReleasedSchema> versions = new ArrayList<>();
        for (Schema schema = read(type, 1); schema != null; schema = read(type, versions.size() + 1)) {
            versions.add(new ReleasedSchema(type, versions.size() + 1, schema));
        }
        return versions;
    }

    private static @Nullable Schema read(Class<? extends SpecificRecord> type, int version) {
        String resource = "released/%s/%d.avsc".formatted(type.getSimpleName(), version);
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    /** Loaded when first asked for. */
    private static final class Shipped {
        static final ReleasedSchemas SCHEMAS = new ReleasedSchemas(
                RECORDS.stream().flatMap(type -> load(type).stream()).toList());
    }
}
