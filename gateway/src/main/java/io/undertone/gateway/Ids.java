package io.undertone.gateway;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are functions of what they name, so that publishing a call again repeats them. */
final class Ids {
    private Ids() {}

    /** The parts hold no '|': call ids that do are refused. */
    static UUID of(String tenant, String callId, long seed, String what) {
        String name = "%s|%s|%d|%s".formatted(tenant, callId, seed, what);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
