package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schemas.KafkaRight.Operation;
import io.undertone.schemas.KafkaRight.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KafkaRightsTest {
    private static final String PREFIX = "undertone";

    static Set<String> holders() {
        return KafkaRights.shipped().holders();
    }

    @Test
    void every_topic_is_somebodys_to_read_or_write() {
        Set<String> named = new HashSet<>();
        for (String holder : holders()) {
            if (holder.equals("erase")) {
                continue; // it looks everywhere for what others left
            }
            named.addAll(topics(holder, Operation.READ));
            named.addAll(topics(holder, Operation.WRITE));
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.shipped().all().stream().map(Topic::name).toList());
    }

    @Test
    void groups_and_transactions_carry_the_installations_prefix() {
        assertThat(KafkaRights.shipped().of("live", "other", true))
                .contains(
                        new KafkaRight(Resource.GROUP, "other-live", false, Operation.READ),
                        new KafkaRight(Resource.TRANSACTIONAL_ID, "other-alerts", true, Operation.WRITE))
                .noneMatch(right -> right.name().startsWith(PREFIX));
    }

    @Test
    void only_alerts_that_come_exactly_once_take_rights_to_transactions() {
        var more = new ArrayList<>(KafkaRights.shipped().of("live", PREFIX, true));
        more.removeAll(KafkaRights.shipped().of("live", PREFIX, false));
        assertThat(more)
                .extracting(KafkaRight::toString)
                .containsExactly("READ topic frustration-events", "WRITE transactional id undertone-alerts*");
    }

    @Test
    void a_topic_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> KafkaRights.parse("""
            holders:
              live: {topics: {read: [call-medias]}, groups: [], transactions: {ids: [], topics: []}}
            """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call-medias");
    }

    @Test
    void who_is_not_listed_is_refused_with_those_who_are() {
        assertThatThrownBy(() -> KafkaRights.shipped().of("nightly", PREFIX, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("post-call")
                .hasMessageContaining("nightly");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void the_page_on_security_lists_the_same(String holder) throws IOException {
        List<String> row = documented().getOrDefault(holder, List.of());
        assertThat(row).as(holder).isNotEmpty();
        assertThat(words(row.get(0))).isEqualTo(topics(holder, Operation.READ));
        assertThat(words(row.get(1))).isEqualTo(topics(holder, Operation.WRITE));
        for (KafkaRight right : KafkaRights.shipped().of(holder, PREFIX, true)) {
            boolean isInCells = right.operation() == Operation.READ || right.operation() == Operation.WRITE;
            if (right.resource() != Resource.TOPIC) {
                assertThat(row.get(2)).contains(right.name());
            } else if (!isInCells) {
                assertThat(row.get(2)).contains(right.operation().name(), "all topics");
            }
        }
    }

    /** The cells of each row, by its first. */
    private static Map<String, List<String>> documented() throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        for (String line : Files.readAllLines(Project.module().resolveSibling("docs/security.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6) {
                rows.putIfAbsent(cells[1].strip(), List.of(cells[2], cells[3], cells[4]));
            }
        }
        return rows;
    }

    private static Set<String> words(String cell) {
        if (cell.strip().equals("all topics")) {
            return Topics.shipped().all().stream().map(Topic::name).collect(Collectors.toSet());
        }
        return cell.isBlank()
                ? Set.of()
                : Arrays.stream(cell.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static Set<String> topics(String holder, Operation operation) {
        return KafkaRights.shipped().of(holder, PREFIX, false).stream()
                .filter(right -> right.resource() == Resource.TOPIC && right.operation() == operation)
                .map(KafkaRight::name)
                .collect(Collectors.toSet());
    }
}
