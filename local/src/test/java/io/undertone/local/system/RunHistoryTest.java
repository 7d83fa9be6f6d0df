package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path root;

    private RunHistory history;

    @BeforeEach
    void aProject() throws Exception {
        root = root.toRealPath();
        history = new RunHistory(root);
    }

    @Test
    void the_newest_run_is_found_wherever_it_lies() throws Exception {
        history.remember(RunDirectory.create(history.home(), NOON, ZoneOffset.UTC));
        var elsewhere = RunDirectory.create(root.resolve("elsewhere"), NOON, ZoneOffset.UTC);
        history.remember(elsewhere);
        assertThat(history.newest()).contains(elsewhere);
        assertThat(root.resolve(".undertone/last")).hasContent(elsewhere.path().toString());
    }

    @Test
    void a_project_without_runs_has_no_newest() throws Exception {
        assertThat(history.newest()).isEmpty();
    }

    @Test
    void a_run_that_was_deleted_is_not_offered() throws Exception {
        var run = RunDirectory.create(history.home(), NOON, ZoneOffset.UTC);
        history.remember(run);
        Files.delete(run.path());
        assertThat(history.newest()).isEmpty();
    }

    @Test
    void runs_of_one_second_have_directories_of_their_own() throws Exception {
        var first = RunDirectory.create(root, NOON, ZoneOffset.UTC);
        var second = RunDirectory.create(root, NOON, ZoneOffset.UTC);
        assertThat(first.path()).isEqualTo(root.resolve("20260301-120000"));
        assertThat(second.path()).isEqualTo(root.resolve("20260301-120000-2"));
    }
}
