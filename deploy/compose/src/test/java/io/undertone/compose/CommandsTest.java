package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.compose.Service.Mount;
import io.undertone.gateway.PublishCommand;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.command.MigrateCommand;
import io.undertone.local.enroll.EnrollCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is done once is a command of Undertone's that takes the words it is given. */
final class CommandsTest {
    private static final Stack STACK = Stack.shipped();
    private static final String SAMPLE = "gateway/src/main/resources/io/undertone/gateway/sample";

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("migrate", new MigrateCommand()),
                Arguments.of("enrolment", new EnrollCommand()),
                Arguments.of("publisher", new PublishCommand()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_takes_its_words(String service, Object command) {
        List<String> words = STACK.service(service).command();
        var line = new CommandLine(command);
        assertThat(words.get(0)).isEqualTo(line.getCommandName());
        line.parseArgs(words.stream()
                .skip(1)
                .map(word -> word.replace("/sample/", Stack.root().resolve(SAMPLE) + "/"))
                .toArray(String[]::new));
        assertThat(STACK.service(service).image()).startsWith("undertone/tools:");
    }

    @Test
    void another_word_would_be_refused() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> new CommandLine(new PublishCommand())
                        .parseArgs("--bootstrap", "kafka:9092", "--call", "both=/sample/billing_complaint.wav"));
    }

    @Test
    void migrate_reads_the_file_that_the_legs_read() {
        Service migrate = STACK.service("migrate");
        UndertoneConfig config = MountedConfig.of(migrate);
        assertThat(config.lake().catalog()).isEqualTo("rest");
        assertThat(migrate.mounts()).containsExactly(new Mount("./undertone.yaml", MountedConfig.MOUNTED_AT));
        assertThat(migrate.command()).endsWith("--config", MountedConfig.MOUNTED_AT);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recordings_are_where_the_command_looks(String service, String recording) {
        Mount sample = STACK.service(service).mounts().get(0);
        assertThat(recording).startsWith(sample.target() + "/");
        Path name = Path.of(sample.target()).relativize(Path.of(recording));
        assertThat(Stack.directory().resolve(sample.source()).resolve(name)).isRegularFile();
    }

    static Stream<Arguments> recordings() {
        List<String> call = STACK.service("publisher").command();
        String stereo = call.get(call.indexOf("--call") + 1).split("[=,]", -1)[1];
        List<String> voice = STACK.service("enrolment").command();
        return Stream.of(Arguments.of("publisher", stereo), Arguments.of("enrolment", voice.get(voice.size() - 1)));
    }

    @Test
    void the_call_is_on_hold_when_the_sample_says_so_and_of_the_agent_whose_voice_is_known() throws IOException {
        var sample = new Properties();
        try (InputStream file = Files.newInputStream(Stack.root().resolve(SAMPLE + "/billing_complaint.properties"))) {
            sample.load(file);
        }
        List<String> call = STACK.service("publisher").command();
        List<String> voice = STACK.service("enrolment").command();
        assertThat(call.get(call.indexOf("--hold") + 1)).isEqualTo(sample.getProperty("hold"));
        assertThat(call.get(call.indexOf("--call") + 1))
                .endsWith("agent-speaker=" + voice.get(voice.indexOf("--speaker") + 1));
    }
}
