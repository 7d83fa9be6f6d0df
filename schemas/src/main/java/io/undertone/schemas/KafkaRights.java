package io.undertone.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.undertone.schemas.KafkaRight.Operation;
import io.undertone.schemas.KafkaRight.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The least that each leg and each command can do with on Kafka, in the order of {@code kafka-rights.yaml}. */
public final class KafkaRights {
    private static final String RESOURCE = "kafka-rights.yaml";
    private static final List<String> ALL = List.of("all");

    private final Map<String, Holder> holders;
    private final Topics topics = Topics.shipped();

    private KafkaRights(Map<String, Holder> holders) {
        this.holders = new LinkedHashMap<>(holders);
        this.holders.values().forEach(holder -> holder.topics().values().forEach(this::expanded));
    }

    /** Those shipped in this jar. */
    public static KafkaRights shipped() {
        try (InputStream in = Objects.requireNonNull(KafkaRights.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
    }

    static KafkaRights parse(String yaml) {
        try {
            return new KafkaRights(Topics.STRICT.readValue(yaml, Listing.class).holders());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(RESOURCE + ": " + e.getMessage(), e);
        }
    }

    /** Legs and commands. */
    public Set<String> holders() {
        return holders.keySet();
    }

    /**
     * What a leg or a command needs, a right for each operation on each resource.
     *
     * @param groupPrefix {@code kafka.group_prefix} of the configuration
     * @param transactions whether alerts are delivered exactly once
     */
    public List<KafkaRight> of(String name, String groupPrefix, boolean transactions) {
        Holder holder = holders.get(name);
        if (holder == null) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(holders.keySet(), name));
        }
        List<KafkaRight> rights = new ArrayList<>();
        holder.topics()
                .forEach((operation, listed) ->
                        expanded(listed).forEach(topic -> rights.add(KafkaRight.ofTopic(topic, operation))));
        for (String group : holder.groups()) {
            rights.add(new KafkaRight(Resource.GROUP, groupPrefix + "-" + group, false, Operation.READ));
        }
        if (transactions) {
            rights.addAll(ofTransactions(holder.transactions(), groupPrefix));
        }
        return rights;
    }

    private List<KafkaRight> ofTransactions(Transactions transactions, String groupPrefix) {
        List<KafkaRight> rights = new ArrayList<>();
        expanded(transactions.topics()).forEach(topic -> rights.add(KafkaRight.ofTopic(topic, Operation.READ)));
        for (String id : transactions.ids()) {
            rights.add(new KafkaRight(Resource.TRANSACTIONAL_ID, groupPrefix + "-" + id, true, Operation.WRITE));
        }
        return rights;
    }

    private List<String> expanded(List<String> listed) {
        return listed.equals(ALL)
                ? topics.all().stream().map(Topic::name).toList()
                : listed.stream().map(name -> topics.named(name).name()).toList();
    }

    private record Listing(Map<String, Holder> holders) {}

    private record Holder(Map<Operation, List<String>> topics, List<String> groups, Transactions transactions) {}

    private record Transactions(List<String> ids, List<String> topics) {}
}
