package io.undertone.udfs.tracking;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.voices.EnrolledVoice;
import io.undertone.udfs.voices.LegVoices;
import io.undertone.udfs.voices.VoiceChange;
import io.undertone.udfs.voices.VoiceRoles;
import io.undertone.udfs.voices.VoiceSettings;
import io.undertone.udfs.voices.VoiceTracker;
import io.undertone.udfs.voices.VoiceWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a call's speakers through its items, which come in their order, and says whose utterances, seconds and legs they are.
 * A function of these items and of the voiceprints; the clock only stamps questions.
 */
public final class CallTracking {
    private final String model;
    private final VoiceTracker tracker;
    private final VoiceRoles roles;
    private final LegVerdicts verdicts;

    /** @param model id and version of the model that embeds voices: no other's voiceprints can be compared */
    public CallTracking(VoiceSettings settings, String model) {
        this.model = model;
        this.tracker = new VoiceTracker(settings);
        this.roles = new VoiceRoles(settings);
        this.verdicts = new LegVerdicts(settings);
    }

    /**
     * The call's facts changed; where voices may not be compared any more, what was known of them is gone.
     *
     * @return whose voiceprints to ask for
     */
    public List<ClaimedSpeaker> know(TrackedCall call, CallFacts facts, boolean biometrics, long nowMillis) {
        String mismatch = call.facts.roleMismatch;
        call.facts = facts;
        call.facts.roleMismatch = mismatch;
        call.biometrics = biometrics;
        call.legs.forEach((legId, leg) -> share(leg, facts.isShared(legId, call.legs.keySet())));
        if (!biometrics) {
            call.legs.values().forEach(CallTracking::forget);
        }
        List<ClaimedSpeaker> asked = Claims.renew(call, nowMillis);
        call.legs.keySet().forEach(legId -> recognise(call, legId));
        return asked;
    }

    /** A voiceprint came, or the word that there is none (any more). */
    public void answered(TrackedCall call, Voiceprint voiceprint) {
        Claims.answer(call, voiceprint, model);
        call.legs.keySet().forEach(legId -> recognise(call, legId));
    }

    /** Nobody answered in time: the call goes on with what it knows. */
    public void unanswered(TrackedCall call) {
        Claims.giveUp(call);
    }

    /** Takes in a window; {@code out} gets later versions of utterances whose speaker it settles. */
    public void hear(TrackedCall call, VoiceWindow window, float @Nullable [] embedding, Consumer<UtteranceFacts> out) {
        if (!call.biometrics) {
            return;
        }
        TrackedLeg leg = call.leg(window.legId);
        share(leg, window.fresh.length > 0);
        List<VoiceChange> changes = leg.shared
                ? tracker.hearMixed(leg.voices, window, embedding)
                : tracker.hearSeparate(leg.voices, window, embedding);
        recognise(call, window.legId);
        apply(call, window.legId, changes, out);
    }

    /** Takes in an utterance; {@code out} gets its parts, each with its speaker as far as known. */
    public void hear(TrackedCall call, UtteranceFacts utterance, Consumer<UtteranceFacts> out) {
        TrackedLeg leg = call.leg(utterance.legId);
        share(leg, call.facts.isShared(utterance.legId, call.legs.keySet()));
        TurnedUtterances.heard(leg.spoken, utterance, part -> out.accept(named(call, part)));
    }

    /** Takes in speech whose mood may be read; {@code out} gets it with its speaker, now or when a window settles whose it is. */
    public void hear(TrackedCall call, SpeechBlock block, Consumer<SpeechBlock> out) {
        AttributedSpeech.hear(call, block, speaking(call, block.legId), out);
    }

    /** What was said on a leg from a position on is taken back; {@code out} gets later versions of the utterances that this cuts. */
    public void recall(TrackedCall call, Recall recall, Consumer<UtteranceFacts> out) {
        TrackedLeg leg = call.leg(recall.legId);
        leg.waiting = leg.waiting.before(recall.from);
        TurnedUtterances.recalled(leg.spoken, recall, part -> out.accept(named(call, part)));
    }

    /** Gives {@code out} the speech of a leg whose speaker is settled by now. */
    public void release(TrackedCall call, String legId, Consumer<SpeechBlock> out) {
        AttributedSpeech.release(call, legId, out);
    }

    /** Gives {@code out} all speech that still waits for its speaker: nothing settles any more. */
    public void releaseAll(TrackedCall call, Consumer<SpeechBlock> out) {
        new TreeSet<>(call.legs.keySet()).forEach(legId -> AttributedSpeech.finish(call, legId, out));
    }

    /** Whether it was found just now that the legs' roles seem to be the wrong way round: the call's facts say why from here on. */
    public boolean findsMismatch(TrackedCall call) {
        if (call.facts.roleMismatch == null) {
            call.facts.roleMismatch = verdicts.mismatch(call);
            return call.facts.roleMismatch != null;
        }
        return false;
    }

    /** Who speaks on a leg, by the last that was heard of it: not confirmed yet, and so earlier than utterances know. */
    public SpeakerNow speaking(TrackedCall call, String legId) {
        LegVoices voices = call.leg(legId).voices;
        int voice = voices.expected == 0 ? voices.voice : voices.expected;
        return Speakers.of(call, legId, call.leg(legId).number(voice), voices.overlap && voice == voices.voice);
    }

    /** The call is over: fills its header; {@code out} gets the last later versions. */
    public void finish(TrackedCall call, EndedCallFacts ended, Consumer<UtteranceFacts> out) {
        for (Map.Entry<String, TrackedLeg> leg : new TreeMap<>(call.legs).entrySet()) {
            List<VoiceChange> last = tracker.finish(leg.getValue().voices);
            recognise(call, leg.getKey());
            apply(call, leg.getKey(), last, out);
        }
        for (LegSummary summary : ended.legs) {
            TrackedLeg leg = call.leg(summary.legId);
            summary.utterances = leg.spoken.utterances;
            summary.utteranceRecords = leg.spoken.records;
            summary.speechSamples -= leg.spoken.recalledSamples;
            summary.voices.addAll(leg.known);
            summary.verification = verdicts.of(call, summary.legId);
            summary.sameSignalAs = repeated(call.facts, summary.legId);
        }
        ended.roleMismatch = verdicts.mismatch(call);
    }

    /** Of two legs with one signal the first is the signal, and the second repeats it. */
    private static @Nullable String repeated(CallFacts facts, String legId) {
        int place = facts.sameSignal.indexOf(legId);
        return place <= 0 ? null : facts.sameSignal.get(0);
    }

    private void apply(TrackedCall call, String legId, List<VoiceChange> changes, Consumer<UtteranceFacts> out) {
        TrackedLeg leg = call.leg(legId);
        for (VoiceChange change : changes) {
            var turn = new Turn(change.from(), leg.number(change.voice()), change.overlap());
            TurnedUtterances.turned(leg.spoken, turn, part -> out.accept(named(call, part)));
        }
    }

    /** Votes on the one kind of leg say nothing on the other; the voices stay. */
    private static void share(TrackedLeg leg, boolean shared) {
        if (leg.shared != shared) {
            leg.shared = shared;
            leg.voices.recent.clear();
            leg.voices.overlap = false;
        }
    }

    private void recognise(TrackedCall call, String legId) {
        TrackedLeg leg = call.leg(legId);
        List<EnrolledVoice> enrolled = Claims.enrolled(call);
        leg.known = leg.shared
                ? roles.ofMixedLeg(leg.voices, enrolled, call.facts.direction)
                : roles.ofSeparateLeg(leg.voices, call.facts.party(legId), enrolled);
        for (VoiceFacts voice : leg.known) {
            voice.number = leg.number(voice.number);
            voice.sameAs = leg.number(voice.sameAs);
            voice.score = LegVerdicts.rounded(voice.score);
        }
    }

    private static UtteranceFacts named(TrackedCall call, UtteranceFacts part) {
        SpeakerNow speaker = Speakers.of(call, part.legId, part.voice, part.overlap);
        part.role = speaker.role();
        part.roleSource = speaker.source();
        part.speakerId = speaker.speakerId();
        part.speakerScore = speaker.score();
        return part;
    }

    private static void forget(TrackedLeg leg) {
        leg.forgotten += leg.voices.voices.size();
        leg.voices = new LegVoices();
        leg.known = new ArrayList<>();
        leg.spoken.turns.clear();
        leg.waiting = new SpeechBlock();
    }
}
