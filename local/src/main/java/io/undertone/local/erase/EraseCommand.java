package io.undertone.local.erase;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import io.undertone.schemas.CallKey;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code undertone erase}: the right to erasure. Exit codes: 0 nothing is left but what expires by itself, 1 something is, or it
 * failed, 2 wrong use.
 */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description =
                "Erases a call, or what a speaker is known by, from PostgreSQL, the lake with its older snapshots, audio and"
                        + " voiceprints; then looks again everywhere, and says what is left and when topics forget it.")
public final class EraseCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--tenant", required = true, paramLabel = "TENANT", description = "Whose call or speaker.")
    private String tenant = "";

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--dry-run", description = "Says what there is, and erases nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Erase it: without this, only --dry-run does anything.")
    private boolean yes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Either of the two. */
    static final class Subject {
        @Option(names = "--call", paramLabel = "CALL", description = "All parts and revisions of the call.")
        private @Nullable String call;

        @Option(
                names = "--speaker",
                paramLabel = "SPEAKER",
                description = "The voiceprint, and the speaker's id in all rows; the calls themselves stay.")
        private @Nullable String speaker;
    }

    @Override
    public Integer call() throws Exception {
        WrongUse.guard(spec, this::check);
        UndertoneConfig loaded = config.load(spec);
        List<Finding> findings = findings(loaded);
        PrintWriter out = spec.commandLine().getOut();
        ErasureSheet.of(findings).forEach(out::println);
        boolean proof = findings.stream().allMatch(Finding::isProof);
        out.println(dryRun ? "nothing was erased: this was a dry run" : verdict(proof));
        return dryRun || proof ? 0 : 1;
    }

    private List<Finding> findings(UndertoneConfig loaded) throws Exception {
        if (subject.call != null) {
            return new CallErasure(loaded, Clock.systemUTC(), dryRun).erase(tenant, subject.call);
        }
        return new SpeakerErasure(loaded, Clock.systemUTC(), dryRun).erase(tenant, String.valueOf(subject.speaker));
    }

    private boolean check() {
        if (subject.call != null) {
            CallKey.of(tenant, subject.call);
        } else if (subject.speaker != null) {
            CallKey.ofSpeaker(tenant, subject.speaker);
        }
        if (yes == dryRun) {
            throw new IllegalArgumentException("say --dry-run to see what there is, or --yes to erase it");
        }
        return true;
    }

    private static String verdict(boolean proof) {
        return proof
                ? "erased: what is left goes by the retention of its topic"
                : "NOT ERASED WHOLLY: see what is left; run it again";
    }
}
