package io.undertone.udfs.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where parts differ, what is true of most speech; of what is true of equally much, what was said first. */
final class SpokenMost {
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private SpokenMost() {}

    /** The topic of most speech, as the first part wrote it that is about it. */
    static @Nullable String topic(Collection<Answered> answers) {
        Map<String, String> names = new HashMap<>();
        var most = new SpokenMost();
        for (Answered answered : answers) {
            String topic = answered.answer().topic;
            if (topic != null) {
                String key = TopicNames.key(topic);
                names.putIfAbsent(key, topic);
                most.add(key, answered.part().speechSeconds());
            }
        }
        String key = most.name();
        return key == null ? null : names.get(key);
    }

    /** For each speaker the role in which they spoke most. */
    static Map<String, String> roles(Collection<Answered> answers) {
        Map<String, SpokenMost> bySpeaker = new HashMap<>();
        for (Answered answered : answers) {
            answered.answer()
                    .roles
                    .forEach((speaker, role) -> bySpeaker
                            .computeIfAbsent(speaker, whose -> new SpokenMost())
                            .add(role, secondsOf(speaker, answered.part())));
        }
        Map<String, String> roles = new HashMap<>();
        bySpeaker.forEach((speaker, most) -> {
            String role = most.name();
            if (role != null) {
                roles.put(speaker, role);
            }
        });
        return roles;
    }

    private void add(String name, double spoken) {
        seconds.merge(name, spoken, Double::sum);
    }

    private @Nullable String name() {
        String most = null;
        double longest = -1;
        for (Map.Entry<String, Double> entry : seconds.entrySet()) {
            if (entry.getValue() > longest) {
                most = entry.getKey();
                longest = entry.getValue();
            }
        }
        return most;
    }

    private static double secondsOf(String speaker, AnalysisPart part) {
        return part.lines.stream()
                .filter(line -> line.speaker().equals(speaker))
                .mapToDouble(DialogueLine::seconds)
                .sum();
    }
}
