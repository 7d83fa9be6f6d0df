package io.undertone.job.voices;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.enrolment.EnrolmentEar;
import io.undertone.udfs.enrolment.EnrolmentOffer;
import io.undertone.udfs.enrolment.EnrolmentOutcome;
import io.undertone.udfs.enrolment.EnrolmentRefusal;
import io.undertone.udfs.enrolment.HeardVoice;
import io.undertone.udfs.enrolment.Hearing;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.speech.SileroVad;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Takes the speech out of recordings, and refuses those of which no voiceprint may or can be made. */
public final class EnrolmentHearer extends ProcessFunction<VoiceRecord, VoiceRecord> {
    static final OutputTag<EnrolmentResult> RESULTS = new OutputTag<>("results") {};
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final VoicesSettings settings;

    private transient @Nullable SileroVad vad;
    private transient @Nullable EnrolmentEar ear;
    private transient @Nullable Counter refused;

    public EnrolmentHearer(VoicesSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ModelStore store = settings.model().models().store(new FlinkFiles());
        double longest = store.cards().find(settings.model().card()).input().maxSeconds();
        vad = SileroVad.open(store, 1);
        ear = new EnrolmentEar(vad, settings.speech(), settings.rules(), longest);
        refused = Meters.of(getRuntimeContext().getMetricGroup()).counter("enrollments_refused");
    }

    @Override
    public void processElement(VoiceRecord record, Context ctx, Collector<VoiceRecord> out) throws Exception {
        try {
            EnrolmentOffer offer = Opened.of(record.offer);
            Hearing hearing = hear(record, offer);
            if (hearing instanceof HeardVoice voice) {
                out.collect(VoiceRecord.heard(record, enrolment(record, offer, voice)));
            } else {
                refuse(record, offer, (EnrolmentRefusal) hearing, ctx);
            }
        } catch (Exception bug) {
            throw StepFailure.in(Step.HEAR_ENROLLMENTS, record, bug);
        }
    }

    @Override
    public void close() {
        SileroVad open = vad;
        vad = null;
        if (open != null) {
            open.close();
        }
    }

    /** Without consent a recording is not even listened to. */
    private Hearing hear(VoiceRecord record, EnrolmentOffer offer) {
        return settings.consent().allows(record.tenantId, offer.consent)
                ? Opened.of(ear).hear(offer)
                : EnrolmentRefusal.withoutConsent(offer.consent != null);
    }

    private static Enrolment enrolment(VoiceRecord record, EnrolmentOffer offer, HeardVoice voice) {
        var enrolment = new Enrolment();
        enrolment.enrollmentId = offer.enrollmentId;
        enrolment.name = offer.name;
        enrolment.atMillis = record.origin.recordMillis;
        enrolment.speechSeconds = voice.speechSeconds();
        enrolment.lufs = voice.lufs();
        enrolment.meanAbsolute = voice.meanAbsolute();
        enrolment.muLaw = voice.muLaw();
        return enrolment;
    }

    private void refuse(VoiceRecord record, EnrolmentOffer offer, EnrolmentRefusal why, Context ctx) {
        Opened.of(refused).inc();
        var outcome = EnrolmentOutcome.refused(offer, why, record.origin.recordMillis);
        ctx.output(RESULTS, new EnrolmentResult(record.tenantId, record.speakerId, outcome));
        ctx.output(
                REJECTED,
                Rejected.ofTenant(
                        Step.HEAR_ENROLLMENTS, why.reason().name(), why.detail(), record.tenantId, record.origin));
    }
}
