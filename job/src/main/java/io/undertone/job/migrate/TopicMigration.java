package io.undertone.job.migrate;

import io.undertone.job.config.KafkaConfig;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;

/** Creates the topics of {@code topics.yaml}; reports those that stand otherwise, and changes none of them. */
public final class TopicMigration {
    /** The broker's {@code default.replication.factor}. */
    public static final short BROKERS_REPLICATION = -1;

    private final KafkaConfig config;
    private final short replicationFactor;
    private final Collection<Topic> topics = Topics.shipped().all();

    public TopicMigration(KafkaConfig config, short replicationFactor) {
        this.config = config;
        this.replicationFactor = replicationFactor;
    }

    /** Creates what is missing, and checks the rest. */
    public Summary migrate() {
        return visit(true);
    }

    /** Changes nothing. */
    public Summary check() {
        return visit(false);
    }

    private Summary visit(boolean create) {
        Admin admin = null;
        try {
            admin = Admin.create(properties());
            return topics(admin, create);
        } catch (ExecutionException | KafkaException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO); // all answers are in, or there will be none
            }
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(config.properties());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
        return properties;
    }

    private Summary topics(Admin admin, boolean create) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<Topic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        if (create) {
            admin.createTopics(missing.stream().map(this::described).toList())
                    .all()
                    .get();
        }
        List<Topic> found =
                topics.stream().filter(topic -> existing.contains(topic.name())).toList();
        return missing.stream()
                .map(topic -> create ? created(topic) : missing(topic))
                .reduce(Summary.NOTHING, Summary::and)
                .and(compared(admin, found));
    }

    private NewTopic described(Topic topic) {
        Optional<Short> replication =
                replicationFactor == BROKERS_REPLICATION ? Optional.empty() : Optional.of(replicationFactor);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication).configs(topic.kafkaSettings());
    }

    private static Summary compared(Admin admin, List<Topic> found) throws ExecutionException, InterruptedException {
        List<String> names = found.stream().map(Topic::name).toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(
                        names.stream().map(TopicMigration::resource).toList())
                .all()
                .get();
        Summary summary = Summary.NOTHING;
        for (Topic topic : found) {
            TopicDescription description = Objects.requireNonNull(descriptions.get(topic.name()));
            Config config = Objects.requireNonNull(settings.get(resource(topic.name())));
            summary = summary.and(
                    TopicCheck.compare(topic, description.partitions().size(), config));
        }
        return summary;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Summary created(Topic topic) {
        return Summary.note("topic %s created with %d partitions".formatted(topic.name(), topic.partitions()));
    }

    private static Summary missing(Topic topic) {
        return Summary.problem("topic %s is missing: run migrate".formatted(topic.name()));
    }

    private Summary failed(Throwable cause) {
        return Summary.problem(
                cause instanceof TimeoutException
                        ? "Kafka at %s: no broker answered within %d ms"
                                .formatted(config.bootstrapServers(), config.connectTimeoutMs())
                        : "Kafka at %s: %s".formatted(config.bootstrapServers(), cause.getMessage()));
    }
}
