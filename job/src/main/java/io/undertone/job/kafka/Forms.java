package io.undertone.job.kafka;

import io.undertone.job.live.Alert;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.Insight;
import io.undertone.job.live.VoiceprintQuestion;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Rejected;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.CallInsight;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EndedCall;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schemas.CallKey;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** How each kind of element stands in its topic. Classes, not lambdas: they are serialised with the job. */
final class Forms {
    private Forms() {}

    static final class OfInsight implements RecordWriter.Form<Insight> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(Insight insight) {
            return insight.key();
        }

        @Override
        public CallInsight value(Insight insight) {
            return CallContract.write(insight);
        }
    }

    static final class OfAlert implements RecordWriter.Form<Alert> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(Alert alert) {
            return alert.key();
        }

        @Override
        public FrustrationEvent value(Alert alert) {
            return MoodContract.write(alert);
        }

        @Override
        public Iterable<Header> headers(Alert alert) {
            return CloudEvents.headers(alert);
        }
    }

    static final class OfVoiceprintQuestion implements RecordWriter.Form<VoiceprintQuestion> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(VoiceprintQuestion question) {
            return question.key();
        }

        @Override
        public VoiceprintRequest value(VoiceprintQuestion question) {
            return VoiceprintContract.write(question);
        }
    }

    static final class OfUtterance implements RecordWriter.Form<CallProduct> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(CallProduct product) {
            return product.key();
        }

        @Override
        public UtteranceEvent value(CallProduct product) {
            return CallContract.write(product.id, Opened.of(product.utterance));
        }
    }

    static final class OfEndedCall implements RecordWriter.Form<CallProduct> {
        private static final long serialVersionUID = 1;

        private final HashMap<String, String> versions;

        OfEndedCall(Map<String, String> versions) {
            this.versions = new HashMap<>(versions);
        }

        @Override
        public String key(CallProduct product) {
            return product.key();
        }

        @Override
        public EndedCall value(CallProduct product) {
            return EndedCallContract.write(Opened.of(product.ended), versions);
        }
    }

    static final class OfAnalysis implements RecordWriter.Form<CallAnalysis> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(CallAnalysis analysis) {
            return CallKey.of(analysis.getTenantId(), analysis.getCallId());
        }

        @Override
        public CallAnalysis value(CallAnalysis analysis) {
            return analysis;
        }
    }

    /** Counts dead letters too: here those of all stages of a leg pass. */
    static final class OfDeadLetter implements RecordWriter.Form<Rejected> {
        private static final long serialVersionUID = 1;

        private transient @Nullable Meters meters;
        private transient @Nullable Counter all;
        private transient @Nullable Map<String, Counter> byReason;

        @Override
        public void open(MetricGroup step) {
            meters = Meters.of(step);
            all = meters.counter("dead_letters");
            byReason = new HashMap<>();
        }

        @Override
        public @Nullable String key(Rejected rejected) {
            return rejected.callId() == null ? null : rejected.tenantId() + "|" + rejected.callId();
        }

        @Override
        public DeadLetter value(Rejected rejected) {
            Opened.of(all).inc();
            Opened.of(byReason)
                    .computeIfAbsent(
                            rejected.reason(), reason -> Opened.of(meters).counter("dead_letters", "reason", reason))
                    .inc();
            return CallContract.write(rejected);
        }
    }
}
