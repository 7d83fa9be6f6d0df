package io.undertone.job.voices;

import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.enrolment.AskingCall;
import io.undertone.udfs.enrolment.EnrolmentOutcome;
import io.undertone.udfs.enrolment.VoiceLedger;
import io.undertone.udfs.enrolment.VoiceListener;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.enrolment.VoiceState;
import io.undertone.udfs.enrolment.VoiceStatus;
import io.undertone.udfs.enrolment.Voiceprint;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each speaker is known by, and tells the calls that asked: the one writer of voiceprints.
 *
 * <p>Owned state: {@link VoiceState}, for as long as the speaker is enrolled, a call that asked may be open, or a tombstone still
 * counts; at most one timer, for the first of the latter two.
 */
public final class VoiceKeeper extends KeyedProcessFunction<String, VoiceRecord, KeptVoice> {
    static final OutputTag<EnrolmentResult> RESULTS = new OutputTag<>("results") {};
    static final OutputTag<VoiceAnswer> ANSWERS = new OutputTag<>("answers") {};
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final VoiceLedger ledger;

    private transient @Nullable ValueState<VoiceState> voices;
    private transient @Nullable Counter enrolled;
    private transient @Nullable Counter refused;
    private transient @Nullable Counter forgotten;
    private transient @Nullable Counter answers;

    public VoiceKeeper(VoiceMemory memory) {
        this.ledger = new VoiceLedger(memory);
    }

    @Override
    public void open(OpenContext context) {
        voices = getRuntimeContext().getState(new ValueStateDescriptor<>("voices", VoiceState.class));
        var meters = Meters.of(getRuntimeContext().getMetricGroup());
        enrolled = meters.counter("voices_enrolled");
        refused = meters.counter("enrollments_not_embedded");
        forgotten = meters.counter("voices_forgotten");
        answers = meters.counter("voiceprint_answers");
    }

    @Override
    public void processElement(VoiceRecord record, Context ctx, Collector<KeptVoice> out) throws Exception {
        try {
            VoiceState state = Opened.of(voices).value();
            state = state == null ? new VoiceState() : state;
            take(record, state, ctx.timerService().currentProcessingTime(), new Emission(record, ctx, out));
            keep(state, ctx.timerService());
        } catch (Exception bug) {
            throw StepFailure.in(Step.KEEP_VOICES, record, bug);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<KeptVoice> out) throws Exception {
        try {
            VoiceState state = Opened.of(Opened.of(voices).value());
            state.timerMillis = 0;
            ledger.expire(state, ctx.timerService().currentProcessingTime());
            keep(state, ctx.timerService());
        } catch (Exception bug) {
            throw StepFailure.in(Step.KEEP_VOICES, ctx.getCurrentKey(), null, bug);
        }
    }

    private void take(VoiceRecord record, VoiceState state, long nowMillis, Emission out) {
        if (record.tombstone) {
            ledger.forget(state, record.origin.recordMillis, nowMillis, out);
        } else if (record.enrolment != null) {
            ledger.enrol(state, record.enrolment, nowMillis, out);
        } else if (record.asking != null) {
            ledger.ask(state, record.asking, nowMillis, out);
        } else {
            ledger.published(state, Opened.of(record.voiceprint), out);
        }
    }

    /** A timer that is too early is left alone: it finds nothing to do and is set anew. */
    private void keep(VoiceState state, TimerService timers) throws Exception {
        long due = ledger.dueMillis(state);
        if (due != 0 && (state.timerMillis == 0 || due < state.timerMillis)) {
            if (state.timerMillis != 0) {
                timers.deleteProcessingTimeTimer(state.timerMillis);
            }
            timers.registerProcessingTimeTimer(due);
            state.timerMillis = due;
        }
        if (VoiceLedger.isEmpty(state) && state.timerMillis == 0) {
            Opened.of(voices).clear();
        } else {
            Opened.of(voices).update(state);
        }
    }

    /** What the ledger decides on one record, on its way out. */
    private final class Emission implements VoiceListener {
        private final VoiceRecord record;
        private final Context ctx;
        private final Collector<KeptVoice> out;

        Emission(VoiceRecord record, Context ctx, Collector<KeptVoice> out) {
            this.record = record;
            this.ctx = ctx;
            this.out = out;
        }

        @Override
        public void voiceprint(@Nullable Voiceprint voiceprint, long atMillis) {
            out.collect(new KeptVoice(record.tenantId, record.speakerId, voiceprint, atMillis));
        }

        @Override
        public void result(EnrolmentOutcome outcome) {
            count(outcome.status());
            ctx.output(RESULTS, new EnrolmentResult(record.tenantId, record.speakerId, outcome));
            String reason = outcome.reason();
            String detail = outcome.detail();
            if (reason != null && detail != null) {
                ctx.output(
                        REJECTED, Rejected.ofTenant(Step.KEEP_VOICES, reason, detail, record.tenantId, record.origin));
            }
        }

        @Override
        public void answer(AskingCall call, VoiceStatus status, @Nullable Voiceprint voiceprint) {
            Opened.of(answers).inc();
            ctx.output(ANSWERS, new VoiceAnswer(call.id, record.speakerId, status, voiceprint));
        }

        private void count(EnrolmentOutcome.Status status) {
            Counter counter = switch (status) {
                case ENROLLED -> enrolled;
                case REFUSED -> refused;
                case FORGOTTEN -> forgotten;
            };
            Opened.of(counter).inc();
        }
    }
}
