package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.checks.TranscriberSettings;
import io.undertone.compose.Service.Mount;
import io.undertone.job.Leg;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.aws.AwsClientProperties;
import org.apache.iceberg.aws.s3.S3FileIOProperties;
import org.junit.jupiter.api.Test;

/** Bucket, catalog, database and transcriber are those that the legs are told of, with the same keys. */
final class StoresTest {
    private static final Stack STACK = Stack.shipped();
    private static final UndertoneConfig CONFIG =
            MountedConfig.of(FlinkProcess.jobManager(Leg.POST_CALL).service());

    @Test
    void audio_lake_and_state_are_in_the_bucket_that_is_made() {
        String bucket = URI.create(CONFIG.audio().directory()).getHost();
        Stream<String> state = FlinkProcess.all()
                .flatMap(process -> Stream.of(
                        process.flink().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY),
                        process.flink().get(CheckpointingOptions.SAVEPOINT_DIRECTORY)));
        assertThat(Stream.concat(state, Stream.of(CONFIG.lake().warehouse())))
                .hasSize(13)
                .allSatisfy(uri -> assertThat(uri).startsWith("s3://%s/".formatted(bucket)));
        Service maker = STACK.service("bucket");
        Mount store = maker.mounts().get(0);
        assertThat(maker.node().path("entrypoint"))
                .extracting(word -> word.asText())
                .containsExactly("mkdir", "-p", store.target() + "/" + bucket);
        assertThat(STACK.service("s3").mounts()).containsExactly(store);
        assertThat(STACK.service("s3").command()).containsExactly("posix", store.target());
    }

    @Test
    void job_catalog_and_flink_ask_one_store_in_one_way() {
        Map<String, String> lake = CONFIG.lake().properties();
        Map<String, String> catalog = catalog();
        for (String key : List.of(
                CatalogProperties.FILE_IO_IMPL, S3FileIOProperties.ENDPOINT, S3FileIOProperties.PATH_STYLE_ACCESS)) {
            assertThat(catalog).containsEntry(key, Objects.requireNonNull(lake.get(key), key));
        }
        assertThat(catalog)
                .containsEntry(
                        CatalogProperties.WAREHOUSE_LOCATION, CONFIG.lake().warehouse());
        assertThat(FlinkProcess.all())
                .hasSize(6)
                .allSatisfy(process -> assertThat(process.settings())
                        .containsEntry("s3.endpoint", lake.get(S3FileIOProperties.ENDPOINT))
                        .containsEntry("s3.path.style.access", lake.get(S3FileIOProperties.PATH_STYLE_ACCESS))
                        .containsEntry("s3.endpoint.region", lake.get(AwsClientProperties.CLIENT_REGION)));
        assertThat(STACK.service("s3").environment())
                .containsEntry("VGW_REGION", lake.get(AwsClientProperties.CLIENT_REGION));
    }

    @Test
    void whoever_asks_the_store_has_its_keys() {
        Map<String, String> store = STACK.service("s3").environment();
        List<Service> clients = STACK.services().stream()
                .filter(service -> service.environment().containsKey("AWS_ACCESS_KEY_ID"))
                .toList();
        assertThat(clients)
                .extracting(Service::name)
                .contains("catalog", "migrate", "live-taskmanager", "voices-jobmanager", "post-call-taskmanager")
                .hasSize(8);
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.environment())
                        .containsEntry("AWS_ACCESS_KEY_ID", store.get("ROOT_ACCESS_KEY_ID"))
                        .containsEntry("AWS_SECRET_ACCESS_KEY", store.get("ROOT_SECRET_ACCESS_KEY"))
                        .containsEntry("AWS_REGION", store.get("VGW_REGION")));
    }

    @Test
    void the_catalog_outlives_its_container() {
        Mount volume = STACK.service("catalog").mounts().get(0);
        assertThat(catalog())
                .containsEntry(CatalogProperties.URI, "jdbc:sqlite:%s/catalog.db".formatted(volume.target()));
    }

    @Test
    void the_database_is_the_one_that_is_made() {
        Map<String, String> database = STACK.service("postgres").environment();
        assertThat(CONFIG.postgres().url()).isEqualTo("jdbc:postgresql://postgres:5432/" + database.get("POSTGRES_DB"));
        assertThat(CONFIG.postgres().user()).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(CONFIG.postgres().password()).isEqualTo(database.get("POSTGRES_PASSWORD"));
    }

    @Test
    void the_transcriber_is_asked_for_its_model_with_its_key_and_reads_what_it_is_given() throws IOException {
        Map<String, String> transcriber = STACK.service("transcriber").environment();
        assertThat(CONFIG.transcription().url())
                .isEqualTo("http://transcriber:%s/v1".formatted(transcriber.get("TRANSCRIBER_PORT")));
        assertThat(CONFIG.transcription().apiKey()).isEqualTo(transcriber.get("TRANSCRIBER_API_KEY"));
        assertThat(TranscriberSettings.variables(Stack.root())).containsAll(transcriber.keySet());
        assertThat(transcriber.get("TRANSCRIBER_THREADS"))
                .isEqualTo(STACK.service("transcriber")
                        .node()
                        .at("/deploy/resources/limits/cpus")
                        .asText());
    }

    /** Properties as the fixture makes them of its environment: {@code __} is a dash, {@code _} a dot. */
    private static Map<String, String> catalog() {
        var properties = new TreeMap<String, String>();
        Set<Map.Entry<String, String>> environment =
                STACK.service("catalog").environment().entrySet();
        environment.stream()
                .filter(variable -> variable.getKey().startsWith("CATALOG_"))
                .forEach(variable -> properties.put(property(variable.getKey()), variable.getValue()));
        return properties;
    }

    private static String property(String variable) {
        return variable.substring("CATALOG_".length())
                .replace("__", "-")
                .replace('_', '.')
                .toLowerCase(Locale.ROOT);
    }
}
