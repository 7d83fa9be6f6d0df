package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of alerts and their events: they follow from what an alert is about, so that a replay repeats them and a consumer can
 * drop the repeats. Each part of a name is preceded by the length of its UTF-8 in four bytes, so that no two names run together.
 */
final class AlertIds {
    /** Drawn once, by chance. */
    private static final UUID NAMESPACE = UUID.fromString("97a16797-b847-4f28-aa25-353c70119713");

    private AlertIds() {}

    static String alert(CallId call, String legId, String ruleId, int episode) {
        return id(
                call.tenantId, call.callId, Long.toString(call.startMicros), legId, ruleId, Integer.toString(episode));
    }

    static String event(String alertId, AlertPhase phase, int step) {
        return id(alertId, phase.name(), Integer.toString(step));
    }

    private static String id(String... parts) {
        var name = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            name.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            name.writeBytes(bytes);
        }
        return NameUuid.of(NAMESPACE, name.toByteArray()).toString();
    }
}
