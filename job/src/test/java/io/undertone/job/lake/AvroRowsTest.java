package io.undertone.job.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.InstantiationUtil;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row goes the way it goes in the job, serializer included, and is read back by the table's own types. */
final class AvroRowsTest {
    @ParameterizedTest
    @EnumSource
    void a_row_with_all_fields_is_what_the_table_reads(LakeTable table) throws Exception {
        assertRoundTrip(table.row(), new RandomRows(false).record(table.row()));
    }

    @ParameterizedTest
    @EnumSource
    void a_row_with_all_nulls_is_what_the_table_reads(LakeTable table) throws Exception {
        assertRoundTrip(table.row(), new RandomRows(true).record(table.row()));
    }

    @Test
    void what_a_row_cannot_hold_is_refused_when_the_graph_is_built() {
        Schema bytes =
                SchemaBuilder.record("Row").fields().requiredBytes("payload").endRecord();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroRows<>(bytes))
                .withMessageStartingWith("a row may hold ")
                .withMessageEndingWith("got \"bytes\"");
    }

    @Test
    void a_union_of_two_values_is_refused() {
        Schema either = SchemaBuilder.record("Row")
                .fields()
                .name("either")
                .type()
                .unionOf()
                .intType()
                .and()
                .stringType()
                .endUnion()
                .noDefault()
                .endRecord();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroRows<>(either))
                .withMessageEndingWith("got [\"int\",\"string\"]");
    }

    private static void assertRoundTrip(Schema schema, IndexedRecord row) throws Exception {
        AvroRows<IndexedRecord> shipped = InstantiationUtil.clone(new AvroRows<>(schema));
        TypeSerializer<RowData> serializer = shipped.getProducedType().createSerializer(new SerializerConfigImpl());
        RowData copied = InstantiationUtil.deserializeFromByteArray(
                serializer, InstantiationUtil.serializeToByteArray(serializer, shipped.map(row)));
        RowType type = FlinkSchemaUtil.convert(Lake.icebergSchema(schema));
        assertThat(readRow(type, copied)).isEqualTo(plain(row));
    }

    /** The row as lists, maps and plain values, read by the types of the table. */
    private static List<@Nullable Object> readRow(RowType type, RowData row) {
        assertThat(row.getArity()).isEqualTo(type.getFieldCount());
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < type.getFieldCount(); i++) {
            LogicalType field = type.getTypeAt(i);
            values.add(read(field, RowData.createFieldGetter(field, i).getFieldOrNull(row)));
        }
        return values;
    }

    private static @Nullable Object read(LogicalType type, @Nullable Object value) {
        if (value instanceof RowData row) {
            return readRow((RowType) type, row);
        } else if (value instanceof ArrayData array) {
            return readArray(((ArrayType) type).getElementType(), array);
        } else if (value instanceof MapData map) {
            return readMap((MapType) type, map);
        } else if (value instanceof TimestampData time) {
            return time.toInstant();
        }
        return value instanceof StringData text ? text.toString() : value;
    }

    private static List<@Nullable Object> readArray(LogicalType type, ArrayData array) {
        var values = new ArrayList<@Nullable Object>();
        ArrayData.ElementGetter getter = ArrayData.createElementGetter(type);
        for (int i = 0; i < array.size(); i++) {
            values.add(read(type, getter.getElementOrNull(array, i)));
        }
        return values;
    }

    private static Map<@Nullable Object, @Nullable Object> readMap(MapType type, MapData map) {
        List<@Nullable Object> keys = readArray(type.getKeyType(), map.keyArray());
        List<@Nullable Object> values = readArray(type.getValueType(), map.valueArray());
        var read = new HashMap<@Nullable Object, @Nullable Object>();
        for (int i = 0; i < keys.size(); i++) {
            read.put(keys.get(i), values.get(i));
        }
        return read;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof IndexedRecord row) {
            var values = new ArrayList<@Nullable Object>();
            row.getSchema().getFields().forEach(field -> values.add(plain(row.get(field.pos()))));
            return values;
        }
        return value instanceof List<?> list
                ? list.stream().map(AvroRowsTest::plain).toList()
                : value;
    }
}
