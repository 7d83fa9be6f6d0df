package io.undertone.udfs.voices;

import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VoiceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whose the voices of a leg are: at any time of the call by what was heard so far, at its end for good. */
public final class VoiceRoles {
    private final VoiceSettings settings;

    public VoiceRoles(VoiceSettings settings) {
        this.settings = settings;
    }

    /**
     * Voices of a leg on which several people speak. Enrolled voices have the roles that the call gives them, and who spoke most
     * of the others the opposite one; where none is heard, who spoke first is the agent (the customer if the agent called).
     */
    public List<VoiceFacts> ofMixedLeg(LegVoices leg, List<EnrolledVoice> enrolled, Direction direction) {
        List<HeardSpeaker> speakers = VoiceGroups.of(leg);
        Map<Integer, VoiceFacts> known = recognised(speakers, enrolled);
        List<HeardSpeaker> others =
                speakers.stream().filter(s -> !known.containsKey(s.number())).toList();
        if (known.isEmpty()) {
            guess(leg, others, direction, known);
        } else if (!others.isEmpty()) {
            Role missing = missing(known.values().stream().map(v -> v.role).toList());
            if (missing != Role.UNKNOWN) {
                known.put(others.get(0).number(), facts(missing, RoleSource.VOICEPRINT));
            }
        }
        return all(leg, speakers, known, facts(Role.UNKNOWN, RoleSource.UNKNOWN));
    }

    /** Voices of a leg of one participant: all have its role, and those that are enrolled their names. */
    public List<VoiceFacts> ofSeparateLeg(LegVoices leg, PartyFacts party, List<EnrolledVoice> enrolled) {
        List<HeardSpeaker> speakers = VoiceGroups.of(leg);
        Map<Integer, VoiceFacts> known = recognised(speakers, enrolled);
        known.values().forEach(voice -> {
            voice.role = party.role;
            voice.roleSource = party.roleSource;
        });
        return all(leg, speakers, known, facts(party.role, party.roleSource));
    }

    /**
     * By the number of a speaker's leading voice. The likeliest pair comes first, and of each enrolled voice and each speaker one
     * pair counts.
     */
    private Map<Integer, VoiceFacts> recognised(List<HeardSpeaker> speakers, List<EnrolledVoice> enrolled) {
        Map<Integer, VoiceFacts> known = new HashMap<>();
        List<EnrolledVoice> open = new ArrayList<>(enrolled);
        for (Match match = likeliest(speakers, open, known); match != null; match = likeliest(speakers, open, known)) {
            VoiceFacts facts = facts(match.voice().role, RoleSource.VOICEPRINT);
            facts.speakerId = match.voice().speakerId;
            facts.score = match.likeness();
            known.put(match.speaker(), facts);
            open.remove(match.voice());
        }
        return known;
    }

    private record Match(EnrolledVoice voice, int speaker, double likeness) {}

    private @Nullable Match likeliest(
            List<HeardSpeaker> speakers, List<EnrolledVoice> open, Map<Integer, VoiceFacts> known) {
        Match most = null;
        for (EnrolledVoice voice : open) {
            for (HeardSpeaker speaker : speakers) {
                double likeness = speaker.likeness(voice.embedding);
                boolean more = most == null || likeness > most.likeness();
                if (more && !known.containsKey(speaker.number()) && isHis(voice, speaker, speakers)) {
                    most = new Match(voice, speaker.number(), likeness);
                }
            }
        }
        return most;
    }

    /** At or above high; or at or above low, and clearly more than anybody else who is heard on the leg. */
    private boolean isHis(EnrolledVoice voice, HeardSpeaker speaker, List<HeardSpeaker> speakers) {
        double likeness = speaker.likeness(voice.embedding);
        if (likeness >= settings.high() || likeness < settings.low()) {
            return likeness >= settings.high();
        }
        return speakers.size() > 1
                && speakers.stream()
                        .filter(other -> other != speaker)
                        .allMatch(other -> likeness - other.likeness(voice.embedding) >= VoiceSettings.CLEARLY);
    }

    private static void guess(
            LegVoices leg, List<HeardSpeaker> speakers, Direction direction, Map<Integer, VoiceFacts> known) {
        if (speakers.isEmpty()) {
            return;
        }
        HeardSpeaker first = first(leg, speakers);
        Role opening = direction == Direction.OUTBOUND ? Role.CUSTOMER : Role.AGENT;
        known.put(first.number(), facts(opening, RoleSource.GUESSED));
        if (speakers.size() > 1) {
            HeardSpeaker second = first == speakers.get(0) ? speakers.get(1) : speakers.get(0);
            known.put(second.number(), facts(missing(List.of(opening)), RoleSource.GUESSED));
        }
    }

    /** Of the two who spoke most: whose voice was known first, unless the opening is clearly more like the other. */
    private static HeardSpeaker first(LegVoices leg, List<HeardSpeaker> speakers) {
        HeardSpeaker one = speakers.get(0);
        HeardSpeaker two = speakers.get(Math.min(1, speakers.size() - 1));
        double better = one.likeness(leg.first) - two.likeness(leg.first);
        if (Math.abs(better) < VoiceSettings.CLEARLY) {
            return one.earliest() <= two.earliest() ? one : two;
        }
        return better > 0 ? one : two;
    }

    /** The other side of those that are there; unknown if both are, or neither. */
    private static Role missing(List<Role> there) {
        boolean agent = there.contains(Role.AGENT);
        return agent == there.contains(Role.CUSTOMER) ? Role.UNKNOWN : agent ? Role.CUSTOMER : Role.AGENT;
    }

    private static List<VoiceFacts> all(
            LegVoices leg, List<HeardSpeaker> speakers, Map<Integer, VoiceFacts> known, VoiceFacts otherwise) {
        List<VoiceFacts> all = new ArrayList<>();
        for (int number = 1; number <= leg.voices.size(); number++) {
            var voice = new VoiceFacts();
            voice.number = number;
            voice.sameAs = number;
            for (HeardSpeaker speaker : speakers) {
                voice.sameAs = speaker.has(number) ? speaker.number() : voice.sameAs;
            }
            VoiceFacts speaker = known.getOrDefault(voice.sameAs, otherwise);
            voice.role = speaker.role;
            voice.roleSource = speaker.roleSource;
            voice.speakerId = speaker.speakerId;
            voice.score = speaker.score;
            voice.windows = leg.voice(number).windows;
            all.add(voice);
        }
        return all;
    }

    private static VoiceFacts facts(Role role, RoleSource source) {
        var facts = new VoiceFacts();
        facts.role = role;
        facts.roleSource = source;
        return facts;
    }
}
