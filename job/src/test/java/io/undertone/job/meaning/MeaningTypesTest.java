package io.undertone.job.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Filled;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallMeaning;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checkpointed of meaning goes through Flink's serializers whole. */
class MeaningTypesTest {
    static Stream<Class<?>> types() {
        return Stream.of(AnalysisPart.class, PartMeaning.class, CallMeaning.class, AnsweredPart.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void it_comes_back_as_it_went(Class<T> type) throws Exception {
        assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
        for (T value : List.of(Filled.entirely(type), Filled.barely(type))) {
            T copy = Written.serializer(type).copy(value);
            assertThat(copy).isNotSameAs(value).usingRecursiveComparison().isEqualTo(value);
            Written.assertSame(type, List.of(copy), List.of(value));
        }
    }
}
