package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishJournalTest {
    private static final HashedFile ONE = new HashedFile(new FileStamp("one\n\"ü\".wav", 100, 7), "1".repeat(64));
    private static final HashedFile TWO = new HashedFile(new FileStamp("two.wav", 200, 8), "2".repeat(64));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("calls.published");
    }

    @Test
    void a_call_is_remembered_by_another_process_whatever_its_name() throws IOException {
        note(ONE);
        note(TWO);

        try (PublishJournal journal = open()) {
            assertThat(journal.knows(ONE.stamp())).isTrue();
            assertThat(journal.knows(TWO.stamp())).isTrue();
            assertThat(journal.knows(new HashedFile(new FileStamp(ONE.name(), 100, 9), ONE.sha256())))
                    .isTrue();
            assertThat(journal.knows(new FileStamp(ONE.name(), 100, 9))).isFalse();
            assertThat(journal.knows(new HashedFile(ONE.stamp(), TWO.sha256()))).isFalse();
        }
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"at\":\"2026-05-04T12:00:00Z\"");
    }

    @Test
    void a_line_that_a_crash_cut_off_counts_for_nothing_and_is_written_over() throws IOException {
        note(ONE);
        Files.writeString(file, "{\"at\":\"2026-05-04T12:00:0", StandardOpenOption.APPEND);

        note(TWO);

        try (PublishJournal journal = open()) {
            assertThat(journal.knows(ONE.stamp())).isTrue();
            assertThat(journal.knows(TWO.stamp())).isTrue();
        }
    }

    @Test
    void a_file_that_is_no_journal_is_left_as_it_is() throws IOException {
        Files.writeString(file, "milk\neggs\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessage("line 1 of the journal %s is none of its lines", file);
        assertThat(file).hasContent("milk\neggs\n");
    }

    @Test
    void two_watches_do_not_share_a_journal() throws IOException {
        try (PublishJournal first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessage("somebody else is publishing with the journal %s", file);
            assertThat(first.knows(ONE.stamp())).isFalse();
        }
        open().close();
    }

    private void note(HashedFile published) throws IOException {
        try (PublishJournal journal = open()) {
            journal.add(new WatchedCall("call", new TreeMap<>(Map.of(WatchedCall.WHOLE, published))));
        }
    }

    private PublishJournal open() throws IOException {
        return PublishJournal.open(file, Clock.fixed(Watching.NOW, ZoneOffset.UTC));
    }
}
