package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that has ended, without its utterances: of bounded size whatever its length. A POJO: it is checkpointed. */
public class EndedCallFacts {
    public CallId id = new CallId();
    public long durationSamples;
    public CloseReason reason = CloseReason.ENDED;
    public @Nullable String gatewayReason;
    public CallFacts facts = new CallFacts();
    public FrameCounts counts = new FrameCounts();
    /** Samples of the timeline. */
    public List<Interval> holds = new ArrayList<>();

    public List<Interval> redactions = new ArrayList<>();
    /** By leg id. */
    public List<LegSummary> legs = new ArrayList<>();

    /** Why the legs' roles seem to be the wrong way round, in words; null where they do not. */
    public @Nullable String roleMismatch;

    /** Whose moods may be read at all: see {@link EmotionPolicy}. */
    public EmotionPolicy emotionPolicy = EmotionPolicy.CUSTOMERS;
    /** Episodes of all rules and legs. */
    public int alerts;

    public @Nullable Severity highestSeverity;
    /** Where the first of them began. */
    public @Nullable Long firstAlertSample;

    /** Of what decided: models, policies, program. */
    public Map<String, String> versions = new HashMap<>();

    public EndedCallFacts() {}

    /** Why what was read of a leg's moods must not be kept; null where it may. A refusal holds of what was read before it. */
    public @Nullable Withdrawal withdrawal(LegSummary leg) {
        boolean refused = leg.emotionWindows > 0 && Boolean.FALSE.equals(facts.emotionConsent());
        return leg.emotionWithdrawn == null && refused ? Withdrawal.CONSENT : leg.emotionWithdrawn;
    }

    /** How many emotion windows of a leg are to be kept: they are numbered from 1 to this. */
    public int keptWindows(String legId) {
        return legs.stream()
                .filter(leg -> leg.legId.equals(legId) && withdrawal(leg) == null)
                .mapToInt(leg -> leg.emotionWindows)
                .sum();
    }

    /** What is known at the close; utterances and levels are filled in further on. */
    public static EndedCallFacts of(CallState call, CallHeader header) {
        var ended = new EndedCallFacts();
        ended.id = call.id();
        ended.durationSamples = header.durationSamples();
        ended.reason = header.reason();
        ended.gatewayReason = call.gatewayEndReason;
        ended.facts = call.facts.copy();
        ended.counts = call.counts.copy();
        for (Interval hold : call.holds.intervals) {
            ended.holds.add(new Interval(call.position(hold.begin), call.position(hold.end)));
        }
        for (Interval redaction : call.redactions.intervals) {
            ended.redactions.add(new Interval(redaction.begin, redaction.end));
        }
        call.legs.values().stream().map(LegSummary::of).forEach(ended.legs::add);
        ended.legs.sort(Comparator.comparing(leg -> leg.legId));
        return ended;
    }

    /** Records of the utterances of all legs, later versions included. */
    public int utteranceRecords() {
        return legs.stream().mapToInt(leg -> leg.utteranceRecords).sum();
    }

    /** Utterances of all legs. */
    public int utterances() {
        return legs.stream().mapToInt(leg -> leg.utterances).sum();
    }
}
