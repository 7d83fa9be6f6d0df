package io.undertone.local.demo;

import io.undertone.gateway.SampleCall;
import io.undertone.local.enroll.EnrollCommand;
import io.undertone.local.enroll.Enroller;
import io.undertone.local.enroll.VoiceRecording;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.EnrollmentStatus;
import io.undertone.schema.SpeakerEnrollment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Enrols the speakers of a demo before its calls begin. */
final class Enrolments {
    /** The voices leg is starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Enrolments() {}

    /** Of recordings by speaker id. Throws IllegalArgumentException for one that cannot be used. */
    static List<SpeakerEnrollment> of(String tenant, Map<String, Path> voices, boolean consent) throws IOException {
        List<SpeakerEnrollment> enrolments = new ArrayList<>();
        for (Map.Entry<String, Path> voice : voices.entrySet()) {
            if (!Files.isRegularFile(voice.getValue())) {
                throw new IllegalArgumentException(
                        "--enroll: no recording at " + voice.getValue().toAbsolutePath());
            }
            enrolments.add(new VoiceRecording(tenant, voice.getKey(), null, consent, voice.getValue())
                    .read(UUID.randomUUID(), Instant.now()));
        }
        return enrolments;
    }

    /** Of the sample call's agent. */
    static SpeakerEnrollment ofSample(String tenant, boolean consent) throws IOException {
        return new VoiceRecording(tenant, SampleCall.AGENT, "Robert", consent, Path.of("agent_voice.wav"))
                .with(SampleCall.agentVoice(), UUID.randomUUID(), Instant.now());
    }

    /** Whether all were enrolled; says of each what became of it. */
    static boolean enrolAll(String brokers, List<SpeakerEnrollment> enrolments, PrintWriter out) throws IOException {
        boolean all = true;
        var enroller = new Enroller(brokers, PATIENCE);
        for (SpeakerEnrollment enrolment : enrolments) {
            EnrollmentResult result = enroller.enrol(enrolment);
            out.println("Voice       " + EnrollCommand.sentence(result));
            out.flush();
            all &= result.getStatus() == EnrollmentStatus.ENROLLED;
        }
        return all;
    }
}
