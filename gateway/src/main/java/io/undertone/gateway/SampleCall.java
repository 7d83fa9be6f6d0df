package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.WavReader;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;

/** The call that ships with Undertone: a complaint about a bill, spoken by two synthetic voices, with a hold. */
public final class SampleCall {
    /** The agent, as an enrolment names the voice and a call claims it. */
    public static final String AGENT = "robert";

    private static final String CALL_ID = "billing_complaint";

    private SampleCall() {}

    public static CallRecording read(String tenant) throws IOException {
        Recording recording;
        try (InputStream wav = resource(CALL_ID + ".wav")) {
            recording = WavReader.read(wav, CALL_ID + ".wav").atEightKilohertz();
        }
        return new CallRecording(tenant, CALL_ID, LegRecording.stereo(recording), List.of(hold()), recording.notes());
    }

    /** The call with both voices on one leg, as a gateway that cannot tell them apart would record it. */
    public static CallRecording mixed(String tenant) throws IOException {
        CallRecording call = read(tenant);
        short[] both = call.legs().get(0).samples().clone();
        short[] other = call.legs().get(1).samples();
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, both[i] + other[i]));
        }
        List<LegRecording> legs = List.of(LegRecording.mixed(both));
        return new CallRecording(
                tenant, CALL_ID + "_mixed", call.direction(), legs, List.of(), call.holds(), call.notes());
    }

    /** Six seconds of the agent's voice, with words that are not in the call: enough to be enrolled with. */
    public static Recording agentVoice() throws IOException {
        try (InputStream wav = resource("agent_voice.wav")) {
            return WavReader.read(wav, "agent_voice.wav").atEightKilohertz();
        }
    }

    private static Stretch hold() throws IOException {
        var properties = new Properties();
        try (InputStream in = resource(CALL_ID + ".properties")) {
            properties.load(in);
        }
        return Stretch.parse(properties.getProperty("hold", ""));
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = SampleCall.class.getResourceAsStream("sample/" + name);
        if (in == null) {
            throw new FileNotFoundException("the sample call's %s is missing from this program".formatted(name));
        }
        return new BufferedInputStream(in);
    }
}
