package io.undertone.job.live;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.speech.AssemblyCallState;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceAssembly;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.speech.UtteranceSettings;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Makes utterances of what was heard, and pieces of their audio where recording is allowed.
 *
 * <p>Owned state: {@link AssemblyCallState}, from a call's first facts to its end.
 */
public final class UtteranceAssembler extends KeyedProcessFunction<String, CallItem, CallProduct> {
    private final SpeechSettings speech;
    private final UtteranceSettings utterances;
    private final String audioDirectory;
    private final RecordingConsent consent;

    private transient @Nullable UtteranceAssembly assembly;
    private transient @Nullable ValueState<AssemblyCallState> calls;

    public UtteranceAssembler(
            SpeechSettings speech, UtteranceSettings utterances, String audioDirectory, RecordingConsent consent) {
        this.speech = speech;
        this.utterances = utterances;
        this.audioDirectory = audioDirectory;
        this.consent = consent;
    }

    @Override
    public void open(OpenContext context) {
        assembly = new UtteranceAssembly(speech, utterances, audioDirectory);
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("utterances", AssemblyCallState.class));
    }

    @Override
    public void processElement(CallItem item, Context ctx, Collector<CallProduct> out) throws Exception {
        try {
            take(item, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.ASSEMBLE_UTTERANCES, item, bug);
        }
    }

    private void take(CallItem item, Collector<CallProduct> out) throws Exception {
        AssemblyCallState call = Opened.of(calls).value();
        call = call == null ? new AssemblyCallState() : call;
        if (item.ended() != null) {
            Opened.of(assembly).summarise(call, item.ended());
            Opened.of(calls).clear();
            out.collect(CallProduct.ended(item.id(), item.origin(), item.ended()));
            return;
        }
        if (item.facts() != null) {
            call.facts = item.facts();
        } else if (item.frames() != null) {
            boolean recording = consent.allows(item.id().tenantId, call.facts.recordingConsent());
            var collected = new Collected(item, out);
            Opened.of(assembly).hear(item.id(), call, item.frames(), item.energies(), recording, collected);
        }
        Opened.of(calls).update(call);
    }

    private record Collected(CallItem item, Collector<CallProduct> out) implements UtteranceAssembly.Output {
        @Override
        public void piece(PieceFacts piece, byte[] muLaw) {
            out.collect(CallProduct.piece(item.id(), item.origin(), piece, muLaw));
        }

        @Override
        public void utterance(UtteranceFacts utterance) {
            out.collect(CallProduct.utterance(item.id(), item.origin(), utterance));
        }
    }
}
