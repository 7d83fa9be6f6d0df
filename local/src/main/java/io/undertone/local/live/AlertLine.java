package io.undertone.local.live;

import io.undertone.local.console.Text;
import java.util.Locale;

/** An event of an alert in a line, for somebody who has to act on it. */
public final class AlertLine {
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_REASON = 200;

    private AlertLine() {}

    /** As {@code 0:52 call-17 MEDIUM frustration raised: negative 0.71, threshold 0.60}. */
    public static String of(CallPart call, AlertEvent event) {
        return "%s %s %s %s: %s"
                .formatted(
                        Text.clock((long) event.atS()),
                        Text.plain(call.shown(), LONGEST_ID),
                        rule(event),
                        event.phase().toLowerCase(Locale.ROOT),
                        reason(event));
    }

    public static String rule(AlertEvent event) {
        return event.severity() + " " + event.ruleId();
    }

    public static String reason(AlertEvent event) {
        return Text.plain(event.reason(), LONGEST_REASON);
    }
}
