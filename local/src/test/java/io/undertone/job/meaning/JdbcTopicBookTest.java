package io.undertone.job.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.local.system.EmbeddedDatabase;
import io.undertone.udfs.meaning.TopicBook;
import io.undertone.udfs.meaning.TopicsUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics in a real PostgreSQL, whose locale knows the case of ASCII alone. */
@Timeout(120)
class JdbcTopicBookTest {
    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;
    private static TopicDatabase topics;

    private TopicBook book;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        topics = new TopicDatabase(database.url(), database.user(), database.password());
        execute("CREATE TABLE topic (topic_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " tenant_id text NOT NULL, name text NOT NULL)");
        execute("CREATE UNIQUE INDEX topic_name ON topic (tenant_id, lower(name))");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() throws Exception {
        book = new JdbcTopicBook(topics, 3);
        execute("TRUNCATE topic");
    }

    @Test
    void a_new_topic_is_entered_under_a_clean_name() throws Exception {
        assertThat(book.settle("acme", " Billing \n error")).isEqualTo("Billing error");
        assertThat(book.known("acme")).containsExactly("Billing error");
    }

    @Test
    void a_topic_keeps_the_name_under_which_it_was_entered() throws Exception {
        book.settle("acme", "Billing error");
        assertThat(book.settle("acme", "BILLING  ERROR")).isEqualTo("Billing error");
        assertThat(book.known("acme")).hasSize(1);
    }

    @Test
    void case_is_no_difference_in_letters_that_the_database_does_not_know_either() throws Exception {
        book.settle("acme", "Überweisung");
        assertThat(book.settle("acme", "ÜBERWEISUNG")).isEqualTo("Überweisung");
        assertThat(book.settle("acme", "Кредит")).isEqualTo("Кредит");
        assertThat(book.settle("acme", "кредит")).isEqualTo("Кредит");
    }

    @Test
    void tenants_have_topics_of_their_own() throws Exception {
        book.settle("acme", "Billing");
        assertThat(book.settle("other", "BILLING")).isEqualTo("BILLING");
        assertThat(book.known("acme")).containsExactly("Billing");
        assertThat(book.known("nobody")).isEmpty();
    }

    @Test
    void of_many_the_oldest_are_known() throws Exception {
        for (String name : List.of("d", "c", "b", "a")) {
            book.settle("acme", name);
        }
        assertThat(book.known("acme")).containsExactly("d", "c", "b");
    }

    @Test
    void a_name_that_is_no_plain_text_is_only_a_name() throws Exception {
        String name = "x'); DROP TABLE topic; -- % _ \\ \"";
        assertThat(book.settle("acme", name)).isEqualTo(name);
        assertThat(book.known("acme")).containsExactly(name);
    }

    @Test
    void however_many_settle_a_topic_at_once_there_is_one() throws Exception {
        int subtasks = 8;
        for (int round = 0; round < 10; round++) {
            Set<String> settled = new HashSet<>();
            for (Future<String> each : atOnce(subtasks, round)) {
                settled.add(each.get());
            }
            assertThat(settled).as("round %d", round).hasSize(1);
        }
        assertThat(new JdbcTopicBook(topics, 100).known("acme")).hasSize(10);
    }

    @Test
    void a_topic_that_somebody_enters_by_hand_is_respected() throws Exception {
        execute("INSERT INTO topic (tenant_id, name) VALUES ('acme', 'By hand')");
        assertThat(book.settle("acme", "by HAND")).isEqualTo("By hand");
    }

    @Test
    void a_database_that_is_away_is_told_apart_from_a_bug_and_quotes_nothing() {
        TopicBook away = new TopicDatabase("jdbc:postgresql://localhost:1/postgres", "postgres", "secret").open();
        assertThatExceptionOfType(TopicsUnavailableException.class)
                .isThrownBy(() -> away.settle("acme", "My card is blocked"))
                .withMessage("the database answers with state 08001");
        assertThatExceptionOfType(TopicsUnavailableException.class)
                .isThrownBy(() -> away.known("acme"))
                .withMessage("topics could not be reached a moment ago");
    }

    /** Each writes the name in another case, umlaut included. */
    private List<Future<String>> atOnce(int subtasks, int round) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(subtasks);
        try {
            var start = new CyclicBarrier(subtasks);
            List<Callable<String>> settling = new ArrayList<>();
            for (int i = 0; i < subtasks; i++) {
                String name = (i % 2 == 0 ? "Überweisung " : "ÜBERWEISUNG ") + round;
                settling.add(() -> {
                    start.await();
                    return book.settle("acme", name);
                });
            }
            return threads.invokeAll(settling);
        } finally {
            threads.shutdown();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
