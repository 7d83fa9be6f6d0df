package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.Role;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SampleCallTest {
    private short[] customer = {};
    private short[] agent = {};
    private Stretch hold = new Stretch(0, 1);
    private long length;

    @BeforeEach
    void read() throws IOException {
        CallRecording call = SampleCall.read("acme");
        assertThat(call.legs()).extracting(LegRecording::role).containsExactly(Role.CUSTOMER, Role.AGENT);
        customer = call.legs().get(0).samples();
        agent = call.legs().get(1).samples();
        hold = call.holds().get(0);
        length = call.lengthSamples();
    }

    @Test
    void it_is_a_call_of_a_minute_or_two_with_a_hold_of_six_seconds() {
        assertThat(MediaTime.seconds(length)).isBetween(60.0, 100.0);
        assertThat(MediaTime.seconds(hold.endSample() - hold.beginSample())).isEqualTo(6.0);
    }

    @Test
    void nothing_is_heard_during_the_hold_and_the_line_is_open_around_it() {
        int begin = (int) hold.beginSample();
        int end = (int) hold.endSample();

        assertThat(meanSquare(customer, begin, end) + meanSquare(agent, begin, end))
                .isZero();
        assertThat(meanSquare(customer, begin - 800, begin)).isPositive();
        assertThat(meanSquare(agent, end, end + 800)).isPositive();
    }

    @Test
    void the_customer_gets_loud_without_clipping() {
        double before = loudestSecondDbfs(customer, 0, (int) hold.beginSample());
        double after = loudestSecondDbfs(customer, (int) hold.endSample(), customer.length);

        assertThat(after - before).isBetween(8.0, 14.0);
        for (short sample : customer) assertThat(Math.abs(sample)).isLessThan(32_000);
    }

    @Test
    void both_voices_are_on_the_one_leg_of_the_mixed_call() throws IOException {
        CallRecording mixed = SampleCall.mixed("acme");
        assertThat(mixed.callId()).isEqualTo("billing_complaint_mixed");
        assertThat(mixed.holds()).containsExactly(hold);
        LegRecording leg = mixed.legs().get(0);
        assertThat(mixed.legs()).hasSize(1);
        assertThat(leg.role()).isEqualTo(Role.UNKNOWN);
        for (int i = 0; i < leg.samples().length; i += 97) {
            assertThat(leg.samples()[i]).isEqualTo((short) (customer[i] + agent[i]));
        }
    }

    @Test
    void the_agent_is_enrolled_with_six_seconds() throws IOException {
        var voice = SampleCall.agentVoice();
        assertThat(voice.channels().length).isEqualTo(1);
        assertThat(voice.samples() / 8_000.0).isBetween(5.5, 6.5);
        assertThat(meanSquare(voice.channels()[0], 0, voice.samples())).isPositive();
    }

    private static double loudestSecondDbfs(short[] samples, int from, int to) {
        double loudest = 0;
        for (int at = from; at + 8000 <= to; at += 8000)
            loudest = Math.max(loudest, meanSquare(samples, at, at + 8000));
        return 10 * Math.log10(loudest);
    }

    private static double meanSquare(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += Math.pow(samples[i] / 32768.0, 2);
        return sum / (to - from);
    }
}
