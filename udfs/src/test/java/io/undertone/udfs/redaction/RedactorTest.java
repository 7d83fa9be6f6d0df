package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor(RedactionSettings.DEFAULT);

    @Test
    void offsets_point_into_the_original_text() {
        String said = "It’s 4111 1111 1111 1111, or mail me at user@example.com 😀.";

        RedactedText kept =
                redactor.redact(List.of(new SpokenLine("c", 1, said))).get(0);

        assertThat(kept.text).isEqualTo("It’s [CARD], or mail me at [EMAIL] 😀.");
        assertThat(kept.spans).extracting(span -> span.kind).containsExactly("CARD", "EMAIL");
        assertThat(kept.spans)
                .extracting(span -> said.substring(span.begin, span.end))
                .containsExactly("4111 1111 1111 1111", "user@example.com");
    }

    @Test
    void a_call_without_lines_has_none() {
        assertThat(redactor.redact(List.of())).isEmpty();
    }

    @Test
    void the_first_kind_names_what_two_claim() {
        assertThat(Talk.redacted("my username is user@example.com")).isEqualTo("my username is [EMAIL]");
    }

    /** Every text that is put together from what the finders look for is cut at the offsets, and only there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void spans_are_in_order_and_say_exactly_what_was_replaced(long seed) {
        var random = new Random(seed);
        List<SpokenLine> lines = Babble.lines(random, 400);

        List<RedactedText> redacted = redactor.redact(lines);

        assertThat(redacted).hasSameSizeAs(lines);
        for (int line = 0; line < lines.size(); line++) {
            assertThat(redacted.get(line).text).isEqualTo(cut(lines.get(line).text(), redacted.get(line).spans));
        }
    }

    /** However a number is said, grouped and spread over lines, none of it is left. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void nothing_of_a_card_number_is_left(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String number = Babble.cardNumber(random);
            List<SpokenLine> lines = Babble.spread(random, Babble.spoken(random, number));

            List<String> kept =
                    redactor.redact(lines).stream().map(line -> line.text).toList();

            assertThat(kept)
                    .as("%s said as %s", number, lines)
                    .allMatch(text -> text.matches("(?:(?:\\[CARD]|okay|mm-hm|sure, it's|and|uh|yes)[,. ]*)*"));
        }
    }

    private static String cut(String text, List<RedactedSpan> spans) {
        var kept = new StringBuilder();
        int from = 0;
        for (RedactedSpan span : new ArrayList<>(spans)) {
            assertThat(span.begin).isGreaterThanOrEqualTo(from).isLessThan(span.end);
            kept.append(text, from, span.begin).append('[').append(span.kind).append(']');
            from = span.end;
        }
        return kept.append(text.substring(from)).toString();
    }
}
