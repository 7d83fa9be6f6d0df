package io.undertone.job.kafka;

import static io.undertone.job.runtime.Step.ASK_VOICEPRINTS;
import static io.undertone.job.runtime.Step.PUBLISH_ALERTS;
import static io.undertone.job.runtime.Step.PUBLISH_ANALYSES;
import static io.undertone.job.runtime.Step.PUBLISH_DEAD_LETTERS;
import static io.undertone.job.runtime.Step.PUBLISH_ENDED_CALLS;
import static io.undertone.job.runtime.Step.PUBLISH_ENROLLMENT_RESULTS;
import static io.undertone.job.runtime.Step.PUBLISH_INSIGHTS;
import static io.undertone.job.runtime.Step.PUBLISH_UTTERANCES;
import static io.undertone.job.runtime.Step.PUBLISH_VOICEPRINTS;
import static io.undertone.job.runtime.Step.PUBLISH_VOICEPRINT_ANSWERS;
import static io.undertone.job.runtime.Step.PUBLISH_VOICES_DEAD_LETTERS;
import static io.undertone.job.runtime.Step.READ_ALERTS;
import static io.undertone.job.runtime.Step.READ_ENDED_CALLS;
import static io.undertone.job.runtime.Step.READ_ENROLLMENTS;
import static io.undertone.job.runtime.Step.READ_FEEDBACK;
import static io.undertone.job.runtime.Step.READ_MEDIA;
import static io.undertone.job.runtime.Step.READ_REANALYSES;
import static io.undertone.job.runtime.Step.READ_UPDATES;
import static io.undertone.job.runtime.Step.READ_UTTERANCES;
import static io.undertone.job.runtime.Step.READ_VERDICTS;
import static io.undertone.job.runtime.Step.READ_VOICEPRINTS;
import static io.undertone.job.runtime.Step.READ_VOICEPRINT_ANSWERS;
import static io.undertone.job.runtime.Step.READ_VOICEPRINT_REQUESTS;
import static io.undertone.job.runtime.Step.READ_WINDOWS;

import io.undertone.job.config.AlertDelivery;
import io.undertone.job.config.DeliveryConfig;
import io.undertone.job.config.KafkaConfig;
import io.undertone.job.live.Alert;
import io.undertone.job.live.LiveInlets;
import io.undertone.job.live.LiveOutlets;
import io.undertone.job.postcall.PostCallInlets;
import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.job.voices.VoiceRecord;
import io.undertone.job.voices.VoicesInlets;
import io.undertone.job.voices.VoicesOutlets;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintRequest;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The graphs' inlets and outlets on Kafka. Hand-overs are at-least-once with deterministic content; receivers drop repeats. */
public final class KafkaEdge {
    private static final String ALERTS = "frustration-events";

    private final KafkaConfig config;
    private final Map<String, String> versions;

    /**
     * @param versions of what decides, written with every ended call
     */
    public KafkaEdge(KafkaConfig config, Map<String, String> versions) {
        this.config = config;
        this.versions = Map.copyOf(versions);
    }

    public LiveInlets live(StreamExecutionEnvironment env) {
        return new LiveInlets(
                KafkaInlet.of(READ_MEDIA, "call-media", "live", MediaRecordReader.ofMedia())
                        .inGulps()
                        .read(env, config),
                KafkaInlet.of(READ_UPDATES, "call-updates", "live", MediaRecordReader.ofUpdates())
                        .read(env, config),
                KafkaInlet.of(READ_VOICEPRINT_ANSWERS, "voiceprint-answers", "live", new VoiceprintReader())
                        .read(env, config),
                KafkaInlet.of(READ_FEEDBACK, "alert-feedback", "live", new FeedbackReader())
                        .read(env, config));
    }

    /** What the live leg writes; {@code alerts} says how often an alert may reach its consumers. */
    public LiveOutlets live(DeliveryConfig alerts) {
        return new LiveOutlets(
                write(PUBLISH_ALERTS, alerts, new Forms.OfAlert()),
                write(PUBLISH_INSIGHTS, "call-insights", new Forms.OfInsight()),
                write(ASK_VOICEPRINTS, "voiceprint-requests", new Forms.OfVoiceprintQuestion()),
                write(PUBLISH_UTTERANCES, "utterances", new Forms.OfUtterance()),
                write(PUBLISH_ENDED_CALLS, "ended-calls", new Forms.OfEndedCall(versions)),
                deadLetters(PUBLISH_DEAD_LETTERS));
    }

    public PostCallInlets postCall(StreamExecutionEnvironment env) {
        return new PostCallInlets(
                KafkaInlet.of(READ_UTTERANCES, "utterances", "post-call", new PartReader(READ_UTTERANCES))
                        .read(env, config),
                KafkaInlet.of(READ_ENDED_CALLS, "ended-calls", "post-call", new PartReader(READ_ENDED_CALLS))
                        .read(env, config),
                KafkaInlet.of(READ_WINDOWS, "call-insights", "post-call", new WindowReader())
                        .read(env, config),
                KafkaInlet.of(READ_ALERTS, "frustration-events", "post-call", new AlertReader())
                        .read(env, config),
                KafkaInlet.of(READ_VERDICTS, "alert-feedback", "post-call", new VerdictReader())
                        .read(env, config),
                KafkaInlet.of(READ_REANALYSES, "reanalysis-requests", "post-call", new ReanalysisReader())
                        .read(env, config));
    }

    /** Voiceprints are read from the beginning where no state says how far: they are what the leg knows. */
    public VoicesInlets voices(StreamExecutionEnvironment env) {
        return new VoicesInlets(
                voices(READ_ENROLLMENTS, "speaker-enrollments", SpeakerEnrollment.class)
                        .read(env, config),
                voices(READ_VOICEPRINT_REQUESTS, "voiceprint-requests", VoiceprintRequest.class)
                        .read(env, config),
                voices(READ_VOICEPRINTS, "speaker-voiceprints", SpeakerVoiceprint.class)
                        .fromBeginning()
                        .read(env, config));
    }

    public VoicesOutlets voices() {
        return new VoicesOutlets(
                write(PUBLISH_VOICEPRINTS, "speaker-voiceprints", new VoiceForms.OfVoiceprint()),
                write(PUBLISH_ENROLLMENT_RESULTS, "enrollment-results", new VoiceForms.OfResult()),
                write(PUBLISH_VOICEPRINT_ANSWERS, "voiceprint-answers", new VoiceForms.OfAnswer()),
                deadLetters(PUBLISH_VOICES_DEAD_LETTERS));
    }

    /** What is told of calls that are over. */
    public Outlet<CallAnalysis> analyses() {
        return write(PUBLISH_ANALYSES, "call-analyses", new Forms.OfAnalysis());
    }

    /** The topic of records that could not be used. */
    public Outlet<Rejected> deadLetters(Step step) {
        return write(step, "dead-letters", new Forms.OfDeadLetter());
    }

    private static KafkaInlet<VoiceRecord> voices(Step step, String topic, Class<? extends SpecificRecord> record) {
        return KafkaInlet.of(step, topic, "voices", new VoiceRecordReader(step, record));
    }

    private <T> Outlet<T> write(Step step, String topic, RecordWriter.Form<T> form) {
        KafkaSink<T> sink = sink(topic, form)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
        return stream -> step.on(stream.sinkTo(sink));
    }

    /** In transactions where they may come but once. */
    private Outlet<Alert> write(Step step, DeliveryConfig alerts, RecordWriter.Form<Alert> form) {
        if (alerts.delivery() == AlertDelivery.AT_LEAST_ONCE) {
            return write(step, ALERTS, form);
        }
        KafkaSink<Alert> sink = sink(ALERTS, form)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(config.groupPrefix() + "-alerts")
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty("transaction.timeout.ms", Integer.toString(alerts.transactionTimeoutMs()))
                .build();
        return stream -> step.on(stream.sinkTo(sink));
    }

    private <T> KafkaSinkBuilder<T> sink(String topic, RecordWriter.Form<T> form) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(producerProperties())
                .setBootstrapServers(config.bootstrapServers())
                .setRecordSerializer(new RecordWriter<>(topic, form));
    }

    /** What the configuration says wins. */
    private Properties producerProperties() {
        var properties = new Properties();
        properties.put("linger.ms", "5");
        properties.put("compression.type", "lz4");
        properties.putAll(config.properties());
        return properties;
    }
}
