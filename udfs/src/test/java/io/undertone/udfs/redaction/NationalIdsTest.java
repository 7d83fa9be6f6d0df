package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdsTest {
    private static final RedactionSettings EVERYWHERE =
            new RedactionSettings(List.of("US", "CA", "GB", "DE", "FR", "ES", "NL"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's 123-45-6789 | it's [NATIONAL_ID]",
                "it's 123 45 6789 | it's [NATIONAL_ID]",
                "one two three, four five, six seven eight nine | [NATIONAL_ID]",
                "078 05 1121 | [NATIONAL_ID]",
                "my social is 123456789 | my social is [NATIONAL_ID]",
                "S.S.N. one twenty three forty five sixty-seven eighty-nine | S.S.N. [NATIONAL_ID]",
                "the last four of my social are 6789 | the last four of my social are [NATIONAL_ID]",
                "A: Your social security number? // C: one two three // A: go on // C: 45 6789 "
                        + "| Your social security number? // [NATIONAL_ID] // go on // [NATIONAL_ID]",
            })
    void a_social_security_number_is_redacted(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-45-6789",
                "666-45-6789",
                "912-45-6789",
                "123-00-6789",
                "123-45-0000",
                "123456789",
                "123 456 789"
            })
    void what_was_never_given_or_is_not_grouped_so_stays(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CA | 130 692 544 | 130 692 545",
                "GB | AB 12 34 56 C | AB 12 34 56 E",
                "GB | ab123456c | ab12345c",
                "GB | a b one two three four five six c | a b one two three four five c",
                "DE | 86095742719 | 86095742718",
                "FR | 2 55 18 14 168 125 01 | 2 55 18 14 168 125 02",
                "ES | 12345678Z | 12345678A",
                "ES | x1234567l | x1234567m",
            })
    void other_countries_ids_are_redacted_where_they_are_configured(String country, String id, String other) {
        assertThat(Talk.redacted("it is " + id, new RedactionSettings(List.of(country))))
                .isEqualTo("it is [NATIONAL_ID]");
        assertThat(Talk.redacted("it is " + id, new RedactionSettings(List.of())))
                .isEqualTo("it is " + id);
        assertThat(Talk.redacted("it is " + other, new RedactionSettings(List.of(country))))
                .isEqualTo("it is " + other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my BSN is 111222333 | my BSN is [NATIONAL_ID]",
                "my national insurance number is A B 1 2 3 4 5 6 C | my national insurance number is [NATIONAL_ID]",
            })
    void an_id_that_is_called_one_is_redacted(String said, String kept) {
        assertThat(Talk.redacted(said, EVERYWHERE)).isEqualTo(kept);
    }

    @Test
    void an_unknown_country_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedactionSettings(List.of("US", "XX")))
                .withMessageContainingAll("XX", "US", "NL");
    }
}
