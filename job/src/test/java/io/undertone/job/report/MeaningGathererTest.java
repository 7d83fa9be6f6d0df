package io.undertone.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.meaning.AnsweredPart;
import io.undertone.schema.Utterance;
import io.undertone.udfs.meaning.AnalysisPart;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MeaningGathererTest {
    private GathererHarness<AnsweredPart> gatherer;

    @BeforeEach
    void open() throws Exception {
        gatherer = new GathererHarness<>(MeaningGatherer::new, 2);
    }

    @AfterEach
    void nothing_is_left() {
        gatherer.assertNothingIsLeft();
        gatherer.close();
    }

    @Test
    void what_was_meant_stands_with_what_was_said() throws Exception {
        CallReport report = said("AGENT", "Good morning.", "CUSTOMER", "Thank you so much.");
        List<AnalysisPart> parts = Dialogues.parts(report, 10_000);
        report.asked = parts.size();
        gatherer.report(report);
        assertThat(gatherer.drain()).isEmpty();
        gatherer.answer(SaidCall.pleased(parts.get(0)));

        CallReport written = gatherer.drain().get(0);
        assertThat(written.utterances).extracting(Utterance::getSentiment).containsOnly("POSITIVE");
        assertThat(written.utterances).extracting(Utterance::getProfane).containsOnly(false);
        assertThat(written.call.getAnalysisStatus()).isEqualTo("COMPLETE");
        assertThat(written.call.getAnalyst()).isEqualTo("test");
        assertThat(written.call.getTopic()).isEqualTo("brakes");
        assertThat(written.call.getSentimentCustomer()).isEqualTo(5);
        assertThat(written.call.getSentimentQuartersCustomer()).hasSize(4);
        // Two words in two seconds, four words in two seconds.
        assertThat(written.call.getTalkSpeedAgent()).isEqualTo(60);
        assertThat(written.call.getTalkSpeedCustomer()).isEqualTo(120);
    }

    @Test
    void a_dialogue_in_parts_waits_for_all_of_them_on_whatever_subtask() throws Exception {
        CallReport report = said("AGENT", "Good morning.", "CUSTOMER", "Thank you so much.");
        List<AnalysisPart> parts = Dialogues.parts(report, 15);
        assertThat(parts).hasSize(2);
        report.asked = 2;
        gatherer.answer(SaidCall.pleased(parts.get(1)));
        gatherer.report(report);
        assertThat(gatherer.drain()).isEmpty();
        gatherer = gatherer.rescaled(3);
        gatherer.answer(SaidCall.pleased(parts.get(0)));

        assertThat(gatherer.drain().get(0).utterances)
                .extracting(Utterance::getSentiment)
                .containsOnly("POSITIVE");
    }

    @Test
    void whose_role_nobody_knew_gets_the_one_that_the_analyst_found_out() throws Exception {
        CallReport report = said("UNKNOWN", "How may I help?", "CUSTOMER", "My brakes squeal.");
        List<AnalysisPart> parts = Dialogues.parts(report, 10_000);
        report.asked = 1;
        gatherer.report(report);
        AnsweredPart answer = SaidCall.pleased(parts.get(0));
        answer.meaning.roles.put("UNKNOWN/0", "AGENT");
        answer.meaning.roles.put("CUSTOMER/0", "AGENT");
        gatherer.answer(answer);

        CallReport written = gatherer.drain().get(0);
        assertThat(written.utterances).extracting(Utterance::getRole).containsExactly("AGENT", "CUSTOMER");
        assertThat(written.utterances).extracting(Utterance::getRoleSource).containsExactly("LLM", "GATEWAY");
        assertThat(written.call.getTalkSpeedAgent()).isEqualTo(120);
    }

    @Test
    void a_call_without_words_is_written_at_once() throws Exception {
        CallReport report = new SaidCall("c-1").line("AGENT", "").report();
        report.asked = 0;
        gatherer.report(report);

        CallReport written = gatherer.drain().get(0);
        assertThat(written.call.getAnalysisStatus()).isEqualTo("NO_WORDS");
        assertThat(written.call.getSentimentQuartersCustomer()).isEmpty();
        assertThat(written.call.getTalkSpeedAgent()).isNull();
    }

    private static CallReport said(String... rolesAndTexts) {
        var call = new SaidCall("c-1");
        for (int i = 0; i < rolesAndTexts.length; i += 2) {
            call.line(rolesAndTexts[i], rolesAndTexts[i + 1]);
            Utterance row = call.rows.get(i / 2);
            row.setText(rolesAndTexts[i + 1]);
            row.setTextStatus("TRANSCRIBED");
            row.setWords(rolesAndTexts[i + 1].split(" ").length);
        }
        return call.report();
    }
}
