package io.undertone.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which files are one call, by their names: {@code X_agent.wav} and {@code X_customer.wav} (or {@code X_caller.wav})
 * are the legs of call X, every other file is a call of its own.
 */
final class Pairing {
    private final Map<Place, Deque<HashedFile>> waiting = new HashMap<>();
    private final Set<Place> coming;
    private final Predicate<HashedFile> hasWaited;

    private Pairing(Collection<String> names, Predicate<HashedFile> hasWaited) {
        this.coming = names.stream().map(Place::of).collect(Collectors.toSet());
        this.hasWaited = hasWaited;
    }

    /**
     * The calls that may be published.
     *
     * @param files that are complete
     * @param names of all new files, complete or not: a leg waits for another one that is among them
     * @param hasWaited whether a leg has waited long enough for one that is not
     */
    static List<WatchedCall> calls(List<HashedFile> files, Collection<String> names, Predicate<HashedFile> hasWaited) {
        return new Pairing(names, hasWaited).of(files);
    }

    private List<WatchedCall> of(List<HashedFile> files) {
        for (HashedFile file : files) {
            at(Place.of(file.name())).add(file);
        }
        var calls = new ArrayList<WatchedCall>();
        for (HashedFile file : files) {
            Place place = Place.of(file.name());
            // Another one at its head: this one has gone as somebody's other leg, or stands behind one that waits.
            if (file.equals(at(place).peek()) && mayGo(place, file)) {
                calls.add(taken(place));
            }
        }
        return calls;
    }

    private boolean mayGo(Place place, HashedFile file) {
        Place other = place.otherLeg();
        return other == null || !at(other).isEmpty() || (!coming.contains(other) && hasWaited.test(file));
    }

    private WatchedCall taken(Place place) {
        var files = new TreeMap<String, HashedFile>();
        files.put(place.key(), at(place).remove());
        Place other = place.otherLeg();
        if (other != null && !at(other).isEmpty()) {
            files.put(other.key(), at(other).remove());
        }
        return new WatchedCall(place.call(), files);
    }

    private Deque<HashedFile> at(Place place) {
        return waiting.computeIfAbsent(place, any -> new ArrayDeque<>());
    }

    /** What a file's name says. */
    private record Place(String call, String key) {
        private static final String AGENT = "agent";
        private static final String CUSTOMER = "customer";
        private static final Pattern OF_A_LEG =
                Pattern.compile("(.+)_(agent|customer|caller)", Pattern.CASE_INSENSITIVE);

        static Place of(String fileName) {
            int ending = fileName.lastIndexOf('.');
            String name = ending > 0 ? fileName.substring(0, ending) : fileName;
            Matcher leg = OF_A_LEG.matcher(name);
            if (!leg.matches()) {
                return new Place(name, WatchedCall.WHOLE);
            }
            boolean agent = leg.group(2).toLowerCase(Locale.ROOT).equals(AGENT);
            return new Place(leg.group(1), agent ? AGENT : CUSTOMER);
        }

        /** Null of a recording of the whole call. */
        @Nullable
        Place otherLeg() {
            return switch (key) {
                case AGENT -> new Place(call, CUSTOMER);
                case CUSTOMER -> new Place(call, AGENT);
                default -> null;
            };
        }
    }
}
