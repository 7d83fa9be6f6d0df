package io.undertone.local.live;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one part of one call: its legs second by second, its alerts and, once it is over, how it ended. */
public final class CallTimeline {
    private static final Comparator<SpokenUtterance> BY_BEGIN = Comparator.comparingDouble(SpokenUtterance::beginS)
            .thenComparing(SpokenUtterance::legId)
            .thenComparingInt(SpokenUtterance::number);

    private final CallPart part;
    private final int keptSeconds;
    private final Map<String, LegTimeline> legs = new TreeMap<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Map<String, AlertEpisode> alerts = new LinkedHashMap<>();
    private final Map<UtteranceKey, SpokenUtterance> utterances = new LinkedHashMap<>();
    private @Nullable CallEnd end;

    /**
     * A call of which nothing is known yet.
     *
     * @param keptSeconds how far back it remembers: of each leg so many seconds, and the windows in them
     */
    public CallTimeline(CallPart part, int keptSeconds) {
        this.part = part;
        this.keptSeconds = keptSeconds;
    }

    public void hear(HeardSecond second) {
        leg(second.legId()).hear(second);
    }

    public void judge(MoodWindow window) {
        leg(window.legId()).judge(window);
    }

    public void withdraw(String legId) {
        leg(legId).withdraw();
    }

    /** Whether it is news. */
    public boolean alert(AlertEvent event) {
        if (!eventIds.add(event.eventId())) {
            return false;
        }
        AlertEpisode episode = alerts.get(event.alertId());
        if (episode == null) {
            alerts.put(event.alertId(), new AlertEpisode(event));
        } else {
            episode.add(event);
        }
        return true;
    }

    public void utter(SpokenUtterance utterance) {
        utterances.merge(
                new UtteranceKey(utterance.legId(), utterance.number()),
                utterance,
                (known, other) -> other.version() >= known.version() ? other : known);
    }

    /** What a header takes back is gone, also where no insight said so. */
    public void end(CallEnd header) {
        end = header;
        header.legs().stream().filter(leg -> leg.emotionWithdrawn() != null).forEach(leg -> withdraw(leg.legId()));
    }

    public CallPart part() {
        return part;
    }

    /** In the order of their ids. */
    public Collection<LegTimeline> legs() {
        return Collections.unmodifiableCollection(legs.values());
    }

    /** In the order in which they were raised. */
    public Collection<AlertEpisode> alerts() {
        return Collections.unmodifiableCollection(alerts.values());
    }

    /** All their events, alert by alert. */
    public List<AlertEvent> alertEvents() {
        return alerts.values().stream()
                .flatMap(episode -> episode.events().stream())
                .toList();
    }

    /** Without those of which a later version left nothing. */
    public List<SpokenUtterance> utterances() {
        return utterances.values().stream()
                .filter(utterance -> utterance.endS() > utterance.beginS())
                .sorted(BY_BEGIN)
                .toList();
    }

    /** Null while the call is open, as far as is known. */
    public @Nullable CallEnd end() {
        return end;
    }

    /** Seconds of media so far. */
    public long mediaSeconds() {
        long seconds = 0;
        for (LegTimeline leg : legs.values()) {
            HeardSecond newest = leg.newest();
            seconds = newest == null ? seconds : Math.max(seconds, newest.second() + 1);
        }
        return seconds;
    }

    private LegTimeline leg(String legId) {
        return legs.computeIfAbsent(legId, id -> new LegTimeline(id, keptSeconds));
    }

    private record UtteranceKey(String legId, int number) {}
}
