package io.undertone.job.live;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import io.undertone.udfs.moods.CallJudge;
import io.undertone.udfs.moods.EmotionState;
import io.undertone.udfs.moods.JudgedCall;
import io.undertone.udfs.moods.MoodListener;
import io.undertone.udfs.moods.MoodNow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Judges a call's moods: puts its items in order again, now that the model has answered about its windows, says when somebody should
 * be alerted, and gives seconds and the end what is known of moods.
 *
 * <p>Owned state: one {@link JudgedPart} a part, from its first item to its end. Its timer only clears an alert of a call on hold,
 * of which nothing else may come.
 */
public final class MoodJudge extends QuietOperator<CallProduct, CallProduct> {
    static final OutputTag<Insight> INSIGHTS = new OutputTag<>("insights") {};
    static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};

    /** A record that ends a hold in time may come late by so much. */
    private static final long LATE_MILLIS = 5_000;

    private final JudgingSettings settings;

    /** By tenant. */
    private transient @Nullable Map<String, CallJudge> judges;

    private transient @Nullable ModelCard card;
    private transient @Nullable MapState<String, JudgedPart> parts;
    private transient @Nullable Counter raised;
    private transient @Nullable Counter unread;
    private transient @Nullable Counter unclaimed;
    /** From when the deciding record came to Kafka until the alert leaves here. */
    private transient @Nullable Histogram latencyMillis;

    public MoodJudge(JudgingSettings settings, Patience patience) {
        super(Step.JUDGE_MOODS, patience);
        this.settings = settings;
    }

    @Override
    public void open() throws Exception {
        super.open();
        judges = new HashMap<>();
        card = settings.model()
                .models()
                .store(new FlinkFiles())
                .cards()
                .find(settings.model().card());
        parts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("parts", Types.STRING, Types.POJO(JudgedPart.class)));
        var meters = Meters.of(getMetricGroup());
        raised = meters.counter("alerts_raised");
        unread = meters.counter("windows_unread");
        unclaimed = meters.counter("feedback_unclaimed");
        latencyMillis = meters.millis("alert_latency");
    }

    @Override
    protected @Nullable Long take(CallProduct product, long nowMillis) throws Exception {
        String partKey = product.id.partKey();
        JudgedPart part = Opened.of(parts).get(partKey);
        if (product.answer != null) {
            if (part == null) {
                Opened.of(unclaimed).inc(); // the call is over; what was said is stored all the same
                return nextDeadline();
            }
            judge(product.id.tenantId).feedback(part.call, product.answer.alertId, product.answer.verdict);
        } else {
            part = part == null ? opened(product) : part;
            InOrder.add(part.order, product);
        }
        advance(partKey, part, nowMillis);
        return nextDeadline();
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        List<String> keys = new ArrayList<>();
        Opened.of(parts).keys().forEach(keys::add);
        for (String partKey : keys) {
            JudgedPart part = Opened.of(parts).get(partKey);
            if (part.holdSeenMillis > 0 && dueMillis(part) <= nowMillis) {
                judge(part.call.id.tenantId).due(part.call, alerts(part.call, null));
                part.holdSeenMillis = 0;
                Opened.of(parts).put(partKey, part);
            }
        }
        return nextDeadline();
    }

    @Override
    protected void leave(@Nullable CallProduct product) {
        Opened.of(parts).clear();
        if (product != null) {
            output.collect(new StreamRecord<>(CallProduct.aside(product.id, product.origin)));
        }
    }

    @Override
    protected long recordMillis(CallProduct product) {
        return product.origin == null ? Long.MAX_VALUE : product.origin.recordMillis;
    }

    private static JudgedPart opened(CallProduct product) {
        var part = new JudgedPart();
        part.call = new JudgedCall(product.id);
        return part;
    }

    private void advance(String partKey, JudgedPart part, long nowMillis) throws Exception {
        for (CallProduct item = InOrder.next(part.order); item != null; item = InOrder.next(part.order)) {
            work(part, item);
            if (item.ended != null) {
                Opened.of(parts).remove(partKey);
                return;
            }
        }
        if (!judge(part.call.id.tenantId).waitsForHold(part.call)) {
            part.holdSeenMillis = 0;
        } else if (part.holdSeenMillis == 0) {
            part.holdSeenMillis = nowMillis;
        }
        Opened.of(parts).put(partKey, part);
    }

    private void work(JudgedPart part, CallProduct item) {
        JudgedCall call = part.call;
        CallJudge judge = judge(item.id.tenantId);
        MoodListener alerts = alerts(call, item);
        if (item.facts != null) {
            boolean consent = settings.rights().in(item.id.tenantId, item.facts).consent();
            judge.know(call, item.facts, consent, alerts);
        } else if (item.second != null) {
            if (item.failure != null) {
                Opened.of(unread).inc();
            }
            judge.hear(call, item.second, item.scores, item.failure, alerts);
        } else if (item.recall != null) {
            judge.recall(call, item.recall);
        } else if (item.piece != null) {
            judge.piece(call, item.piece.legId, item.piece);
        } else if (item.insight != null) {
            judge.tick(call, item.insight.legId, item.insight.second, item.insight.lostRatio, alerts);
            part.last.put(item.insight.legId, item.insight.withoutMoods());
            publish(judge, call, item.insight);
        } else if (item.ended != null) {
            new TreeMap<>(part.last).values().forEach(last -> publishRest(judge, call, last));
            item.ended.emotionPolicy = policy(item.id.tenantId);
            judge.finish(call, item.ended, alerts);
            item.ended.versions.put("emotion", model());
            output.collect(new StreamRecord<>(item.numbered(CallProduct.UNORDERED)));
        }
    }

    private void publish(CallJudge judge, JudgedCall call, Insight insight) {
        MoodNow now = judge.now(call, insight.legId);
        insight.emotion = now.state();
        insight.moods = now.moods() == null ? new ArrayList<>() : new ArrayList<>(now.moods());
        insight.loudnessDeltaDb = now.loudnessDeltaDb();
        insight.windows = judge.takeWindows(call, insight.legId);
        insight.emotionModel = now.state() == EmotionState.READ ? model() : null;
        insight.classLabels = insight.windows.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(Opened.of(card).labels());
        output.collect(INSIGHTS, new StreamRecord<>(insight));
    }

    /** Of a shared leg, whose speech finds its speaker late, windows may be judged behind its last second. */
    private void publishRest(CallJudge judge, JudgedCall call, Insight last) {
        if (judge.hasWindows(call, last.legId)) {
            publish(judge, call, last);
        }
    }

    private MoodListener alerts(JudgedCall call, @Nullable CallProduct item) {
        return (AlertFacts alert) -> {
            if (alert.phase == AlertPhase.RAISED) {
                Opened.of(raised).inc();
            }
            RecordOrigin origin = item == null ? null : item.origin;
            if (origin != null) {
                Opened.of(latencyMillis)
                        .update(getProcessingTimeService().getCurrentProcessingTime() - origin.recordMillis);
            }
            output.collect(ALERTS, new StreamRecord<>(new Alert(call.id, origin, alert)));
        };
    }

    private String model() {
        return Opened.of(card).id() + " " + Opened.of(card).version();
    }

    private EmotionPolicy policy(String tenantId) {
        return settings.of(tenantId).policy();
    }

    private CallJudge judge(String tenantId) {
        return Opened.of(judges)
                .computeIfAbsent(tenantId, id -> new CallJudge(settings.of(id).settings(Opened.of(card))));
    }

    /** When the first of the key's parts has been on hold with an open alert for long enough; null if none is. */
    private @Nullable Long nextDeadline() throws Exception {
        Long first = null;
        for (JudgedPart part : Opened.of(parts).values()) {
            if (part.holdSeenMillis > 0) {
                long due = dueMillis(part);
                first = first == null ? due : Math.min(first, due);
            }
        }
        return first;
    }

    private long dueMillis(JudgedPart part) {
        return Math.max(part.holdSeenMillis, quietSinceMillis()) + CallJudge.HOLD_MILLIS + LATE_MILLIS;
    }
}
