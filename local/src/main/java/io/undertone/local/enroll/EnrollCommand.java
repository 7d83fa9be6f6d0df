package io.undertone.local.enroll;

import io.undertone.gateway.BrokerOptions;
import io.undertone.gateway.ConsentKind;
import io.undertone.gateway.OptionConverters;
import io.undertone.local.command.WrongUse;
import io.undertone.local.console.Text;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.EnrollmentStatus;
import io.undertone.schema.SpeakerEnrollment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone enroll}: a speaker from now on known by voice. Exit codes: 0 enrolled, 1 refused or failed, 2 wrong use. */
@Command(
        name = "enroll",
        mixinStandardHelpOptions = true,
        description = "Enrols a speaker by a recording of the voice, and waits for what becomes of it.")
public final class EnrollCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--speaker",
            required = true,
            paramLabel = "ID",
            description = "As participants of calls name the speaker.")
    private String speaker = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people call the speaker.")
    private @Nullable String name;

    @Option(names = "--tenant", defaultValue = "default", description = "Whose speaker (default: ${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(
            names = "--no-consent",
            split = ",",
            paramLabel = "KIND",
            converter = OptionConverters.ForConsent.class,
            description = "What the speaker refuses; without biometrics nobody is enrolled.")
    private Set<ConsentKind> refused = EnumSet.noneOf(ConsentKind.class);

    @Option(
            names = "--timeout",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "How long to wait for the voices leg (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Parameters(
            paramLabel = "VOICE",
            description =
                    "The recording: WAV, FLAC or MP3 of any rate, one channel, 3 s of speech or more in at most 60 s.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        SpeakerEnrollment enrollment = WrongUse.guard(spec, this::read);
        EnrollmentResult result = new Enroller(broker.address(), Duration.ofSeconds(timeout)).enrol(enrollment);
        spec.commandLine().getOut().println(sentence(result));
        return result.getStatus() == EnrollmentStatus.ENROLLED ? 0 : 1;
    }

    private SpeakerEnrollment read() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no recording at " + file.toAbsolutePath());
        }
        boolean consent = !refused.contains(ConsentKind.BIOMETRICS);
        return new VoiceRecording(tenant, speaker, name, consent, file).read(UUID.randomUUID(), Instant.now());
    }

    /** What became of it, in words. */
    public static String sentence(EnrollmentResult result) {
        String who = result.getName() == null
                ? result.getSpeakerId()
                : "%s (%s)".formatted(result.getName(), result.getSpeakerId());
        if (result.getStatus() != EnrollmentStatus.ENROLLED) {
            return "%s is not enrolled: %s, %s".formatted(who, result.getReason(), result.getDetail());
        }
        return String.format(
                Locale.ROOT,
                "%s is enrolled: %.1f s of speech, %s, mean absolute sample %.3f, model %s version %s, %s",
                who,
                Objects.requireNonNull(result.getSpeechSeconds()),
                Text.lufs(result.getLoudnessLufs()),
                Objects.requireNonNull(result.getMeanAbsolute()),
                result.getModelId(),
                result.getModelVersion(),
                result.getEnrollments() == 1 ? "1 recording" : result.getEnrollments() + " recordings");
    }
}
