package io.undertone.udfs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.moods.SpokenSecond;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.VadGate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeechGatheringTest {
    private static final int FRAME = 256;
    private static final MoodRights CUSTOMERS = new MoodRights(true, false);

    private final WindowedCall call = new WindowedCall();
    private final List<SpeechBlock> blocks = new ArrayList<>();
    private long position;

    @Test
    void the_customers_speech_comes_in_blocks_with_its_energies() {
        say("customer", Role.CUSTOMER);
        hear(CUSTOMERS, true, "customer", 70, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).hasSize(8).allSatisfy(block -> {
            assertThat(block.legId).isEqualTo("customer");
            assertThat(block.frames).isEqualTo(8);
            assertThat(block.energies[7]).isEqualTo(0.5);
        });
        assertThat(blocks.get(1).positions[0]).isEqualTo(8L * FRAME);
    }

    @Test
    void pauses_are_left_out() {
        say("customer", Role.CUSTOMER);
        hear(CUSTOMERS, true, "customer", 20, VadGate.Edge.SPEECH_STARTED);
        hear(CUSTOMERS, true, "customer", 30, VadGate.Edge.SPEECH_ENDED);
        hear(CUSTOMERS, true, "customer", 20, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).hasSize(5);
        assertThat(blocks.get(2).positions[4]).isEqualTo(50L * FRAME);
    }

    @Test
    void a_second_that_is_heard_anew_after_a_long_pause_waits_for_no_speech_behind_it() {
        say("customer", Role.CUSTOMER);
        hear(CUSTOMERS, true, "customer", 20, VadGate.Edge.SPEECH_STARTED);
        hear(CUSTOMERS, true, "customer", 94, VadGate.Edge.SPEECH_ENDED);
        blocks.clear();
        hear(CUSTOMERS, true, "customer", SpokenSecond.FRAMES, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).extracting(block -> block.frames).containsExactly(4, 8, 8, 8, 8);
        assertThat(blocks.get(1).positions[0]).isEqualTo(114L * FRAME);
    }

    @Test
    void nothing_is_gathered_of_an_agent_of_somebody_unknown_or_without_consent() {
        say("agent", Role.AGENT);
        say("customer", Role.CUSTOMER);
        hear(CUSTOMERS, true, "agent", 70, VadGate.Edge.SPEECH_STARTED);
        hear(CUSTOMERS, true, "third", 70, VadGate.Edge.SPEECH_STARTED);
        hear(MoodRights.NONE, true, "customer", 70, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).isEmpty();
        assertThat(call.legs.values())
                .allSatisfy(leg -> assertThat(leg.gathered.frames).isZero());
    }

    @Test
    void of_a_shared_leg_all_speech_is_gathered_where_its_voices_may_be_told_apart() {
        hear(CUSTOMERS, false, "mono", 70, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).isEmpty();
        hear(CUSTOMERS, true, "mono", 70, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).hasSize(8);
    }

    @Test
    void a_withdrawal_lets_go_of_what_was_gathered() {
        say("customer", Role.CUSTOMER);
        hear(CUSTOMERS, true, "customer", 6, VadGate.Edge.SPEECH_STARTED);
        hear(MoodRights.NONE, true, "customer", 1, VadGate.Edge.NONE);
        hear(CUSTOMERS, true, "customer", 6, VadGate.Edge.SPEECH_STARTED);
        assertThat(blocks).isEmpty();
        assertThat(call.legs.values()).extracting(leg -> leg.gathered.frames).containsExactly(6);
    }

    private void say(String leg, Role role) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        CallFacts facts = call.facts;
        facts.parties.put(leg, party);
    }

    private void hear(MoodRights rights, boolean biometrics, String leg, int frames, VadGate.Edge first) {
        var edges = new VadGate.Edge[frames];
        Arrays.fill(edges, VadGate.Edge.NONE);
        edges[0] = first;
        double[] energies = new double[frames];
        Arrays.fill(energies, 0.5);
        var heard = new SpeechFrames(
                leg,
                position,
                new short[frames * FRAME],
                new float[frames],
                edges,
                new byte[frames],
                new short[frames],
                false);
        position += (long) frames * FRAME;
        SpeechGathering.hear(call, heard, energies, rights, biometrics, blocks::add);
    }
}
