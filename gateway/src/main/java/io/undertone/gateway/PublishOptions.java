package io.undertone.gateway;

import io.undertone.schema.Consent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that publishes recordings: which calls, how fast, with which consent and faults. */
public final class PublishOptions {
    @Option(
            names = "--call",
            paramLabel = "KEY=FILE,…",
            converter = OptionConverters.ForCall.class,
            description = {
                "A recorded call, repeatable: customer=A.wav[,agent=B.wav][,id=NAME], agent=B.wav, mixed=M.wav,",
                "or stereo=S.wav (left the customer, right the agent); WAV, FLAC or MP3 of any rate. The id is the",
                "first file's name unless given. agent-speaker=ID and customer-speaker=ID name enrolled speakers who",
                "are heard; direction=inbound or outbound says who called (inbound unless given)."
            })
    List<CallSpec> calls = new ArrayList<>();

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            converter = OptionConverters.ForSpeed.class,
            description = "Times real time: 1, 4, 8, or max for as fast as the broker takes it.")
    @Nullable
    Speed speed;

    @Option(
            names = "--frame-ms",
            defaultValue = "" + ScriptSettings.RECOMMENDED_FRAME_MILLIS,
            description = "Milliseconds of audio in a record, 20 to 1000 (default: ${DEFAULT-VALUE}).")
    int frameMillis;

    @Option(
            names = "--no-consent",
            split = ",",
            paramLabel = "KIND",
            converter = OptionConverters.ForConsent.class,
            description = "What the customer refuses: recording, emotion, biometrics. The rest is consented to.")
    Set<ConsentKind> refused = EnumSet.noneOf(ConsentKind.class);

    @Option(names = "--lose", defaultValue = "0", paramLabel = "%", description = "Percent of media records not sent.")
    double lose;

    @Option(names = "--duplicate", defaultValue = "0", paramLabel = "%", description = "… sent twice.")
    double duplicate;

    @Option(names = "--reorder", defaultValue = "0", paramLabel = "%", description = "… sent up to 3 records late.")
    double reorder;

    @Option(names = "--corrupt", defaultValue = "0", paramLabel = "%", description = "… sent unreadable.")
    double corrupt;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Makes faults, stream and event ids; the same seed repeats them.")
    long seed;

    /** The calls asked for, read. Empty when none was; IllegalArgumentException says what is wrong with one. */
    public List<CallRecording> recordings(String tenant) throws IOException {
        var recordings = new ArrayList<CallRecording>();
        var ids = new HashSet<String>();
        for (CallSpec call : calls) {
            if (!ids.add(call.callId())) {
                throw new IllegalArgumentException(
                        "two calls would be named %s; tell them apart with id=NAME".formatted(call.callId()));
            }
            recordings.add(call.read(tenant));
        }
        return recordings;
    }

    /** Whether any call was asked for. */
    public boolean namesCalls() {
        return !calls.isEmpty();
    }

    public Speed speedOr(Speed fallback) {
        return speed == null ? fallback : speed;
    }

    /** Throws IllegalArgumentException where the percentages or the frame length do not allow these faults. */
    public Faults faults() {
        var faults = new Faults(lose, duplicate, reorder, corrupt, seed);
        faults.mostPlaces(script().frameMillis());
        return faults;
    }

    public Consent consent() {
        return ConsentKind.allBut(refused);
    }

    /** A plain telling at the frame length, consent and seed asked for. */
    public ScriptSettings script() {
        ScriptSettings plain = ScriptSettings.plain(consent());
        return new ScriptSettings(frameMillis, plain.encoding(), plain.consent(), List.of(), List.of(), false, seed);
    }
}
