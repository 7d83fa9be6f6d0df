package io.undertone.local.sql;

import io.undertone.job.config.LakeConfig;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.system.RootCause;
import io.undertone.local.system.RunDirectory;
import io.undertone.local.system.RunHistory;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.ValidationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone sql}: one question to the lake. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the lake of the last demo, or of --config, in Flink SQL.",
            "Tables: calls, utterances, silences, emotion_windows, frustration_events, alert_feedback."
                    + " Views: latest_calls, latest_utterances, whole_calls, latest_alerts."
        })
public final class SqlCommand implements Callable<Integer> {
    /** What a statement that only reads begins with. The lake belongs to the jobs. */
    private static final Set<String> READING =
            Set.of("SELECT", "WITH", "VALUES", "SHOW", "DESCRIBE", "DESC", "EXPLAIN");

    enum Format {
        TABLE,
        JSON
    }

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}; JSON is an object a line (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Parameters(paramLabel = "QUERY", description = "For example \"SELECT call_id, duration_s FROM calls\".")
    private String query = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        requireReading();
        LakeConfig lake = lake();
        PrintWriter out = spec.commandLine().getOut();
        try {
            TableResult answer = LakeSession.open(lake, ProjectRoot.path()).execute(query);
            Answer.print(answer, format, out);
            return 0;
        } catch (SqlParserException | ValidationException | TableException e) {
            spec.commandLine().getErr().println("undertone: " + RootCause.of(e));
            return 1;
        }
    }

    private void requireReading() {
        String first = query.strip().split("[\\s(]", 2)[0].toUpperCase(Locale.ROOT);
        if (!READING.contains(first)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a query begins with SELECT, WITH, VALUES, SHOW, DESCRIBE or EXPLAIN: " + query);
        }
    }

    private LakeConfig lake() throws Exception {
        if (config.isGiven()) {
            return config.load(spec).lake();
        }
        return new RunHistory(ProjectRoot.path())
                .newest()
                .map(RunDirectory::lake)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no run to ask: run 'undertone demo' first, or name a --config"));
    }
}
