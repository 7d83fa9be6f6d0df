package io.undertone.job.runtime;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The type of a nullable field of a POJO, named in {@code @TypeInfo}: the field is read and written as ever, but Flink makes no empty
 * object for it. Otherwise it fills all fields of a POJO with new objects, and theirs, before it reads what is there; measured: a
 * fifth of the live leg's Java time.
 */
public final class Seldom<T> extends TypeInfoFactory<T> {
    @Override
    public TypeInformation<T> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
        @SuppressWarnings("unchecked") // TypeInformation.of has no form for a Type.
        var found = (TypeInformation<T>) TypeInformation.of((Class<?>) type);
        return new SeldomTypeInfo<>(found);
    }
}
