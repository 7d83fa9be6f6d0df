package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What gateway and other systems said about a call. A POJO: keyed state. */
public class CallFacts {
    static final int MOST_LEGS = 16;
    static final int MOST_ATTRIBUTES = 32;
    /** An agent and a customer for each leg. */
    static final int MOST_CLAIMS = 2 * MOST_LEGS;

    private static final int LONGEST_ATTRIBUTE = 200;

    /** By leg. */
    public Map<String, PartyFacts> parties = new HashMap<>();

    public Direction direction = Direction.UNKNOWN;
    public @Nullable String queueId;
    /** BCP 47. */
    public @Nullable String language;
    /** By the gateway. */
    public ConsentFacts gatewayConsent = new ConsentFacts();
    /** By all other systems. Nothing orders their words against the gateway's: none of them may undo a refusal of the other. */
    public ConsentFacts othersConsent = new ConsentFacts();

    public Map<String, String> attributes = new HashMap<>();

    /** Who is heard on legs that several people share; what a participant of a leg says of itself stands there. */
    public List<SpeakerClaim> claims = new ArrayList<>();

    /** Two legs that carry the same signal, by id, if there are such. Nobody says so: it is heard. */
    public List<String> sameSignal = new ArrayList<>();

    /** The last time on hold, in samples of the timeline, open while it goes on; null before the first. */
    public @Nullable Interval hold;

    /** Why the legs' roles seem to be the wrong way round; null where they do not. Nobody says so: it is heard. */
    public @Nullable String roleMismatch;

    public CallFacts() {}

    /** Who is on a leg; nobody known if nothing was said. */
    public PartyFacts party(String legId) {
        return parties.getOrDefault(legId, new PartyFacts());
    }

    /** All who are said to be heard on a leg, by its participant and by claims; at most one for each role. */
    public List<SpeakerClaim> claimsOn(String legId) {
        var found = new ArrayList<SpeakerClaim>();
        claims.stream().filter(claim -> claim.legId.equals(legId)).forEach(found::add);
        PartyFacts party = party(legId);
        if (party.speakerId != null && found.stream().noneMatch(claim -> claim.role == party.role)) {
            found.add(0, new SpeakerClaim(legId, party.role, party.speakerId));
        }
        return found;
    }

    /**
     * Whether several people speak on a leg: nobody said whose it is, and the call has no other; or the other one carries the same.
     *
     * @param heard legs of which there was media
     */
    public boolean isShared(String legId, Set<String> heard) {
        boolean alone = parties.keySet().stream().allMatch(legId::equals)
                && heard.stream().allMatch(legId::equals);
        return sameSignal.contains(legId) || (alone && party(legId).role == Role.UNKNOWN);
    }

    /** What holds of a call's recording; null: nobody said, the policy decides. */
    public @Nullable Boolean recordingConsent() {
        return ConsentFacts.strictest(gatewayConsent.recording, othersConsent.recording);
    }

    /** What holds of the analysis of emotions; null: nobody said. */
    public @Nullable Boolean emotionConsent() {
        return ConsentFacts.strictest(gatewayConsent.emotion, othersConsent.emotion);
    }

    /** What holds of voice biometrics; null: nobody said. */
    public @Nullable Boolean biometricsConsent() {
        return ConsentFacts.strictest(gatewayConsent.biometrics, othersConsent.biometrics);
    }

    /** A copy that shares nothing. */
    public CallFacts copy() {
        CallFacts copy = new CallFacts();
        copy.merge(this);
        copy.hold = hold == null ? null : new Interval(hold.begin, hold.end);
        copy.roleMismatch = roleMismatch;
        return copy;
    }

    /** Takes over what {@code news} says, within bounds; what it leaves open stays. */
    void merge(CallFacts news) {
        news.parties.forEach((leg, party) -> {
            if (parties.containsKey(leg) || parties.size() < MOST_LEGS) {
                parties.computeIfAbsent(leg, any -> new PartyFacts()).merge(party);
            }
        });
        direction = news.direction == Direction.UNKNOWN ? direction : news.direction;
        queueId = news.queueId == null ? queueId : news.queueId;
        language = news.language == null ? language : news.language;
        gatewayConsent.merge(news.gatewayConsent);
        othersConsent.merge(news.othersConsent);
        news.attributes.forEach(this::putAttribute);
        news.claims.forEach(this::putClaim);
        sameSignal = news.sameSignal.isEmpty() ? sameSignal : new ArrayList<>(news.sameSignal);
    }

    private void putClaim(SpeakerClaim claim) {
        claims.removeIf(known -> known.isAboutSameAs(claim));
        if (claims.size() < MOST_CLAIMS) {
            claims.add(new SpeakerClaim(claim.legId, claim.role, claim.speakerId));
        }
    }

    private void putAttribute(String name, String value) {
        boolean fits = name.length() <= LONGEST_ATTRIBUTE && value.length() <= LONGEST_ATTRIBUTE;
        if (fits && (attributes.containsKey(name) || attributes.size() < MOST_ATTRIBUTES)) {
            attributes.put(name, value);
        }
    }
}
