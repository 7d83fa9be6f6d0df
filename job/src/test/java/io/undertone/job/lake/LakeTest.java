package io.undertone.job.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.LakeConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LakeTest {
    @ParameterizedTest
    @EnumSource
    void ids_are_counted_through_from_1_and_the_same_every_time(LakeTable table) {
        Schema schema = Lake.icebergSchema(table.row());
        List<Integer> ids =
                TypeUtil.indexById(schema.asStruct()).keySet().stream().sorted().toList();
        assertThat(ids)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ids.size()).boxed().toList());
        assertThat(schema.sameSchema(Lake.icebergSchema(table.row()))).isTrue();
    }

    @Test
    void times_are_utc_and_what_may_be_null_is_optional() {
        Schema schema = Lake.icebergSchema(LakeTable.CALLS.row());
        assertThat(schema.findType("call_start")).isEqualTo(Types.TimestampType.withZone());
        assertThat(schema.findField("call_start").isRequired()).isTrue();
        assertThat(schema.findField("queue_id").isOptional()).isTrue();
        assertThat(schema.findField("legs.audio_properties.rms").isRequired()).isTrue();
        assertThat(schema.findField("legs.audio_properties.mfcc_means").isOptional())
                .isTrue();
        assertThat(schema.findField("revision").doc()).isEqualTo("Analyses of this part; 0 is the first");
    }

    @Test
    void tables_lie_in_the_configured_namespace() {
        var config = new LakeConfig(LakeConfig.DIRECTORY, null, "file:///lake", "calls_2", Map.of());
        assertThat(new Lake(config).table("silences")).hasToString("calls_2.silences");
    }

    @Test
    void the_catalog_is_a_directory_or_a_rest_service() {
        var directory = new LakeConfig(LakeConfig.DIRECTORY, null, "file:///lake", "undertone", Map.of());
        var rest = new LakeConfig(LakeConfig.REST, "http://catalog", "lake", "undertone", Map.of("prefix", "p"));
        assertThat(new Lake(directory).catalogLoader().toString()).contains("HadoopCatalogLoader", "file:///lake");
        assertThat(new Lake(rest).catalogLoader().toString())
                .contains("RESTCatalogLoader", "http://catalog", "warehouse=lake", "prefix=p");
    }
}
