package io.undertone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.console.Grid;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.LegEnd;
import io.undertone.local.live.Told;
import io.undertone.local.page.Thresholds;
import io.undertone.local.report.MoodReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo says of the moods of a written call. */
class MoodSheetTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.6, 0.8, 0.4);

    private final CallTimeline call = new CallTimeline(Told.CALL, 100);

    @Test
    void a_call_whose_moods_nobody_read_says_so_and_no_more() {
        assertThat(sheet(true)).containsExactly("mood   no moods were read");
    }

    @Test
    void a_synthetic_voice_that_is_not_found_frustrated_is_told_with_its_score_and_why() {
        call.end(Told.end(Told.moodyLeg(12)));
        assertThat(sheet(true))
                .containsExactly(
                        "mood     ▂ ▄ CUSTOMER on customer: 12 windows, 1 failed; highest negative 0.410 at 0:52, 2 switches",
                        "alerts   no frustration: the highest score 0.410 stays below the threshold 0.600: the voices are"
                                + " synthetic, and thresholds are never tuned to them");
        assertThat(sheet(false)).last().asString().endsWith("stays below the threshold 0.600");
    }

    @Test
    void an_alert_is_told_from_its_beginning_to_its_end_with_the_reason() {
        call.end(Told.end(Told.moodyLeg(12)));
        call.alert(Told.alert("one", 0, "RAISED", "MEDIUM"));
        call.alert(Told.alert("one", 1, "CLEARED", "HIGH"));
        assertThat(sheet(true)).last().isEqualTo("alerts   HIGH frustration 0:50–0:53: negative 0.71, threshold 0.60");
    }

    @Test
    void moods_that_were_taken_back_are_named_with_the_reason_and_not_shown() {
        call.judge(Told.window(1, 4, 0.9));
        call.end(Told.end(new LegEnd("customer", "CUSTOMER", 1, 1, "ROLE_MISMATCH", List.of())));
        assertThat(sheet(true)).containsExactly("mood   withdrawn: customer ROLE_MISMATCH");
    }

    private List<String> sheet(boolean synthetic) {
        var grid = new Grid();
        new MoodSheet(THRESHOLDS, synthetic).addTo(grid, MoodReport.of(call), call.alertEvents());
        return grid.lines("");
    }
}
