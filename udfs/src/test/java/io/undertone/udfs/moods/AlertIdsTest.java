package io.undertone.udfs.moods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AlertIdsTest {
    private static final CallId CALL = new CallId("acme", "call-1", 1_700_000_000_000_000L, 0);

    /** RFC 9562, appendix A.4. */
    @Test
    void a_uuid_of_version_5_is_that_of_the_standard() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameUuid.of(dns, "www.example.com".getBytes(UTF_8)))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void an_alert_has_the_same_id_whenever_it_is_judged() {
        String id = AlertIds.alert(CALL, "customer", "frustration", 1);
        assertThat(AlertIds.alert(
                        new CallId("acme", "call-1", 1_700_000_000_000_000L, 0), "customer", "frustration", 1))
                .isEqualTo(id);
        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
    }

    @Test
    void whatever_an_alert_is_about_makes_another_id() {
        long start = CALL.startMicros;
        assertThat(List.of(
                        AlertIds.alert(CALL, "customer", "frustration", 1),
                        AlertIds.alert(CALL, "customer", "frustration", 2),
                        AlertIds.alert(CALL, "customer", "raised-voice", 1),
                        AlertIds.alert(CALL, "customer-2", "frustration", 1),
                        AlertIds.alert(new CallId("acme", "call-1", start + 1, 0), "customer", "frustration", 1),
                        AlertIds.alert(new CallId("acme", "call-2", start, 0), "customer", "frustration", 1),
                        AlertIds.alert(new CallId("other", "call-1", start, 0), "customer", "frustration", 1),
                        AlertIds.alert(new CallId("acmec", "all-1", start, 0), "customer", "frustration", 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_event_of_an_alert_has_an_id_of_its_own() {
        String alert = AlertIds.alert(CALL, "customer", "frustration", 1);
        assertThat(List.of(
                        AlertIds.event(alert, AlertPhase.RAISED, 0),
                        AlertIds.event(alert, AlertPhase.UPDATED, 1),
                        AlertIds.event(alert, AlertPhase.UPDATED, 2),
                        AlertIds.event(alert, AlertPhase.CLEARED, 2),
                        alert))
                .doesNotHaveDuplicates();
    }

    /** By Python's uuid5. Consumers keep these ids: no release may change them. */
    @Test
    void ids_stay_what_they_were() {
        String alert = AlertIds.alert(CALL, "customer", "frustration", 1);
        assertThat(alert).isEqualTo("ba45b197-4e86-541d-97bf-d5ad83cec26a");
        assertThat(AlertIds.event(alert, AlertPhase.RAISED, 0)).isEqualTo("28b1408e-346e-5726-a35a-27f01b95de77");
    }
}
