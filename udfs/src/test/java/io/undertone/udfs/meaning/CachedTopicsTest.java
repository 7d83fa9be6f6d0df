package io.undertone.udfs.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CachedTopicsTest {
    private static final long FRESH = 60;
    private static final long REST = 15;

    private final Book book = new Book();
    private long now = -1_000;
    private final CachedTopics topics = new CachedTopics(book, FRESH, REST, () -> now);

    @Test
    void what_was_read_counts_for_a_while() throws Exception {
        assertThat(topics.known("acme")).containsExactly("Billing");
        book.names.add("Contract");
        now += FRESH - 1;
        assertThat(topics.known("acme")).containsExactly("Billing");
        now += 1;
        assertThat(topics.known("acme")).containsExactly("Billing", "Contract");
        assertThat(book.asked).isEqualTo(2);
    }

    @Test
    void a_known_topic_is_settled_without_asking() throws Exception {
        topics.known("acme");
        assertThat(topics.settle("acme", " BILLING ")).isEqualTo("Billing");
        assertThat(book.asked).isEqualTo(1);
    }

    @Test
    void a_new_topic_is_settled_by_the_book_and_known_from_then_on() throws Exception {
        topics.known("acme");
        assertThat(topics.settle("acme", "contract")).isEqualTo("CONTRACT");
        assertThat(topics.known("acme")).containsExactly("Billing", "CONTRACT");
        assertThat(topics.settle("acme", "Contract")).isEqualTo("CONTRACT");
        assertThat(book.asked).isEqualTo(2);
    }

    @Test
    void what_one_tenant_knows_is_nothing_to_another() throws Exception {
        topics.known("acme");
        assertThat(topics.settle("other", "Billing")).isEqualTo("BILLING");
    }

    @Test
    void while_the_book_is_away_what_was_known_still_is() throws Exception {
        topics.known("acme");
        now += FRESH;
        book.away = true;
        assertThat(topics.known("acme")).containsExactly("Billing");
        assertThat(topics.settle("acme", "billing")).isEqualTo("Billing");
        assertThatExceptionOfType(TopicsUnavailableException.class).isThrownBy(() -> topics.settle("acme", "New"));
    }

    @Test
    void a_book_that_is_away_is_left_alone_for_a_while() throws Exception {
        book.away = true;
        assertThatExceptionOfType(TopicsUnavailableException.class).isThrownBy(() -> topics.known("acme"));
        now += REST - 1;
        book.away = false;
        assertThatExceptionOfType(TopicsUnavailableException.class).isThrownBy(() -> topics.known("acme"));
        assertThat(book.asked).isEqualTo(1);
        now += 1;
        assertThat(topics.known("acme")).containsExactly("Billing");
    }

    @Test
    void of_many_tenants_the_one_unused_for_longest_is_let_go_of() throws Exception {
        topics.known("first");
        for (int i = 0; i < 1_000; i++) {
            topics.known("tenant " + i);
        }
        int before = book.asked;
        topics.known("tenant 999");
        assertThat(book.asked).isEqualTo(before);
        topics.known("first");
        assertThat(book.asked).isEqualTo(before + 1);
    }

    /** Settles in upper case, to be told apart from what it was asked. */
    private static final class Book implements TopicBook {
        private final List<String> names = new ArrayList<>(List.of("Billing"));
        private boolean away;
        private int asked;

        @Override
        public List<String> known(String tenantId) throws TopicsUnavailableException {
            reach();
            return List.copyOf(names);
        }

        @Override
        public String settle(String tenantId, String name) throws TopicsUnavailableException {
            reach();
            return name.toUpperCase(Locale.ROOT);
        }

        private void reach() throws TopicsUnavailableException {
            asked++;
            if (away) {
                throw new TopicsUnavailableException("away");
            }
        }
    }
}
