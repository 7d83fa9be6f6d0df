package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.util.InstantiationUtil;

/** Values as Flink writes them. */
public final class Written {
    private Written() {}

    /** Writes without generic types, as the jobs do. */
    public static <T> TypeSerializer<T> serializer(Class<T> type) {
        var config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(config);
    }

    /** The same values, to the last bit. Their fields are compared one by one, which is slow, only to say what differs. */
    public static <T> void assertSame(Class<T> type, List<T> actual, List<T> expected) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            byte[] written = InstantiationUtil.serializeToByteArray(serializer, actual.get(i));
            if (!Arrays.equals(written, InstantiationUtil.serializeToByteArray(serializer, expected.get(i)))) {
                assertThat(actual.get(i)).usingRecursiveComparison().isEqualTo(expected.get(i));
            }
        }
    }
}
