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
    private static final String CALL_ID = "billing_complaint";

    private SampleCall() {}

    public static CallRecording read(String tenant) throws IOException {
        Recording recording;
        try (InputStream wav = resource(CALL_ID + ".wav")) {
            recording = WavReader.read(wav, CALL_ID + ".wav").atEightKilohertz();
        }
        return new CallRecording(tenant, CALL_ID, LegRecording.stereo(recording), List.of(hold()), recording.notes());
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
