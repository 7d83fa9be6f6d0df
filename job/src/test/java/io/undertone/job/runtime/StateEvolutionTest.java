package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keyed state of an earlier release is read by a later one: fields come and go, in the state itself, behind {@code @TypeInfo(Seldom.class)}
 * and in lists. Both releases have the same class under the same name, each from a class loader of its own.
 */
@SuppressWarnings("try") // Flink's harness says that to close it may be interrupted.
final class StateEvolutionTest {
    private static final String FIRST = """
            package grown;
            public class Visit {
                public String name = "";
                public int dropped = 3;
                @org.apache.flink.api.common.typeinfo.TypeInfo(io.undertone.job.runtime.Seldom.class)
                public Guest guest;
                @org.apache.flink.api.common.typeinfo.TypeInfo(io.undertone.job.runtime.Seldom.class)
                public Guest nobody;
                public java.util.List<Guest> others = new java.util.ArrayList<>();
                public Visit() {}
                public static Visit made() {
                    var visit = new Visit();
                    visit.name = "monday";
                    visit.guest = Guest.made("ann");
                    visit.others.add(Guest.made("bob"));
                    return visit;
                }
                public static class Guest {
                    public String who = "";
                    public long gone = 7;
                    public Guest() {}
                    static Guest made(String who) { var guest = new Guest(); guest.who = who; return guest; }
                }
                public String toString() { return name; }
            }
            """;

    private static final String SECOND = FIRST.replace("public int dropped = 3;", "public long[] added = {1, 2};")
            .replace("public long gone = 7;", "public int came = 5;")
            .replace(
                    "return name;",
                    "return name + added.length + \" \" + guest.who + guest.came + \" \" + others.get(0).who"
                            + " + others.get(0).came + \" \" + nobody;");

    @TempDir
    Path directory;

    private URLClassLoader first;
    private URLClassLoader second;

    @BeforeEach
    void compile() throws IOException {
        first = compiled("first", FIRST);
        second = compiled("second", SECOND);
    }

    @Test
    void state_of_the_release_before_is_read_and_has_what_a_new_field_begins_with() throws Exception {
        OperatorSubtaskState savepoint;
        try (var before = opened(first, null)) {
            before.processElement("put", 0);
            savepoint = before.snapshot(1, 0);
        }
        try (var after = opened(second, savepoint)) {
            after.processElement("say", 0);
            assertThat(after.extractOutputValues()).containsExactly("monday2 ann5 bob5 null");
            savepoint = after.snapshot(2, 0);
        }
        try (var later = opened(second, savepoint)) {
            later.processElement("say", 0);
            assertThat(later.extractOutputValues()).as("and written anew").containsExactly("monday2 ann5 bob5 null");
        }
    }

    @Test
    void a_release_before_reads_what_a_later_one_has_written() throws Exception {
        OperatorSubtaskState savepoint;
        try (var after = opened(second, null)) {
            after.processElement("put", 0);
            savepoint = after.snapshot(1, 0);
        }
        try (var before = opened(first, savepoint)) {
            before.processElement("say", 0);
            assertThat(before.extractOutputValues()).containsExactly("monday");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> opened(
            ClassLoader release, @Nullable OperatorSubtaskState from) throws Exception {
        MockEnvironment task = new MockEnvironmentBuilder()
                .setMaxParallelism(720)
                .setUserCodeClassLoader(release)
                .build();
        var operator = new KeyedProcessOperator<>(new Remember(release.loadClass("grown.Visit")));
        var harness = new KeyedOneInputStreamOperatorTestHarness<String, String, String>(
                operator, key -> "k", Types.STRING, task);
        if (from != null) {
            harness.initializeState(from);
        }
        harness.open();
        return harness;
    }

    private URLClassLoader compiled(String release, String source) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(release));
        Path file = Files.writeString(directory.resolve(release).resolve("Visit.java"), source);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(status).as("compiled").isZero();
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    /** Puts what its release makes, and says what it finds. */
    private static final class Remember extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1;

        private final transient Class<?> type;
        private transient @Nullable ValueState<Object> kept;

        Remember(Class<?> type) {
            this.type = type;
        }

        @Override
        @SuppressWarnings("unchecked") // The type is that of the release, which this class does not know.
        public void open(OpenContext context) {
            kept = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("kept", (TypeInformation<Object>) TypeInformation.of(type)));
        }

        @Override
        public void processElement(String what, Context ctx, Collector<String> out) throws Exception {
            if (what.equals("put")) {
                Opened.of(kept).update(type.getMethod("made").invoke(null));
            } else {
                out.collect(Opened.of(kept).value().toString());
            }
        }
    }
}
