package io.undertone.job.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.FunctionHarness;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.enrolment.EnrolmentOutcome.Status;
import io.undertone.udfs.inference.ModelSession;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnrolmentHearerTest {
    private static final Speaker ANN = new Speaker("ann");
    private static final ConsentRule REQUIRED = (tenant, given) -> Boolean.TRUE.equals(given);
    private static final ConsentRule ASSUMED = (tenant, given) -> !Boolean.FALSE.equals(given);

    @AfterEach
    void nothing_stays_open() {
        assertThat(ModelSession.open()).as("sessions").isZero();
    }

    @Test
    void of_a_recording_its_speech_goes_on() throws Exception {
        try (var hearer = hearer(REQUIRED)) {
            hearer.take(ANN.offer("e-1", true, AgentVoice.samples()));

            assertThat(hearer.output()).singleElement().satisfies(heard -> {
                assertThat(heard.key()).isEqualTo("acme|ann");
                assertThat(heard.offer).as("the whole recording").isNull();
                Enrolment enrolment = Objects.requireNonNull(heard.enrolment);
                assertThat(enrolment.enrollmentId).isEqualTo("e-1");
                assertThat(enrolment.name).isEqualTo("Ann");
                assertThat(enrolment.atMillis).isEqualTo(CallHarness.START_MILLIS);
                assertThat(enrolment.speechSeconds).isBetween(3.9, 4.2);
                assertThat((double) enrolment.muLaw.length).isEqualTo(8_000 * enrolment.speechSeconds);
                assertThat(heard.origin.offset).isEqualTo(17);
            });
            assertThat(hearer.output(EnrolmentHearer.RESULTS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, ", "false, false", "true, false"})
    void without_consent_it_is_refused_and_said_so_to_both_who_asked_and_who_watches(
            boolean assumed, @Nullable Boolean given) throws Exception {
        try (var hearer = hearer(assumed ? ASSUMED : REQUIRED)) {
            hearer.take(ANN.offer("e-1", given, AgentVoice.samples()));

            assertThat(hearer.output()).isEmpty();
            assertThat(hearer.output(EnrolmentHearer.RESULTS)).singleElement().satisfies(result -> {
                assertThat(result.key()).isEqualTo("acme|ann");
                assertThat(result.outcome().status()).isEqualTo(Status.REFUSED);
                assertThat(result.outcome().reason()).isEqualTo("NO_CONSENT");
                assertThat(result.outcome().enrollmentId()).isEqualTo("e-1");
            });
            assertThat(hearer.output(EnrolmentHearer.REJECTED)).singleElement().satisfies(letter -> {
                assertThat(letter.stage()).isEqualTo("hear-enrollments");
                assertThat(letter.reason()).isEqualTo("NO_CONSENT");
                assertThat(letter.tenantId()).isEqualTo("acme");
                assertThat(letter.origin().offset).isEqualTo(17);
            });
        }
    }

    @Test
    void where_consent_is_assumed_silence_about_it_is_consent() throws Exception {
        try (var hearer = hearer(ASSUMED)) {
            hearer.take(ANN.offer("e-1", null, AgentVoice.samples()));
            assertThat(hearer.output()).hasSize(1);
        }
    }

    @Test
    void a_recording_of_no_use_is_refused_and_the_next_one_is_heard() throws Exception {
        try (var hearer = hearer(REQUIRED)) {
            hearer.take(ANN.offer("e-1", true, new short[80_000]));
            hearer.take(ANN.offer("e-2", true, AgentVoice.samples()));

            assertThat(hearer.output(EnrolmentHearer.RESULTS)).singleElement().satisfies(result -> {
                assertThat(result.outcome().reason()).isEqualTo("SILENT");
                assertThat(result.outcome().detail()).contains("expected at least -60");
            });
            assertThat(hearer.output()).hasSize(1);
        }
    }

    private static FunctionHarness<VoiceRecord, VoiceRecord> hearer(ConsentRule consent) throws Exception {
        return new FunctionHarness<>(
                new EnrolmentHearer(AgentVoice.settings(consent)), TypeInformation.of(VoiceRecord.class));
    }
}
