package io.undertone.local.scenario;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.NamedSpeaker;
import io.undertone.gateway.OutgoingRecord;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Stretch;
import io.undertone.schema.Consent;
import io.undertone.schema.Role;
import io.undertone.udfs.audio.Encoding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Calls of eight seconds that are on the line together: a plain one, one over a bad network, one with a hold, one with a secure
 * pause, one that names its agent, one on a single leg that both share. A function of number and start.
 */
public record Wave(int number, Instant start) {
    public static final int SECONDS = 8;
    public static final int CALLS = 6;
    private static final int RATE = 8_000;
    private static final Faults BAD_NETWORK = new Faults(4, 4, 6, 2, 7);

    /** A record, and when it is sent after the wave's start. */
    public record Sent(String key, long atMicros, OutgoingRecord record) {}

    /** All records in the order of sending. */
    public List<Sent> records() throws IOException {
        List<Sent> records = new ArrayList<>();
        var consent = new Consent(true, true, true);
        ScriptSettings plain = ScriptSettings.plain(consent);
        add(records, "plain", plain, Faults.NONE);
        add(records, "bad-network", plain, BAD_NETWORK);
        add(records, "hold", with(consent, List.of(Stretch.ofSeconds(3, 4.5)), List.of()), Faults.NONE);
        add(records, "paused", with(consent, List.of(), List.of(Stretch.ofSeconds(2.5, 3.5))), Faults.NONE);
        CallRecording named = recording("named-" + number).naming(new NamedSpeaker("agent", Role.AGENT, "agent-7"));
        add(records, named, plain, Faults.NONE);
        add(records, shared("shared-" + number), plain, Faults.NONE);
        records.sort(Comparator.comparingLong(Sent::atMicros));
        return records;
    }

    private void add(List<Sent> records, String kind, ScriptSettings settings, Faults faults) throws IOException {
        add(records, recording(kind + "-" + number), settings, faults);
    }

    private void add(List<Sent> records, CallRecording call, ScriptSettings settings, Faults faults) {
        Iterator<OutgoingRecord> all = faults.over(new CallScript(call, start, settings));
        while (all.hasNext()) {
            OutgoingRecord record = all.next();
            records.add(new Sent("default|" + call.callId(), record.atMicros(), record));
        }
    }

    /** Both voices on one leg. */
    private CallRecording shared(String id) throws IOException {
        List<LegRecording> legs = recording(id).legs();
        short[] both = legs.get(0).samples().clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += legs.get(1).samples()[i];
        }
        return new CallRecording("default", id, List.of(LegRecording.mixed(both)), List.of(), List.of());
    }

    /** A part of the sample call, another one for each wave. */
    private CallRecording recording(String id) throws IOException {
        CallRecording sample = SampleCall.read("default");
        int from = (2 + 7 * number % 20) * RATE;
        List<LegRecording> legs = sample.legs().stream()
                .map(leg -> new LegRecording(
                        leg.legId(),
                        leg.role(),
                        leg.roleSource(),
                        Arrays.copyOfRange(leg.samples(), from, from + SECONDS * RATE)))
                .toList();
        return new CallRecording("default", id, legs, List.of(), List.of());
    }

    private static ScriptSettings with(Consent consent, List<Stretch> holds, List<Stretch> pauses) {
        return new ScriptSettings(100, Encoding.PCMU, consent, holds, pauses, true, 0);
    }
}
