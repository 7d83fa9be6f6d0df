package io.undertone.job.live;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.CallTracking;
import io.undertone.udfs.tracking.ClaimedSpeaker;
import io.undertone.udfs.voices.VoiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Knows who speaks: puts a call's items in order again, asks for the voiceprints of speakers whom it names and waits for them a
 * while, and gives utterances, seconds and the end their speakers.
 *
 * <p>Owned state: one {@link TrackedPart} a part, from its first item to its end. Its timer only ends the wait for a voiceprint.
 */
public final class SpeakerTracker extends QuietOperator<CallProduct, CallProduct> {
    /** All but utterances, in the call's order, for the stages that read moods. */
    static final OutputTag<CallProduct> HEARD = new OutputTag<>("heard") {};

    static final OutputTag<VoiceprintQuestion> QUESTIONS = new OutputTag<>("voiceprint-questions") {};

    private final TrackingSettings settings;

    private transient @Nullable CallTracking tracking;
    private transient @Nullable MapState<String, TrackedPart> parts;
    private transient @Nullable Counter unanswered;

    public SpeakerTracker(TrackingSettings settings, Patience patience) {
        super(Step.TRACK_SPEAKERS, patience);
        this.settings = settings;
    }

    @Override
    public void open() throws Exception {
        super.open();
        ModelCard card = settings.model()
                .models()
                .store(new FlinkFiles())
                .cards()
                .find(settings.model().card());
        tracking = new CallTracking(VoiceSettings.of(card.thresholds()), VoiceprintModel.of(card));
        parts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("parts", Types.STRING, Types.POJO(TrackedPart.class)));
        unanswered = Meters.of(getMetricGroup()).counter("voiceprints_unanswered");
    }

    @Override
    protected @Nullable Long take(CallProduct product, long nowMillis) throws Exception {
        String partKey = product.id.partKey();
        TrackedPart part = Opened.of(parts).get(partKey);
        if (product.voiceprint != null) {
            if (part == null) {
                return nextDeadline(); // the call is over
            }
            Opened.of(tracking).answered(part.call, product.voiceprint);
            report(part, product);
        } else {
            part = part == null ? new TrackedPart() : part;
            InOrder.add(part.order, product);
            if (product.recall != null) {
                forget(part.order, product.number, product.recall);
            }
        }
        advance(partKey, part, nowMillis);
        return nextDeadline();
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        List<String> keys = new ArrayList<>();
        Opened.of(parts).keys().forEach(keys::add);
        for (String partKey : keys) {
            TrackedPart part = Opened.of(parts).get(partKey);
            if (part.call.isWaiting() && dueMillis(part) <= nowMillis) {
                giveUp(part);
                advance(partKey, part, nowMillis);
            }
        }
        return nextDeadline();
    }

    @Override
    protected void leave(@Nullable CallProduct product) {
        Opened.of(parts).clear();
        if (product != null) {
            hand(CallProduct.aside(product.id, product.origin));
        }
    }

    @Override
    protected long recordMillis(CallProduct product) {
        return product.origin == null ? Long.MAX_VALUE : product.origin.recordMillis;
    }

    /** Works on items as long as it is their turn and nothing has to be waited for. */
    private void advance(String partKey, TrackedPart part, long nowMillis) throws Exception {
        while (true) {
            if (part.call.isWaiting() && part.order.early.size() > TrackingSettings.MOST_HELD) {
                giveUp(part);
            }
            CallProduct item = part.call.isWaiting() ? null : InOrder.next(part.order);
            if (item == null) {
                Opened.of(parts).put(partKey, part);
                return;
            }
            work(part, item, nowMillis);
            if (item.ended != null) {
                Opened.of(parts).remove(partKey);
                return;
            }
        }
    }

    /** Speech may wait for its turn for long; what is taken back of it must not. */
    private static void forget(OrderState order, long number, Recall recall) {
        order.early.values().forEach(item -> {
            if (item.speech != null && item.number < number && item.speech.legId.equals(recall.legId)) {
                item.speech = item.speech.before(recall.from);
            }
        });
    }

    private void giveUp(TrackedPart part) {
        Opened.of(unanswered).inc();
        Opened.of(tracking).unanswered(part.call);
    }

    private void work(TrackedPart part, CallProduct item, long nowMillis) {
        CallTracking known = Opened.of(tracking);
        if (item.facts != null) {
            ask(item, known.know(part.call, item.facts, allowsVoices(item, item.facts), nowMillis));
            hand(CallProduct.facts(item.id, item.origin, CallProduct.UNORDERED, part.call.facts.copy()));
        } else if (item.utterance != null) {
            known.hear(part.call, item.utterance, utterance -> emit(item, utterance));
        } else if (item.window != null) {
            known.hear(part.call, item.window, item.embedding, utterance -> emit(item, utterance));
            report(part, item);
            known.release(part.call, item.window.legId, speech -> hand(item, speech));
        } else if (item.speech != null) {
            known.hear(part.call, item.speech, speech -> hand(item, speech));
        } else if (item.recall != null) {
            known.recall(part.call, item.recall, utterance -> emit(item, utterance));
            hand(item);
        } else if (item.ended != null) {
            known.finish(part.call, item.ended, utterance -> emit(item, utterance));
            known.releaseAll(part.call, speech -> hand(item, speech));
            hand(item);
        } else {
            if (item.insight != null) {
                item.insight.saidBy(known.speaking(part.call, item.insight.legId));
            }
            hand(item);
        }
    }

    /** Roles that seem to be the wrong way round are news for whoever goes by them. */
    private void report(TrackedPart part, CallProduct item) {
        if (Opened.of(tracking).findsMismatch(part.call)) {
            hand(CallProduct.facts(item.id, item.origin, CallProduct.UNORDERED, part.call.facts.copy()));
        }
    }

    private void hand(CallProduct item, SpeechBlock speech) {
        hand(CallProduct.speech(item.id, item.origin, CallProduct.UNORDERED, speech));
    }

    private void hand(CallProduct item) {
        output.collect(HEARD, new StreamRecord<>(item));
    }

    private void ask(CallProduct item, List<ClaimedSpeaker> speakers) {
        for (ClaimedSpeaker speaker : speakers) {
            var question = new VoiceprintQuestion(item.id, speaker.legId, speaker.speakerId);
            output.collect(QUESTIONS, new StreamRecord<>(question));
        }
    }

    private void emit(CallProduct item, UtteranceFacts utterance) {
        output.collect(new StreamRecord<>(CallProduct.utterance(item.id, item.origin, utterance)));
    }

    private boolean allowsVoices(CallProduct item, CallFacts facts) {
        return settings.biometrics().allows(item.id.tenantId, facts.biometricsConsent());
    }

    /** When the first of the key's parts has waited long enough; null if none waits. */
    private @Nullable Long nextDeadline() throws Exception {
        Long first = null;
        for (Map.Entry<String, TrackedPart> part : Opened.of(parts).entries()) {
            if (part.getValue().call.isWaiting()) {
                long due = dueMillis(part.getValue());
                first = first == null ? due : Math.min(first, due);
            }
        }
        return first;
    }

    private long dueMillis(TrackedPart part) {
        return Math.max(part.call.askedMillis(), quietSinceMillis()) + settings.voiceprintWaitMillis();
    }
}
