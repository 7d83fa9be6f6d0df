package io.undertone.job.live;

import io.undertone.job.runtime.CallFunction;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.speech.AssemblyCallState;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.PieceNames;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceAssembly;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.speech.UtteranceSettings;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Makes utterances of what was heard, and pieces of their audio where recording is allowed.
 *
 * <p>Owned state: {@link AssemblyCallState}, from a call's first facts to its end.
 */
public final class UtteranceAssembler extends CallFunction<CallItem, CallProduct> {
    /** To be stored: they need no order. To be erased: behind the pieces whose numbers are below. At last the word that none comes. */
    static final OutputTag<CallProduct> PIECES = new OutputTag<>("pieces") {};

    /** To be embedded: they come back, numbered, and find their place. */
    static final OutputTag<CallProduct> WINDOWS = new OutputTag<>("windows") {};

    private final SpeechSettings speech;
    private final UtteranceSettings utterances;
    private final String audioDirectory;
    private final ConsentRule consent;

    private transient @Nullable UtteranceAssembly assembly;
    private transient @Nullable ValueState<AssemblyCallState> calls;

    public UtteranceAssembler(
            SpeechSettings speech, UtteranceSettings utterances, String audioDirectory, ConsentRule consent) {
        super(Step.ASSEMBLE_UTTERANCES);
        this.speech = speech;
        this.utterances = utterances;
        this.audioDirectory = audioDirectory;
        this.consent = consent;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        assembly = new UtteranceAssembly(speech, utterances, audioDirectory);
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("utterances", AssemblyCallState.class));
    }

    @Override
    protected void take(CallItem item, Context ctx, Collector<CallProduct> out) throws Exception {
        AssemblyCallState call = Opened.of(calls).value();
        call = call == null ? new AssemblyCallState() : call;
        if (item.ended() != null) {
            Opened.of(assembly).summarise(call, item.ended());
            Opened.of(calls).clear();
            CallProduct none = CallProduct.erasure(item.id(), item.origin(), call.pieces, Erasure.none());
            none.erasures = call.erasures;
            ctx.output(PIECES, none);
            CallProduct end = CallProduct.ended(item.id(), item.origin(), call.items, item.ended());
            end.erasures = call.erasures;
            out.collect(end);
            return;
        }
        if (item.facts() != null) {
            call.facts = item.facts();
            if (!isRecorded(item, call)) {
                Opened.of(assembly).withdraw(item.id(), call, new Collected(item, call, ctx, out));
            }
            out.collect(CallProduct.facts(item.id(), item.origin(), call.items++, item.facts()));
        } else if (item.insight() != null) {
            out.collect(CallProduct.insight(item.origin(), call.items++, item.insight()));
        } else if (item.speech() != null) {
            out.collect(CallProduct.speech(item.id(), item.origin(), call.items++, item.speech()));
        } else if (item.window() != null) {
            var cut = item.window();
            ctx.output(WINDOWS, CallProduct.window(item.id(), item.origin(), call.items++, cut.window(), cut.muLaw()));
        } else if (item.recall() != null) {
            Opened.of(assembly).recall(item.id(), call, item.recall(), new Collected(item, call, ctx, out));
            out.collect(CallProduct.recall(item.id(), item.origin(), call.items++, item.recall()));
        } else if (item.frames() != null) {
            boolean recording = isRecorded(item, call);
            var collected = new Collected(item, call, ctx, out);
            Opened.of(assembly).hear(item.id(), call, item.frames(), item.energies(), recording, collected);
        }
        Opened.of(calls).update(call);
    }

    @Override
    protected void leave(CallItem item, Context ctx, Collector<CallProduct> out) throws Exception {
        AssemblyCallState call = Opened.of(calls).value();
        Opened.of(calls).clear();
        if (call != null) {
            eraseAudio(item, call, ctx);
        }
        out.collect(CallProduct.aside(item.id(), item.origin()));
    }

    /** Nobody will tell of the call, so nobody else would delete what is stored of it. */
    private void eraseAudio(CallItem item, AssemblyCallState call, Context ctx) {
        int orders = call.pieces == 0 ? 0 : 1;
        if (orders > 0) {
            Erasure all = Erasure.of(PieceNames.ofPart(audioDirectory, item.id()), Erasure.EVERYTHING);
            ctx.output(PIECES, CallProduct.erasure(item.id(), item.origin(), call.pieces, all));
        }
        CallProduct none = CallProduct.erasure(item.id(), item.origin(), call.pieces, Erasure.none());
        none.erasures = call.erasures + orders;
        ctx.output(PIECES, none);
    }

    private boolean isRecorded(CallItem item, AssemblyCallState call) {
        return consent.allows(item.id().tenantId, call.facts.recordingConsent());
    }

    private record Collected(CallItem item, AssemblyCallState call, Context ctx, Collector<CallProduct> out)
            implements UtteranceAssembly.Output {
        @Override
        public void piece(PieceFacts piece, byte[] muLaw) {
            out.collect(CallProduct.piece(item.id(), item.origin(), call.items++, piece.copy()));
            ctx.output(
                    PIECES,
                    CallProduct.piece(item.id(), item.origin(), piece, muLaw).numbered(call.pieces - 1));
        }

        @Override
        public void erase(Erasure erasure) {
            ctx.output(PIECES, CallProduct.erasure(item.id(), item.origin(), call.pieces, erasure));
        }

        @Override
        public void utterance(UtteranceFacts utterance) {
            out.collect(CallProduct.utterance(item.id(), item.origin(), call.items++, utterance));
        }
    }
}
