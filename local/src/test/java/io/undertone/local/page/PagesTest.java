package io.undertone.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.local.live.CallPart;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the file of a page, read back as a browser would find it. */
class PagesTest {
    private static final Pattern TAG = Pattern.compile("<(?i:script|link|img|iframe|style)\\b[^>]*>");

    @TempDir
    private Path directory;

    @Test
    void a_page_carries_moods_loudness_speakers_alerts_failures_and_utterances() throws Exception {
        JsonNode page = written(SampleTimeline.of(Told.CALL));
        assertThat(page.at("/legs/1/leg_id").textValue()).isEqualTo("customer");
        assertThat(page.at("/legs/1/seconds")).hasSize(60);
        assertThat(page.at("/legs/1/negative/52").doubleValue()).isEqualTo(0.7);
        assertThat(page.at("/legs/1/lufs/52").doubleValue()).isEqualTo(-24);
        assertThat(page.at("/legs/1/who/52").textValue()).isEqualTo("CUSTOMER");
        assertThat(page.at("/legs/0/who/52").isNull()).isTrue();
        assertThat(page.at("/windows/0/classes/angry").doubleValue()).isEqualTo(0.75);
        assertThat(page.at("/windows/1/failure").textValue()).isEqualTo("TIMEOUT");
        assertThat(page.at("/alerts/0/severity").textValue()).isEqualTo("MEDIUM");
        assertThat(page.at("/alerts/0/events/1/phase").textValue()).isEqualTo("CLEARED");
        assertThat(page.at("/alerts/0/events/0/reason").textValue()).contains("threshold 0.60");
        assertThat(page.at("/dialogue/0/begin_s").doubleValue()).isEqualTo(9);
        assertThat(page.at("/thresholds/high").doubleValue()).isEqualTo(0.8);
        assertThat(page.at("/end_reason").textValue()).isEqualTo("ENDED");
    }

    @Test
    void a_call_of_which_nothing_is_known_yet_has_a_page() throws Exception {
        JsonNode page = written(new CallTimeline(Told.CALL, 10));
        assertThat(page.get("legs")).isEmpty();
        assertThat(page.get("end_reason").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"];alert(1)//",
                "a'b&amp;c",
                "@data@ $1 \u2028 \u202e",
                "grüße 電話"
            })
    void whatever_a_call_is_called_its_page_holds_the_name_and_nothing_else_of_it(String callId) throws Exception {
        Path file = pages().write(SampleTimeline.of(Told.call(callId)));
        assertThat(PageReader.data(file).get("call_id").textValue()).isEqualTo(callId);
        assertThat(outsideLibrary(file)).containsExactlyElementsOf(outsideLibrary(plainPage()));
        assertThat(file.getFileName().toString()).matches("[A-Za-z0-9_.-]+-[0-9a-f]{12}\\.html");
    }

    @Test
    void a_page_fetches_nothing() throws Exception {
        Path file = plainPage();
        assertThat(outsideLibrary(file)).allSatisfy(tag -> assertThat(tag).doesNotContain("src=", "href="));
        assertThat(Files.readString(file)).contains("content=\"default-src 'none'; script-src 'unsafe-inline';");
    }

    @Test
    void parts_and_tenants_have_pages_of_their_own() throws Exception {
        var other = new CallPart("acme", "a", Told.START, 1);
        var tenant = new CallPart("umbrella", "a", Told.START, 0);
        for (CallPart part : List.of(Told.CALL, other, tenant, Told.CALL)) {
            pages().write(new CallTimeline(part, 10));
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3).allMatch(Pages::isFile);
        }
    }

    @Test
    void one_page_may_have_a_name_of_its_own() throws Exception {
        Path file = directory.resolve("new/call.html");
        assertThat(Pages.to(file, null).write(new CallTimeline(Told.CALL, 10))).isEqualTo(file);
    }

    private JsonNode written(CallTimeline call) throws Exception {
        return PageReader.data(pages().write(call));
    }

    private Path plainPage() throws Exception {
        return Pages.to(directory.resolve("plain.html"), SampleTimeline.THRESHOLDS)
                .write(SampleTimeline.of(Told.CALL));
    }

    private Pages pages() throws Exception {
        return Pages.to(directory, SampleTimeline.THRESHOLDS);
    }

    /** The tags that load or run something. */
    private static List<String> outsideLibrary(Path file) throws Exception {
        String page = Files.readString(file).replace(ChartLibrary.script(), "");
        return TAG.matcher(page).results().map(tag -> tag.group()).toList();
    }
}
