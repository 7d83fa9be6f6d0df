package io.undertone.job.runtime;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Another type, with a serializer that makes no empty objects. */
final class SeldomTypeInfo<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1;

    private final TypeInformation<T> type;

    SeldomTypeInfo(TypeInformation<T> type) {
        this.type = type;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new SeldomSerializer<>(type.createSerializer(config));
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type.getTypeClass();
    }

    @Override
    public String toString() {
        return "Seldom<" + type + ">";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeldomTypeInfo<?> that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof SeldomTypeInfo;
    }
}
