package io.undertone.job.kafka;

import static io.undertone.job.kafka.Records.event;
import static io.undertone.job.kafka.Records.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.live.MediaRecord;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Participant;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.SpeakerClaim;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.CallSignal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Speakers whom gateways and other systems name, on their way in. */
final class NamedSpeakersReadTest {
    @Test
    void who_is_heard_on_a_shared_leg_is_read_of_gateways_and_of_other_systems() throws Exception {
        var claims = List.of(claim("mixed", Role.AGENT, "anna"), claim("mixed", Role.CUSTOMER, "bert"));
        CallSignal signal = Objects.requireNonNull(
                read(event(CallEventType.STARTED).setSpeakerClaims(claims).build()).signal);
        assertThat(signal.facts.claimsOn("mixed"))
                .extracting(claim -> claim.role + " " + claim.speakerId)
                .containsExactly("AGENT anna", "CUSTOMER bert");

        signal = Objects.requireNonNull(
                readUpdate(update().setSpeakerClaims(claims).build()).signal);
        assertThat(signal.facts.claimsOn("mixed")).hasSize(2);
    }

    @Test
    void a_speaker_whom_no_voiceprint_can_name_is_none() throws Exception {
        var claims = List.of(claim("mixed", Role.AGENT, "an|na"), claim("mi|xed", Role.AGENT, "anna"));
        var participant = new Participant("p-1", "an|na", Role.AGENT, RoleSource.SIPREC, "a-1", null);
        CallSignal signal = Objects.requireNonNull(read(event(CallEventType.STARTED)
                        .setSpeakerClaims(claims)
                        .setParticipants(Map.of("agent", participant))
                        .build())
                .signal);
        assertThat(signal.facts.claims).isEmpty();
        assertThat(signal.facts.party("agent").speakerId).isNull();
        assertThat(signal.facts.party("agent").agentId).isEqualTo("a-1");
    }

    private static MediaRecord readUpdate(SpecificRecord value) throws Exception {
        return Records.read(MediaRecordReader.ofUpdates(), AvroCodec.encode(value));
    }

    private static MediaRecord read(SpecificRecord value) throws Exception {
        return Records.read(MediaRecordReader.ofMedia(), AvroCodec.encode(value));
    }

    private static SpeakerClaim claim(String leg, Role role, String speaker) {
        return new SpeakerClaim(leg, role, speaker);
    }
}
