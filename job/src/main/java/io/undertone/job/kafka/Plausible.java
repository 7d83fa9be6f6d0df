package io.undertone.job.kafka;

import io.undertone.schemas.CallKey;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.speech.UtteranceFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be computed with and stored: everything that the live leg writes, and little else. */
final class Plausible {
    /** Of one leg; over twice as many as a month of utterances at their shortest. */
    static final int MOST_UTTERANCES = 20_000_000;
    /** Of one utterance; a voice is re-dated a few times at most. */
    static final int LAST_VERSION = 10_000;
    /** Far above the voices that are told apart on a leg. */
    static final int MOST_VOICES = 64;

    private static final int MOST_LEGS = 64;
    private static final int LONGEST_REASON = 2_000;

    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final long LATEST_MICROS = MediaContract.micros(LATEST);

    private Plausible() {}

    /** What is wrong with the names, start and part of a call; null if nothing is. */
    static @Nullable String problem(CallId id) {
        String problem = CallKey.problem("tenant_id", id.tenantId);
        problem = problem == null ? CallKey.problem("call_id", id.callId) : problem;
        boolean placed = id.startMicros >= 0 && id.startMicros <= LATEST_MICROS && id.part >= 0;
        return problem != null || placed
                ? problem
                : "call_start is %d us and part %d; expected a start before 2100 and a part from 0"
                        .formatted(id.startMicros, id.part);
    }

    static boolean utterance(UtteranceFacts utterance) {
        return utterance.number >= 1
                && utterance.begin >= 0
                && (utterance.end > utterance.begin || (utterance.isEmpty() && utterance.version > 0))
                && utterance.end <= CallTimes.LAST_SAMPLE
                && CallKey.problem("leg_id", utterance.legId) == null;
    }

    /** Of an utterance: what tells its versions and its speaker. */
    static boolean speaker(UtteranceFacts utterance) {
        return utterance.version >= 0
                && utterance.version <= LAST_VERSION
                && utterance.voice >= 0
                && speaker(utterance.speakerId, utterance.speakerScore);
    }

    static boolean times(EndedCallFacts ended) {
        return ended.durationSamples >= 0
                && ended.durationSamples <= CallTimes.LAST_SAMPLE
                && ended.holds.stream().allMatch(Plausible::interval)
                && ended.redactions.stream().allMatch(Plausible::interval);
    }

    /** Of an ended call: what is counted on its legs, and who speaks there. */
    static boolean legs(EndedCallFacts ended) {
        return ended.legs.size() <= MOST_LEGS
                && text(ended.roleMismatch)
                && ended.alerts >= 0
                && (ended.firstAlertSample == null || position(ended.firstAlertSample))
                && ended.legs.stream()
                        .allMatch(leg ->
                                counts(leg) && voices(leg) && PlausibleMoods.moods(leg) && signal(leg, ended.legs));
    }

    private static boolean position(long sample) {
        return sample >= 0 && sample <= CallTimes.LAST_SAMPLE;
    }

    private static boolean interval(Interval interval) {
        return interval.begin >= 0 && interval.end >= interval.begin && interval.end <= CallTimes.LAST_SAMPLE;
    }

    private static boolean counts(LegSummary leg) {
        return leg.utterances >= 0
                && leg.utterances <= MOST_UTTERANCES
                && leg.utteranceRecords >= leg.utterances
                && leg.utteranceRecords <= MOST_UTTERANCES;
    }

    private static boolean voices(LegSummary leg) {
        var verification = leg.verification;
        return leg.voices.size() <= MOST_VOICES
                && (verification == null
                        || (CallKey.problem("speaker_id", verification.speakerId) == null && score(verification.score)))
                && leg.voices.stream().allMatch(voice -> voice.windows >= 0 && speaker(voice.speakerId, voice.score))
                && leadSomewhere(leg);
    }

    /** Numbered from 1, each once; whichever turned out to be another one leads to one that stands for itself. */
    private static boolean leadSomewhere(LegSummary leg) {
        Set<Integer> numbers = new HashSet<>();
        return leg.voices.stream()
                .allMatch(voice -> voice.number >= 1 && numbers.add(voice.number) && leg.voice(voice.number) != null);
    }

    /** The leg that it repeats is one of the call that repeats none itself. */
    private static boolean signal(LegSummary leg, List<LegSummary> legs) {
        return leg.sameSignalAs == null
                || legs.stream().anyMatch(other -> other.legId.equals(leg.sameSignalAs) && other.sameSignalAs == null);
    }

    private static boolean speaker(@Nullable String speakerId, @Nullable Double score) {
        return (speakerId == null || CallKey.problem("speaker_id", speakerId) == null) && score(score);
    }

    private static boolean score(@Nullable Double score) {
        return score == null || Double.isFinite(score);
    }

    /** PostgreSQL takes no text with U+0000. */
    static boolean text(@Nullable String text) {
        return text == null || (text.length() <= LONGEST_REASON && text.indexOf(0) < 0);
    }
}
