package io.undertone.gateway;

import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.udfs.audio.Recording;
import java.util.List;

/**
 * What was heard on one leg of a call.
 *
 * @param samples 16 bit, 8 kHz, from the call's start
 */
@SuppressWarnings("ArrayRecordComponent") // An hour of samples in a List would be boxed; nothing compares legs.
public record LegRecording(String legId, Role role, RoleSource roleSource, short[] samples) {
    public LegRecording {
        if (samples.length == 0) {
            throw new IllegalArgumentException("leg %s holds no audio".formatted(legId));
        }
    }

    public static LegRecording customer(short[] samples) {
        return new LegRecording("customer", Role.CUSTOMER, RoleSource.GATEWAY, samples);
    }

    public static LegRecording agent(short[] samples) {
        return new LegRecording("agent", Role.AGENT, RoleSource.GATEWAY, samples);
    }

    /** Both speakers on one leg: the gateway cannot say who speaks. */
    public static LegRecording mixed(short[] samples) {
        return new LegRecording("mixed", Role.UNKNOWN, RoleSource.UNKNOWN, samples);
    }

    /** The two legs of a stereo recording at 8 kHz: left the customer, right the agent. */
    static List<LegRecording> stereo(Recording recording) {
        return List.of(customer(recording.channels()[0]), agent(recording.channels()[1]));
    }
}
