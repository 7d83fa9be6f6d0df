package io.undertone.udfs.tracking;

import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.call.VoiceFacts;
import org.jspecify.annotations.Nullable;

/** Whose a voice of a leg is, by what is known now. */
final class Speakers {
    private Speakers() {}

    static SpeakerNow of(TrackedCall call, String legId, int voice, boolean overlap) {
        TrackedLeg leg = call.leg(legId);
        VoiceFacts known = known(leg, voice);
        PartyFacts party = call.facts.party(legId);
        Role role = known != null ? known.role : leg.shared ? Role.UNKNOWN : party.role;
        RoleSource source = known != null ? known.roleSource : leg.shared ? RoleSource.UNKNOWN : party.roleSource;
        return new SpeakerNow(
                label(role, known != null && leg.shared, overlap),
                role,
                source,
                voice,
                known == null ? null : known.speakerId,
                known == null ? null : known.score);
    }

    /** A voice that was told apart and has no role is somebody else's. */
    private static SpeakerLabel label(Role role, boolean toldApart, boolean overlap) {
        if (overlap) {
            return SpeakerLabel.OVERLAP;
        }
        return role == Role.UNKNOWN && toldApart ? SpeakerLabel.OTHER : SpeakerLabel.of(role);
    }

    private static @Nullable VoiceFacts known(TrackedLeg leg, int voice) {
        for (VoiceFacts facts : leg.known) {
            if (facts.number == voice) {
                return facts;
            }
        }
        return null;
    }
}
