package io.undertone.job.migrate;

import io.undertone.schemas.Topic;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** Whether a topic that exists serves as the one that is described: neither smaller nor with another memory. */
final class TopicCheck {
    private TopicCheck() {}

    static Summary compare(Topic topic, int partitions, Config found) {
        var problems = new ArrayList<String>();
        if (partitions < topic.partitions()) {
            problems.add("%d partitions, expected at least %d".formatted(partitions, topic.partitions()));
        }
        for (Map.Entry<String, String> setting : new TreeMap<>(topic.kafkaSettings()).entrySet()) {
            ConfigEntry entry = found.get(setting.getKey());
            String value = entry == null ? null : entry.value();
            if (value == null || !serves(setting.getKey(), value, setting.getValue())) {
                problems.add("%s is %s, expected %s".formatted(setting.getKey(), value, setting.getValue()));
            }
        }
        return problems.isEmpty()
                ? Summary.note("topic %s is in order".formatted(topic.name()))
                : Summary.problem("topic %s: %s".formatted(topic.name(), String.join("; ", problems)));
    }

    private static boolean serves(String setting, String found, String expected) {
        boolean largerServesToo = setting.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return found.equals(expected) || (largerServesToo && Long.parseLong(found) >= Long.parseLong(expected));
    }
}
