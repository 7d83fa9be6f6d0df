package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MoodRightsTest {
    private static final MoodRights CUSTOMERS = MoodRights.of(EmotionPolicy.CUSTOMERS, true, true);
    private static final MoodRights EVERYBODY = MoodRights.of(EmotionPolicy.EVERYBODY, true, true);

    @ParameterizedTest
    @CsvSource({
        "GATEWAY, true",
        "SIPREC, true",
        "VOICEPRINT, true",
        "GUESSED, false",
        "LLM, false",
        "UNKNOWN, false",
    })
    void a_customer_is_one_only_if_somebody_knows_it(RoleSource source, boolean allowed) {
        assertThat(CUSTOMERS.allow(Role.CUSTOMER, source)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER")
    void nobody_else_is_read_by_default_whoever_says_who_it_is(Role role) {
        for (RoleSource source : RoleSource.values()) {
            assertThat(CUSTOMERS.allow(role, source))
                    .as("%s by %s", role, source)
                    .isFalse();
            assertThat(EVERYBODY.allow(role, source))
                    .as("%s by %s", role, source)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // policy, what was said, what comes of it, customer read, agent read
        "CUSTOMERS, true, true, true, false",
        "CUSTOMERS, , true, true, false",
        "CUSTOMERS, , false, false, false",
        "CUSTOMERS, false, false, false, false",
        "EVERYBODY, true, true, true, true",
        "EVERYBODY, , true, true, false",
        "EVERYBODY, , false, false, false",
        "EVERYBODY, false, false, false, false",
    })
    void going_beyond_customers_takes_a_consent_that_was_given(
            EmotionPolicy policy, Boolean given, boolean allowed, boolean customer, boolean agent) {
        MoodRights rights = MoodRights.of(policy, given, allowed);
        assertThat(rights.allow(Role.CUSTOMER, RoleSource.GATEWAY)).isEqualTo(customer);
        assertThat(rights.allow(Role.AGENT, RoleSource.GATEWAY)).isEqualTo(agent);
    }

    @Test
    void with_no_rights_nobody_is_read() {
        assertThat(MoodRights.NONE.allow(Role.CUSTOMER, RoleSource.GATEWAY)).isFalse();
    }
}
