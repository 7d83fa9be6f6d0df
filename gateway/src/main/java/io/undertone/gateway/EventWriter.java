package io.undertone.gateway;

import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Consent;
import io.undertone.schema.Direction;
import io.undertone.schema.Participant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a call's events and numbers them in the order in which it is asked. */
final class EventWriter {
    private final CallScript script;
    private long sequence;

    EventWriter(CallScript script) {
        this.script = script;
    }

    /** Who is on which leg, and what the customer agreed to. */
    CallEvent started() {
        CallEvent event = event(CallEventType.STARTED, 0);
        var participants = new LinkedHashMap<String, Participant>();
        for (LegRecording leg : script.recording().legs()) {
            participants.put(
                    leg.legId(),
                    Participant.newBuilder()
                            .setRole(leg.role())
                            .setRoleSource(leg.roleSource())
                            .build());
        }
        event.setParticipants(participants);
        event.setDirection(Direction.INBOUND);
        event.setConsent(script.settings().consent());
        return event;
    }

    CallEvent ended(long atSample, Map<String, Long> lastSequence) {
        CallEvent event = event(CallEventType.ENDED, atSample);
        event.setEndReason("end of recording");
        event.setLastSequence(lastSequence);
        return event;
    }

    /** An event that says nothing but its type and time. */
    CallEvent event(CallEventType type, long atSample) {
        var event = new CallEvent();
        event.setEventId(script.id("event " + sequence));
        event.setTenantId(script.recording().tenant());
        event.setCallId(script.recording().callId());
        event.setEventType(type);
        event.setEventTime(script.at(atSample));
        event.setSequence(sequence++);
        event.setParticipants(Map.of());
        event.setDirection(Direction.UNKNOWN);
        event.setConsent(new Consent());
        event.setLastSequence(Map.of());
        event.setAttributes(Map.of());
        return event;
    }
}
