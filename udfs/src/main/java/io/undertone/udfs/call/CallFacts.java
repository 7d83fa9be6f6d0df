package io.undertone.udfs.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What gateway and other systems said about a call. A POJO: keyed state. */
public class CallFacts {
    static final int MOST_LEGS = 16;
    static final int MOST_ATTRIBUTES = 32;
    private static final int LONGEST_ATTRIBUTE = 200;

    /** By leg. */
    public Map<String, PartyFacts> parties = new HashMap<>();

    public Direction direction = Direction.UNKNOWN;
    public @Nullable String queueId;
    /** BCP 47. */
    public @Nullable String language;
    /** Null: not said; the policy decides. */
    public @Nullable Boolean recordingConsent;

    public @Nullable Boolean emotionConsent;
    public @Nullable Boolean biometricsConsent;
    public Map<String, String> attributes = new HashMap<>();

    public CallFacts() {}

    /** Who is on a leg; nobody known if nothing was said. */
    public PartyFacts party(String legId) {
        return parties.getOrDefault(legId, new PartyFacts());
    }

    /** A copy that shares nothing. */
    public CallFacts copy() {
        CallFacts copy = new CallFacts();
        copy.merge(this);
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
        recordingConsent = news.recordingConsent == null ? recordingConsent : news.recordingConsent;
        emotionConsent = news.emotionConsent == null ? emotionConsent : news.emotionConsent;
        biometricsConsent = news.biometricsConsent == null ? biometricsConsent : news.biometricsConsent;
        news.attributes.forEach(this::putAttribute);
    }

    private void putAttribute(String name, String value) {
        boolean fits = name.length() <= LONGEST_ATTRIBUTE && value.length() <= LONGEST_ATTRIBUTE;
        if (fits && (attributes.containsKey(name) || attributes.size() < MOST_ATTRIBUTES)) {
            attributes.put(name, value);
        }
    }
}
