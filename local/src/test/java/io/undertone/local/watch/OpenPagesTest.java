package io.undertone.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.Told;
import io.undertone.local.page.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenPagesTest {
    @TempDir
    private Path directory;

    private final CallTimeline call = new CallTimeline(Told.CALL, 100);
    private Path file;
    private OpenPages pages;

    @BeforeEach
    void oneCall() throws Exception {
        file = directory.resolve("call.html");
        pages = new OpenPages(Pages.to(file, null));
        call.hear(Told.silence("customer", 0));
    }

    @Test
    void the_page_of_an_open_call_is_brought_up_to_date_every_ten_seconds_of_media() throws Exception {
        assertThat(isWritten(0)).isTrue();
        call.hear(Told.silence("customer", 9));
        assertThat(isWritten(0)).isFalse();
        call.hear(Told.silence("customer", 10));
        assertThat(isWritten(0)).isTrue();
    }

    @Test
    void the_page_of_a_call_that_has_ended_is_written_once_more_when_all_of_it_is_there() throws Exception {
        assertThat(isWritten(0)).isTrue();
        call.end(Told.end());
        assertThat(isWritten(1_000)).isFalse();
        assertThat(isWritten(2_000)).isTrue();
        assertThat(isWritten(3_000)).isFalse();
    }

    @Test
    void whoever_stops_watching_leaves_pages_of_what_is_known() throws Exception {
        pages.finish(List.of(new OpenCall(call, 0)));
        assertThat(file).exists();
    }

    private boolean isWritten(long quietMillis) throws IOException {
        Files.deleteIfExists(file);
        pages.keep(List.of(new OpenCall(call, quietMillis)));
        return Files.exists(file);
    }
}
