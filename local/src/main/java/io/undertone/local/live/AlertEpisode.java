package io.undertone.local.live;

import java.util.ArrayList;
import java.util.List;

/** The events of one alert, in the order in which they came. */
public final class AlertEpisode {
    private final List<AlertEvent> events = new ArrayList<>();

    AlertEpisode(AlertEvent first) {
        events.add(first);
    }

    void add(AlertEvent event) {
        events.add(event);
    }

    /** What stands now: after a replay an earlier event may have come last. */
    public AlertEvent current() {
        AlertEvent current = events.get(0);
        for (AlertEvent event : events) {
            current = event.step() > current.step() ? event : current;
        }
        return current;
    }

    public boolean isOpen() {
        return !current().endsAlert();
    }

    public List<AlertEvent> events() {
        return List.copyOf(events);
    }
}
