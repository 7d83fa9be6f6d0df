package io.undertone.local.page;

import io.undertone.local.live.CallPart;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.Told;

/** A minute of two people, one of whom loses his temper at 0:50. */
final class SampleTimeline {
    static final Thresholds THRESHOLDS = new Thresholds(0.6, 0.8, 0.4);

    private SampleTimeline() {}

    static CallTimeline of(CallPart part) {
        var call = new CallTimeline(part, 100);
        for (int second = 0; second < 60; second++) {
            boolean customerSpeaks = second / 10 % 2 == 1;
            double negative = second >= 50 ? 0.7 : 0.1;
            call.hear(customerSpeaks ? Told.silence("agent", second) : Told.speech("agent", second, null));
            call.hear(Told.speech("customer", second, negative));
        }
        call.judge(Told.window(1, 53, 0.75));
        call.judge(Told.failedWindow(2, 54));
        call.alert(Told.alert("one", 0, "RAISED", "MEDIUM"));
        call.alert(Told.alert("one", 1, "CLEARED", "MEDIUM"));
        call.utter(Told.utterance("customer", 1, 0, 9));
        call.end(Told.end(Told.leg("agent", 0), Told.leg("customer", 1)));
        return call;
    }
}
