package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static EmbeddedCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = EmbeddedCluster.start(directory, Port.ANY, 4);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void a_job_runs_until_it_is_stopped_with_a_savepoint() throws Exception {
        var job = cluster.submit(numbersThrough(number -> number));
        await().atMost(PATIENCE).until(() -> cluster.isProcessing(job));
        String savepoint = cluster.stopWithSavepoint(job);
        assertThat(Path.of(URI.create(savepoint))).startsWith(directory).isNotEmptyDirectory();
        assertThat(cluster.status(job)).isEqualTo(JobStatus.FINISHED);
        assertThat(cluster.lastFailure(job)).isEmpty();
    }

    @Test
    void the_last_failure_of_a_restarting_job_is_its_root_cause() throws Exception {
        var job = cluster.submit(numbersThrough(number -> {
            throw new IllegalStateException("wrapped", new IllegalArgumentException("number %d refused".formatted(7)));
        }));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cluster.lastFailure(job))
                        .contains("java.lang.IllegalArgumentException: number 7 refused"));
        cluster.cancel(job);
        assertThat(cluster.status(job)).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void the_web_page_answers() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(cluster.webPage()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Apache Flink Web Dashboard");
    }

    @Test
    void a_web_port_in_use_is_named() throws Exception {
        int taken = cluster.webPage().getPort();
        assertThatThrownBy(() -> EmbeddedCluster.start(directory, taken, 1))
                .hasMessage("port %d for Flink's web page is in use", taken);
    }

    @Test
    void nothing_is_written_outside_the_directory_given() {
        assertThat(Files.exists(directory.resolve("tmp"))).isTrue();
    }

    private static JobGraph numbersThrough(MapFunction<Long, Long> function) {
        var environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        GeneratorFunction<Long, Long> identity = number -> number;
        var numbers =
                new DataGeneratorSource<>(identity, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .map(function)
                .returns(Types.LONG)
                .sinkTo(new DiscardingSink<>());
        return environment.getStreamGraph().getJobGraph();
    }
}
