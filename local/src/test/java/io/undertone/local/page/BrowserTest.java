package io.undertone.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.Told;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser makes of a page. The page says in attributes of its root how many series it has drawn, or why it could not. */
class BrowserTest {
    private static final Pattern ROOT = Pattern.compile("<html\\b[^>]*>");

    @TempDir
    private Path directory;

    private Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = Browser.find().orElseGet(() -> {
            String none = "no page was drawn: none of %s on the path, and %s names no browser"
                    .formatted(Browser.NAMES, Browser.VARIABLE);
            System.out.println(getClass().getSimpleName() + ": " + none);
            return abort(none);
        });
    }

    @Test
    void a_browser_draws_the_call_with_its_moods_and_lists_its_alerts() throws Exception {
        String dom = dom(SampleTimeline.of(Told.call("</script><b>x</b>")), SampleTimeline.THRESHOLDS);
        // alerts, three moods, failed windows; two classes; loudness and speaker of each leg
        assertThat(root(dom)).contains("data-series=\"11\"").doesNotContain("data-failed");
        assertThat(dom)
                .contains("<h1 id=\"heading\">&lt;/script&gt;&lt;b&gt;x&lt;/b&gt;</h1>")
                .contains("<td>negative 0.71, threshold 0.60</td>")
                .contains("<canvas");
    }

    @Test
    void a_browser_bears_a_call_of_which_nothing_is_known() throws Exception {
        String dom = dom(new CallTimeline(Told.CALL, 10), null);
        assertThat(root(dom)).doesNotContain("data-failed");
        assertThat(dom).contains("Nothing was heard yet.");
    }

    @Test
    void a_browser_bears_thresholds_of_which_one_is_unknown() throws Exception {
        String dom = dom(SampleTimeline.of(Told.CALL), new Thresholds(0.6, null, 0.4));
        assertThat(root(dom)).contains("data-series=\"11\"").doesNotContain("data-failed");
    }

    private String dom(CallTimeline call, @Nullable Thresholds thresholds) throws Exception {
        Path page = Pages.to(directory, thresholds).write(call);
        return browser.domOf(page, directory);
    }

    private static String root(String dom) {
        return ROOT.matcher(dom).results().findFirst().orElseThrow().group();
    }
}
