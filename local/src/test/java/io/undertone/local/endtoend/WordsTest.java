package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.LegRecording;
import io.undertone.local.observability.Observed;
import io.undertone.local.observability.Scrape;
import io.undertone.local.sql.AnalystQueries;
import io.undertone.local.transcriber.TranscriberProcess;
import io.undertone.local.transcriber.TranscriberSettings;
import io.undertone.udfs.evaluation.ErrorRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said in a real call: from audio to rows, by the transcriber as it comes. */
class WordsTest {
    private static final String CALL = "callytics_01_mono";
    /** Must: 0.28, measured: 0.264. Another processor rounds otherwise, and may come out some words elsewhere. */
    private static final double MOST_WORD_ERRORS = 0.30;

    @TempDir
    private static Path directory;

    private static TranscriberProcess transcriber;
    private static OverheardTranscriber overheard;
    private static TestSystem system;
    private static PlayedCall call;

    @BeforeAll
    static void play() throws Exception {
        transcriber = TranscriberProcess.start(
                TranscriberSettings.of(Recordings.projectRoot()), directory.resolve("transcriber.log"), news -> {});
        overheard = new OverheardTranscriber(transcriber.baseUrl());
        // One question after the other, so that the answers are in the order of what was said.
        system = TestSystem.start(Map.of(
                "transcription.url",
                overheard.url(),
                "transcription.model",
                "base",
                "transcription.capacity",
                1,
                "post_call.parallelism",
                1));
        call = system.play(Recordings.plain(Recordings.of("words", LegRecording.mixed(Recordings.real(CALL)))));
    }

    @AfterAll
    static void close() {
        system.close();
        overheard.close();
        transcriber.close();
    }

    @Test
    void few_words_are_wrong() throws IOException {
        String reference = Recordings.text(CALL);
        String heard = String.join(" ", overheard.texts());
        double words = ErrorRate.ofWords(reference, heard).rate();
        System.out.printf(
                "%s: WER %.1f %%, CER %.1f %% before redaction%n",
                CALL,
                100 * words,
                100 * ErrorRate.ofCharacters(reference, heard).rate());
        assertThat(words).isLessThanOrEqualTo(MOST_WORD_ERRORS);
    }

    @Test
    void words_stand_with_those_who_said_them() throws IOException {
        int all = 0;
        int right = 0;
        for (Row utterance : call.database().utterances()) {
            Double known = utterance.numberOrNull("words");
            int words = known == null ? 0 : known.intValue();
            all += words;
            right += utterance.text("role").equals(roleAt(utterance)) ? words : 0;
        }
        System.out.printf("%s: %d of %d words with whom said them%n", CALL, right, all);
        assertThat(right).isGreaterThanOrEqualTo((int) (0.9 * all)).isPositive();
    }

    @Test
    void what_must_not_be_kept_is_in_no_output() {
        List<String> texts = call.database().utterances().stream()
                .map(row -> String.valueOf(row.columns().get("text")))
                .toList();
        assertThat(texts).anyMatch(text -> text.contains("[EMAIL]")).anyMatch(text -> text.contains("[USERNAME]"));
        assertThat(overheard.texts()).anyMatch(text -> text.contains("username is user"));
        for (WrittenCall written : List.of(call.database(), call.lake())) {
            assertThat(written.toString().toLowerCase(Locale.ROOT)).doesNotContain("gmail", "user101", "bunyamin");
        }
        call.assertStoresAgree();
    }

    @Test
    void the_call_says_how_far_its_words_go_and_who_told_what_they_mean() {
        Map<String, ?> row = call.database().call().columns();
        assertThat(row.get("transcript_status")).isEqualTo("COMPLETE");
        assertThat(row.get("transcriber")).isEqualTo("base");
        assertThat(row.get("transcript_language")).isEqualTo("en");
        // The lexicons answer no issue, outcome and actions, and whoever asks them again learns no more.
        assertThat(row.get("analysis_status")).isEqualTo("COMPLETE");
        assertThat(row.get("analysis_gaps")).isEqualTo(List.of());
        assertThat(String.valueOf(row.get("analysis_not_offered"))).contains("issue:NO_ANALYST");
        assertThat((String) row.get("analyst")).startsWith("lexical");
        assertThat((String) row.get("summary")).isNotBlank();
        assertThat(row.get("talk_speed_customer")).isNotNull();
    }

    @Test
    void every_question_of_an_analyst_can_be_asked_of_what_a_run_leaves() throws Exception {
        Map<Integer, List<String>> answers =
                AnalystQueries.answers(system.local().config().lake());
        assertThat(answers).hasSize(10);
        assertThat(answers.get(1))
                .containsExactly(
                        "{\"transcript_status\":\"COMPLETE\",\"analysis_status\":\"COMPLETE\",\"calls\":1,\"percent_of_calls\":100.0}");
        assertThat(answers.get(5)).as("silences").isNotEmpty().allMatch(silence -> silence.contains("\"words\""));
        assertThat(answers.get(10))
                .anyMatch(place -> place.contains("\"kind\":\"EMAIL\""))
                .anyMatch(place -> place.contains("\"kind\":\"USERNAME\""));
    }

    @Test
    void what_is_documented_and_asked_of_the_transcriber_is_shown() throws Exception {
        Scrape shown = Scrape.of(transcriber.baseUrl().resolve("/metrics"));
        Observed.TRANSCRIBER.assertDocumented(shown);
        Observed.TRANSCRIBER.assertAsked(shown);
    }

    /** The role of the turn that most of the utterance lies in. */
    private static String roleAt(Row utterance) throws IOException {
        String role = "";
        long most = 0;
        for (Recordings.Spoken turn : Recordings.spoken(CALL)) {
            long overlap = Math.min(turn.span().toSample(), utterance.sample("end_s"))
                    - Math.max(turn.span().fromSample(), utterance.sample("begin_s"));
            if (overlap > most) {
                most = overlap;
                role = turn.role();
            }
        }
        return role;
    }
}
