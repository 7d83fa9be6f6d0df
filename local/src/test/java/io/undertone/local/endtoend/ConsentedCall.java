package io.undertone.local.endtoend;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.NamedSpeaker;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.Consent;
import io.undertone.schema.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The beginning of the sample call, in which one kind of consent stands in one way and the other two are given. */
record ConsentedCall(Kind kind, Standing standing) {
    /** A tenant to whom silence is consent. */
    static final String ASSUMING = "assuming";
    /** Speech of both before and after a withdrawal. */
    private static final int SECONDS = 45;

    /** The second from which on a consent that is withdrawn is. */
    static final int WITHDRAWN_AT = 30;

    enum Kind {
        RECORDING,
        EMOTION,
        BIOMETRICS
    }

    enum Standing {
        GIVEN,
        REFUSED,
        UNSET,
        UNSET_AND_ASSUMED,
        WITHDRAWN;

        boolean allows() {
            return this == GIVEN || this == UNSET_AND_ASSUMED;
        }
    }

    String id() {
        return "%s-%s".formatted(kind, standing).toLowerCase(Locale.ROOT);
    }

    CallScript script() throws IOException {
        String tenant = standing == Standing.UNSET_AND_ASSUMED ? ASSUMING : TestSystem.TENANT;
        CallRecording recording = new CallRecording(
                        tenant, id(), Recordings.beginning(id(), SECONDS).legs(), List.of(), List.of())
                .naming(new NamedSpeaker("agent", Role.AGENT, "agent-of-" + id()));
        @Nullable
        Boolean said = switch (standing) {
            case GIVEN, WITHDRAWN -> true;
            case REFUSED -> false;
            case UNSET, UNSET_AND_ASSUMED -> null;
        };
        return new CallScript(recording, Instant.now(), ScriptSettings.plain(consent(said)));
    }

    void publish(CallScript script, String brokers) throws IOException {
        var told = new RetoldCall(script);
        if (standing == Standing.WITHDRAWN) {
            told.saying(consent(false), WITHDRAWN_AT);
        }
        told.publish(brokers);
    }

    private Consent consent(@Nullable Boolean said) {
        return new Consent(
                kind == Kind.RECORDING ? said : Boolean.TRUE,
                kind == Kind.EMOTION ? said : Boolean.TRUE,
                kind == Kind.BIOMETRICS ? said : Boolean.TRUE);
    }

    @Override
    public String toString() {
        return id();
    }
}
