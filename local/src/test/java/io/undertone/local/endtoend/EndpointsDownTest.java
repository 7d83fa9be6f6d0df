package io.undertone.local.endtoend;

import static io.undertone.local.endtoend.LiveDelays.median;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.PublishTally;
import io.undertone.gateway.Speed;
import io.undertone.local.observability.Observed;
import io.undertone.local.observability.Scrape;
import io.undertone.local.scenario.ContraryModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transcriber and language model hang while calls are on the line and end, the transcriber comes back, and then nobody is there any
 * more.
 */
class EndpointsDownTest {
    private static final int SECONDS = 30;
    /** Of two calls with two legs each; the last seconds may come with the calls' ends. */
    private static final int INSIGHTS = 2 * 2 * (SECONDS - 2);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A machine that does much else hears a second late now and then, whoever answers whom. */
    private static final long NOISE_MILLIS = 1_000;

    @TempDir
    private static Path directory;

    private static Endpoints endpoints;
    private static TestSystem system;

    private static LiveDelays up;
    private static LiveDelays down;
    private static List<CallScript> pending = new ArrayList<>();
    private static boolean written;
    private static WrittenCall halfAnswered;
    private static WrittenCall unanswered;
    private static Scrape shown;

    @BeforeAll
    static void play() throws Exception {
        endpoints = new Endpoints();
        Map<String, Object> settings = new HashMap<>(endpoints.settings());
        Path models = Recordings.projectRoot().resolve("models"); // the sample's calm customer raises alerts
        settings.put("models.directory", ContraryModel.beside(models, directory).toString());
        settings.put("models.emotion", ContraryModel.ID);
        system = TestSystem.start(settings);
        system.play(script("warm-up"));
        up = live("up-1", "up-2");

        endpoints.transcriber().hang();
        endpoints.model().hang();
        down = live("down-1", "down-2");
        awaitSilencesOfWhatIsPending();

        endpoints.transcriber().recover();
        await().atMost(PATIENCE).until(() -> endpoints.model().hanging() > 0);
        endpoints.close();
        halfAnswered = system.written(pending.get(0)).get(1);
        unanswered = system.play(script("nobody-there")).lake();
        shown = system.afterWhatNobodyCanRead();
    }

    @AfterAll
    static void close() {
        system.close();
        endpoints.close();
    }

    @Test
    void live_alerts_and_insights_keep_their_delays() {
        assertThat(down.insights()).hasSizeGreaterThanOrEqualTo(INSIGHTS);
        assertThat(up.alerts()).isNotEmpty();
        assertThat(down.alerts()).hasSameSizeAs(up.alerts());
        assertThat(median(down.insights())).isLessThan(2 * median(up.insights()) + NOISE_MILLIS);
        assertThat(median(down.alerts())).isLessThan(2 * median(up.alerts()) + NOISE_MILLIS);
        System.out.printf("endpoints up: %s; hanging: %s%n", up, down);
    }

    @Test
    void the_lake_commits_what_needs_no_answer_while_more_waits_for_one_than_may_be_asked_about() {
        assertThat(written).as("calls are there that wait for words").isFalse();
        assertThat(pending)
                .allSatisfy(call -> assertThat(system.inLake(call).calls())
                        .as("written once, when they could be")
                        .hasSize(1));
    }

    @Test
    void a_call_says_that_it_was_heard_and_not_understood() {
        Row call = halfAnswered.call();
        assertThat(call.text("transcript_status")).isEqualTo("COMPLETE");
        assertThat(call.text("analysis_status")).isEqualTo("FAILED");
        assertThat(call.texts("analysis_gaps")).contains("summary", "topic");
        assertThat(halfAnswered.utterances())
                .allSatisfy(row -> assertThat(row.text("text_status")).isIn("TRANSCRIBED", "EMPTY"));
    }

    @Test
    void a_call_says_that_it_was_not_heard() {
        Row call = unanswered.call();
        assertThat(call.text("transcript_status")).isEqualTo("FAILED");
        assertThat(call.text("analysis_status")).isEqualTo("NO_WORDS");
        assertThat(unanswered.utterances())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.columns().get("text")).isNull());
    }

    @Test
    void what_the_legs_show_is_documented_and_what_is_documented_is_shown() {
        Observed.JOB.assertDocumented(shown);
    }

    @Test
    void what_alerts_and_dashboards_ask_of_the_legs_is_shown() {
        Observed.JOB.assertAsked(shown);
    }

    /** Those of calls that end now too: one commit could have been before anything waited. */
    private static void awaitSilencesOfWhatIsPending() throws Exception {
        for (String late : List.of("late-1", "late-2", "late-3")) {
            CallScript call = script(late);
            system.publish(Speed.MAX, Faults.NONE, call);
            pending.add(call);
            for (CallScript each : pending) {
                await("silences of " + each.recording().callId())
                        .atMost(PATIENCE)
                        .until(() -> !system.inLake(each).silences().isEmpty());
            }
        }
        written = pending.stream()
                .anyMatch(call -> !system.inLake(call).calls().isEmpty()
                        || !system.inDatabase(call).calls().isEmpty());
    }

    private static LiveDelays live(String... callIds) throws Exception {
        pending = new ArrayList<>();
        for (String callId : callIds) {
            pending.add(script(callId));
        }
        CallScript[] calls = pending.toArray(CallScript[]::new);
        CompletableFuture<PublishTally> publishing = CompletableFuture.supplyAsync(() -> {
            try {
                return system.publish(Speed.REAL_TIME, Faults.NONE, calls);
            } catch (Exception e) {
                throw new IllegalStateException("could not publish", e);
            }
        });
        return LiveDelays.of(system.brokers(), Set.of(callIds), publishing, INSIGHTS);
    }

    /** The beginning of the sample call, without its hold. */
    private static CallScript script(String callId) throws Exception {
        return Recordings.plain(Recordings.beginning(callId, SECONDS));
    }
}
