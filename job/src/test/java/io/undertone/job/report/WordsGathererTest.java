package io.undertone.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.words.TranscribedPack;
import io.undertone.job.words.WordsFailure;
import io.undertone.schema.Utterance;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.redaction.RedactionSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsGathererTest {
    private static final ReportSettings SETTINGS =
            new ReportSettings(true, RedactionSettings.DEFAULT, Map.of(), 10_000);

    private GathererHarness<TranscribedPack> gatherer;

    @BeforeEach
    void open() throws Exception {
        gatherer = new GathererHarness<>(() -> new WordsGatherer(SETTINGS), 2);
    }

    @AfterEach
    void nothing_is_left() {
        gatherer.assertNothingIsLeft();
        gatherer.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void report_and_packs_come_in_any_order_and_words_stand_where_they_were_said(long seed) throws Exception {
        SaidCall call = new SaidCall("c-1")
                .line("AGENT", "Good morning.")
                .line("CUSTOMER", "My brakes squeal.")
                .line("AGENT", "Bring it in.");
        List<Object> all = new ArrayList<>(call.packs());
        all.add(call.report());
        Collections.shuffle(all, new Random(seed));
        for (Object one : all) {
            assertThat(gatherer.drain()).isEmpty();
            take(one);
        }

        CallReport report = only(gatherer.drain());
        assertThat(report.utterances)
                .extracting(Utterance::getText)
                .containsExactly("Good morning.", "My brakes squeal.", "Bring it in.");
        assertThat(report.utterances).extracting(Utterance::getTextStatus).containsOnly("TRANSCRIBED");
        assertThat(report.call.getTranscriptStatus()).isEqualTo("COMPLETE");
        assertThat(report.call.getTranscriptLanguage()).isEqualTo("en");
        assertThat(report.call.getTranscriber()).isEqualTo("base");
        assertThat(report.call.getWordCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"2,3", "3,2"})
    void words_that_are_there_survive_a_restart_on_more_or_fewer_subtasks(int before, int after) throws Exception {
        gatherer.close();
        gatherer = new GathererHarness<>(() -> new WordsGatherer(SETTINGS), before);
        List<SaidCall> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(new SaidCall("c-" + i).line("AGENT", "Hello number " + i).line("CUSTOMER", "Hi there"));
        }
        for (SaidCall call : calls) {
            gatherer.report(call.report());
            gatherer.answer(call.packs().get(1));
        }

        gatherer = gatherer.rescaled(after);
        for (SaidCall call : calls) {
            gatherer.answer(call.packs().get(0));
        }

        assertThat(gatherer.drain())
                .extracting(report -> report.utterances.get(0).getText())
                .containsExactlyInAnyOrderElementsOf(calls.stream()
                        .map(call -> "Hello number " + calls.indexOf(call))
                        .toList());
        gatherer.drain(WordsGatherer.PARTS);
    }

    @Test
    void what_must_not_be_kept_is_in_no_row_and_in_no_dialogue() throws Exception {
        SaidCall call = new SaidCall("c-1")
                .line("AGENT", "What is the number of your card?")
                .line("CUSTOMER", "It is 4111 1111 1111 1111, thank you.");
        run(call);

        CallReport report = only(gatherer.drain());
        Utterance row = report.utterances.get(1);
        assertThat(row.getText()).contains("[CARD]").doesNotContain("4111");
        assertThat(row.getRedactions()).singleElement().satisfies(redaction -> {
            assertThat(row.getText().substring(redaction.getBeginChar(), redaction.getEndChar()))
                    .isEqualTo("[CARD]");
            assertThat(redaction.getKind()).isEqualTo("CARD");
        });
        assertThat(report.call.getRedactionCount()).isEqualTo(1);
        assertThat(parts().get(0).lines).noneMatch(line -> line.text.contains("4111"));
    }

    @Test
    void a_call_of_which_some_words_could_not_be_had_says_so_and_why() throws Exception {
        run(new SaidCall("c-1").line("AGENT", "Hello.").failed("CUSTOMER", WordsFailure.TIMEOUT));

        CallReport report = only(gatherer.drain());
        assertThat(report.call.getTranscriptStatus()).isEqualTo("PARTIAL");
        assertThat(report.call.getTranscriptFailures()).containsExactly("TIMEOUT");
        assertThat(report.utterances.get(1).getText()).isNull();
        assertThat(report.utterances.get(1).getTextStatus()).isEqualTo("FAILED");
        assertThat(parts()).hasSize(1);
    }

    @Test
    void a_call_without_any_words_goes_on_with_nothing_to_analyse() throws Exception {
        run(new SaidCall("c-1").failed("AGENT", WordsFailure.UNREACHABLE));

        CallReport report = only(gatherer.drain());
        assertThat(report.call.getTranscriptStatus()).isEqualTo("FAILED");
        assertThat(report.asked).isZero();
        assertThat(parts()).isEmpty();
    }

    @Test
    void a_call_that_was_not_recorded_says_that_it_was_not_agreed_to() throws Exception {
        CallReport report = new SaidCall("c-1").line("AGENT", "never heard").report();
        report.recorded = false;
        report.asked = 0;
        gatherer.report(report);

        CallReport written = only(gatherer.drain());
        assertThat(written.call.getTranscriptStatus()).isEqualTo("NO_CONSENT");
        assertThat(written.utterances.get(0).getText()).isNull();
        assertThat(written.utterances.get(0).getTextStatus()).isEqualTo("NONE");
    }

    private void run(SaidCall call) throws Exception {
        gatherer.report(call.report());
        for (TranscribedPack pack : call.packs()) {
            gatherer.answer(pack);
        }
    }

    private void take(Object one) throws Exception {
        if (one instanceof CallReport report) {
            gatherer.report(report);
        } else {
            gatherer.answer((TranscribedPack) one);
        }
    }

    private List<AnalysisPart> parts() {
        return gatherer.drain(WordsGatherer.PARTS);
    }

    private static CallReport only(List<CallReport> reports) {
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }
}
