package io.undertone.udfs.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {
    @Test
    void the_meaning_of_a_single_part_is_its_answer() {
        PartMeaning answer = Lines.answer(1);
        answer.lines = List.of(Lines.meant(1, "NEGATIVE"));
        answer.roles = Map.of("customer/1", "CUSTOMER");
        answer.conflict = true;
        answer.summary = "A customer wants a refund.";
        answer.topic = "Refund";
        answer.issue = "It broke.";
        answer.outcome = "It is replaced.";
        answer.actions = List.of("The agent sends one.");
        answer.promptTokens = 10;
        answer.completionTokens = 5;
        answer.millis = 700;
        answer.analyst = "model via endpoint";
        answer.promptVersion = "analysis-1";

        CallMeaning call = Meanings.merged(Lines.parts(10), List.of(answer));
        assertThat(call).usingRecursiveComparison().ignoringFields("part").isEqualTo(answer);
        assertThat(call.status).isEqualTo("COMPLETE");
    }

    @Test
    void answers_about_lines_that_a_part_does_not_have_are_none() {
        PartMeaning answer = Lines.answer(1);
        answer.lines = List.of(Lines.meant(1, "NEUTRAL"), Lines.meant(2, "NEGATIVE"));
        assertThat(Meanings.merged(Lines.parts(10, 10), List.of(answer)).lines)
                .extracting(line -> line.line)
                .containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"false,false,false", "false,true,true", "true,-,true", "false,-,-", "-,-,-"})
    void there_is_conflict_if_any_part_has_some_and_none_only_if_every_part_says_so(
            @Nullable Boolean one, @Nullable Boolean other, @Nullable Boolean expected) {
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        first.conflict = one;
        second.conflict = other;
        assertThat(Meanings.merged(Lines.parts(10, 10), List.of(first, second)).conflict)
                .isEqualTo(expected);
    }

    @Test
    void the_topic_is_that_of_most_speech_however_it_is_written() {
        assertThat(topic(Lines.parts(10, 12, 5), "Billing", "Contract", "billing  "))
                .isEqualTo("Billing");
        assertThat(topic(Lines.parts(10, 12), "Billing", "Contract")).isEqualTo("Contract");
        assertThat(topic(Lines.parts(10, 10), "Billing", "Contract"))
                .as("what was said first")
                .isEqualTo("Billing");
        assertThat(topic(Lines.parts(10, 1), null, "Contract")).isEqualTo("Contract");
    }

    @Test
    void a_speaker_has_the_role_in_which_they_spoke_most() {
        List<AnalysisPart> parts = Lines.parts(10, 30);
        parts.forEach(part -> part.lines.get(0).role = Role.UNKNOWN);
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        first.roles = Map.of("customer/1", "AGENT");
        second.roles = Map.of("customer/1", "CUSTOMER");
        assertThat(Meanings.merged(parts, List.of(second, first)).roles).isEqualTo(Map.of("customer/1", "CUSTOMER"));
    }

    @Test
    void the_issue_is_stated_first_the_outcome_last_and_actions_are_all_once() {
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        first.issue = "no line";
        second.issue = "a late bill";
        first.outcome = "a technician comes";
        second.outcome = "a credit";
        first.actions = List.of("Send a letter.", "Call back.");
        second.actions = List.of("call  back.", "Credit 5 pounds.");
        CallMeaning call = Meanings.merged(Lines.parts(1, 1), List.of(second, first));

        assertThat(call.issue).isEqualTo("no line");
        assertThat(call.outcome).isEqualTo("a credit");
        assertThat(call.actions).containsExactly("Send a letter.", "Call back.", "Credit 5 pounds.");
    }

    @Test
    void sentences_of_parts_become_one_and_those_of_most_speech_are_told() {
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        PartMeaning third = Lines.answer(3);
        first.summary = "The customer complains.";
        second.summary = "x".repeat(790) + ".";
        third.summary = "They agree. ";
        List<PartMeaning> answers = List.of(third, first, second);

        assertThat(Meanings.merged(Lines.parts(5, 1, 4), answers).summary)
                .isEqualTo("The customer complains; They agree.");
    }

    @Test
    void a_part_without_an_answer_is_a_gap() {
        CallMeaning call = Meanings.merged(Lines.parts(10, 10), List.of(Lines.answer(2)));
        assertThat(call.status).isEqualTo("PARTIAL");
        assertThat(call.gaps).containsExactly("part:1");
    }

    @Test
    void what_nobody_offers_is_named_once_and_makes_nothing_partial() {
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        first.notOffered = List.of("issue:NO_ANALYST");
        second.notOffered = List.of("issue:NO_ANALYST", "roles:NO_ANALYST");
        CallMeaning call = Meanings.merged(Lines.parts(1, 1), List.of(first, second));

        assertThat(call.notOffered).containsExactly("issue:NO_ANALYST", "roles:NO_ANALYST");
        assertThat(call.status).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE,COMPLETE,COMPLETE",
        "COMPLETE,PARTIAL,PARTIAL",
        "COMPLETE,FAILED,PARTIAL",
        "PARTIAL,FAILED,PARTIAL",
        "FAILED,FAILED,FAILED",
        "LANGUAGE,LANGUAGE,LANGUAGE",
        "LANGUAGE,FAILED,FAILED",
        "LANGUAGE,COMPLETE,PARTIAL"
    })
    void the_status_is_as_honest_as_the_worst_part(String one, String other, String expected) {
        PartMeaning first = Lines.answer(1);
        PartMeaning second = Lines.answer(2);
        first.status = one;
        second.status = other;
        assertThat(Meanings.merged(Lines.parts(1, 1), List.of(first, second)).status)
                .isEqualTo(expected);
    }

    @Test
    void without_any_answer_it_failed_and_without_words_nothing_is_missing() {
        assertThat(Meanings.merged(Lines.parts(10), List.of()).status).isEqualTo("FAILED");
        assertThat(Meanings.merged(List.of(), List.of()).status).isEqualTo("COMPLETE");
    }

    @Test
    void the_order_in_which_answers_come_changes_nothing() {
        List<AnalysisPart> parts = Lines.parts(3, 9, 4, 4);
        List<PartMeaning> answers = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            PartMeaning answer = Lines.answer(number);
            answer.topic = "topic " + number % 2;
            answer.summary = "Part " + number + ".";
            answer.issue = "issue " + number;
            answer.outcome = "outcome " + number;
            answer.actions = List.of("action " + number);
            answer.gaps = List.of("roles:x/" + number);
            answer.status = "PARTIAL";
            answer.failure = "failure " + number;
            answers.add(answer);
        }
        CallMeaning expected = Meanings.merged(parts, answers);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(answers, new Random(seed));
            assertThat(Meanings.merged(parts, answers))
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
        }
    }

    private static @Nullable String topic(List<AnalysisPart> parts, @Nullable String... topics) {
        List<PartMeaning> answers = new ArrayList<>();
        for (String topic : topics) {
            PartMeaning answer = Lines.answer(answers.size() + 1);
            answer.topic = topic;
            answers.add(answer);
        }
        return Meanings.merged(parts, answers).topic;
    }
}
