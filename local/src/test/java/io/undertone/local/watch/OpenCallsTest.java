package io.undertone.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.live.CallPart;
import io.undertone.local.live.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls are shown when; times are Kafka's. */
class OpenCallsTest {
    private static final long NOW = 1_000_000_000;

    private final List<String> news = new ArrayList<>();
    private final OpenCalls calls = open(new WatchedCalls(null, null));

    @Test
    void a_call_is_shown_from_its_first_second_on() {
        hear(calls, Told.call("a"), NOW);
        assertThat(shown(calls, NOW + 1_000)).containsExactly("a");
    }

    @Test
    void a_call_that_has_ended_lingers_and_goes_for_good() {
        hear(calls, Told.CALL, NOW);
        end(NOW + 500);
        assertThat(shown(calls, NOW + 500 + OpenCalls.LINGER_MILLIS)).containsExactly("a");
        assertThat(shown(calls, NOW + 501 + OpenCalls.LINGER_MILLIS)).isEmpty();
        hear(calls, Told.CALL, NOW + 6_000);
        assertThat(shown(calls, NOW + 6_000)).isEmpty();
    }

    @Test
    void a_call_that_ended_long_ago_does_not_open_by_what_is_read_of_it_later() {
        end(NOW - 3_600_000);
        assertThat(shown(calls, NOW)).isEmpty();
        hear(calls, Told.CALL, NOW - 3_600_000);
        assertThat(shown(calls, NOW)).isEmpty();
    }

    @Test
    void a_call_without_news_goes_after_a_minute_and_is_back_with_all_that_was_known_of_it() {
        hear(calls, Told.CALL, NOW);
        calls.alerted(Told.CALL, Told.alert("one", 0, "RAISED", "HIGH"));
        assertThat(shown(calls, NOW + OpenCalls.SHOWN_MILLIS)).containsExactly("a");
        assertThat(shown(calls, NOW + OpenCalls.SHOWN_MILLIS + 1)).isEmpty();
        hear(calls, Told.CALL, NOW + 1_800_000);
        assertThat(calls.shown(NOW + 1_800_000))
                .singleElement()
                .satisfies(call -> assertThat(call.timeline().alerts()).hasSize(1));
    }

    @Test
    void a_call_that_is_never_heard_of_again_is_forgotten() {
        hear(calls, Told.CALL, NOW);
        calls.alerted(Told.CALL, Told.alert("one", 0, "RAISED", "HIGH"));
        long later = NOW + OpenCalls.KEPT_MILLIS + 1;
        assertThat(shown(calls, later)).isEmpty();
        hear(calls, Told.CALL, later);
        assertThat(calls.shown(later))
                .singleElement()
                .satisfies(call -> assertThat(call.timeline().alerts()).isEmpty());
    }

    @Test
    void only_watched_calls_are_shown() {
        OpenCalls one = open(new WatchedCalls("acme", "a"));
        hear(one, Told.call("a"), NOW);
        hear(one, Told.call("b"), NOW);
        hear(one, new CallPart("umbrella", "a", Told.START, 0), NOW);
        assertThat(one.shown(NOW)).extracting(call -> call.timeline().part()).containsExactly(Told.call("a"));
    }

    @Test
    void an_event_of_an_alert_is_news_once() {
        hear(calls, Told.CALL, NOW);
        calls.alerted(Told.CALL, Told.alert("one", 0, "RAISED", "HIGH"));
        calls.alerted(Told.CALL, Told.alert("one", 0, "RAISED", "HIGH"));
        assertThat(news).containsExactly("one/0");
    }

    private OpenCalls open(WatchedCalls watched) {
        return new OpenCalls(watched, 60, (call, event) -> news.add(event.eventId()));
    }

    private static void hear(OpenCalls calls, CallPart call, long atMillis) {
        calls.news(call, atMillis);
        calls.heard(call, Told.silence("customer", atMillis / 1_000));
    }

    private void end(long atMillis) {
        calls.news(Told.CALL, atMillis);
        calls.ended(Told.CALL, Told.end());
    }

    private static List<String> shown(OpenCalls calls, long nowMillis) {
        calls.sweep(nowMillis);
        return calls.shown(nowMillis).stream()
                .map(call -> call.timeline().part().callId())
                .toList();
    }
}
