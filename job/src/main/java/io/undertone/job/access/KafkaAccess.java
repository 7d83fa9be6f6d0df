package io.undertone.job.access;

import io.undertone.job.config.KafkaConfig;
import io.undertone.schemas.KafkaRight;
import io.undertone.schemas.KafkaRight.Resource;
import io.undertone.schemas.KafkaRights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the brokers for each right of a leg or a command. Their own refusals come when the right is used, and name neither the
 * operation nor who may not.
 */
public final class KafkaAccess implements AutoCloseable {
    private final KafkaConfig config;
    private final Admin admin;

    public KafkaAccess(KafkaConfig config) {
        this.config = config;
        this.admin = Admin.create(properties(config));
    }

    /**
     * What {@code holder} needs and may not do; changes nothing. A topic that is missing is not this check's.
     *
     * @throws ExecutionException if the brokers do not answer
     */
    public List<KafkaRight> missing(String holder, boolean transactions)
            throws ExecutionException, InterruptedException {
        List<KafkaRight> needed = KafkaRights.shipped().of(holder, config.groupPrefix(), transactions);
        var missing = new ArrayList<KafkaRight>(topics(of(needed, Resource.TOPIC)));
        for (KafkaRight group : of(needed, Resource.GROUP)) {
            // A commit of nothing is refused like any other, and commits nothing.
            if (isRefused(
                    admin.alterConsumerGroupOffsets(group.name(), Map.of()).all())) {
                missing.add(group);
            }
        }
        for (KafkaRight id : of(needed, Resource.TRANSACTIONAL_ID)) {
            if (isRefused(admin.describeTransactions(List.of(id.name())).all())) {
                missing.add(id);
            }
        }
        return missing;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // all answers are in, or there will be none
    }

    /** A line for each right that is missing. */
    public String explained(String holder, List<KafkaRight> missing) {
        String who = Principal.of(config.properties());
        return missing.stream()
                .map(right -> "Kafka at %s: %s may not %s, which %s needs (docs/security.md)"
                        .formatted(config.bootstrapServers(), who, right, holder))
                .collect(Collectors.joining("; "));
    }

    private List<KafkaRight> topics(List<KafkaRight> rights) throws ExecutionException, InterruptedException {
        List<String> names = rights.stream().map(KafkaRight::name).distinct().toList();
        Map<String, KafkaFuture<TopicDescription>> described = admin.describeTopics(
                        names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        Map<String, Set<AclOperation>> allowed = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : described.entrySet()) {
            allowed.put(topic.getKey(), allowed(topic.getValue()));
        }
        return rights.stream()
                .filter(right -> !allowed.getOrDefault(right.name(), Set.of())
                        .contains(AclOperation.valueOf(right.operation().name())))
                .toList();
    }

    private static Set<AclOperation> allowed(KafkaFuture<TopicDescription> described)
            throws ExecutionException, InterruptedException {
        try {
            return described.get().authorizedOperations();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Set.of();
            }
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Set.of(AclOperation.values());
            }
            throw e;
        }
    }

    private static boolean isRefused(KafkaFuture<?> asked) throws ExecutionException, InterruptedException {
        try {
            asked.get();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return true;
            }
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    private static List<KafkaRight> of(List<KafkaRight> rights, Resource resource) {
        return rights.stream().filter(right -> right.resource() == resource).toList();
    }

    private static Map<String, Object> properties(KafkaConfig config) {
        var properties = new HashMap<String, Object>(config.properties());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
        return properties;
    }
}
