package io.undertone.job.runtime;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Reads and writes as another serializer does, and makes no empty objects. */
public final class SeldomSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1;

    private final TypeSerializer<T> serializer;

    SeldomSerializer(TypeSerializer<T> serializer) {
        this.serializer = serializer;
    }

    @Override
    public @Nullable T createInstance() {
        return null;
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return serializer.deserialize(source);
    }

    @Override
    public T deserialize(@Nullable T reuse, DataInputView source) throws IOException {
        return reuse == null ? serializer.deserialize(source) : serializer.deserialize(reuse, source);
    }

    @Override
    public void serialize(T record, DataOutputView target) throws IOException {
        serializer.serialize(record, target);
    }

    @Override
    public T copy(T from) {
        return serializer.copy(from);
    }

    @Override
    public T copy(T from, @Nullable T reuse) {
        return reuse == null ? serializer.copy(from) : serializer.copy(from, reuse);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serializer.copy(source, target);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // One that keeps nothing between records duplicates to itself.
    public TypeSerializer<T> duplicate() {
        TypeSerializer<T> own = serializer.duplicate();
        return own == serializer ? this : new SeldomSerializer<>(own);
    }

    @Override
    public boolean isImmutableType() {
        return serializer.isImmutableType();
    }

    @Override
    public int getLength() {
        return serializer.getLength();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeldomSerializer<?> that && serializer.equals(that.serializer);
    }

    @Override
    public int hashCode() {
        return serializer.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(this);
    }

    /** That of the other serializer, so that fields of the type may come and go as ever. */
    public static final class Snapshot<T> extends CompositeTypeSerializerSnapshot<T, SeldomSerializer<T>> {
        private static final int VERSION = 1;

        /** For Flink, which reads what it has kept into it. */
        public Snapshot() {}

        Snapshot(SeldomSerializer<T> serializer) {
            super(serializer);
        }

        @Override
        protected int getCurrentOuterSnapshotVersion() {
            return VERSION;
        }

        @Override
        protected TypeSerializer<?>[] getNestedSerializers(SeldomSerializer<T> outer) {
            return new TypeSerializer<?>[] {outer.serializer};
        }

        @Override
        @SuppressWarnings("unchecked") // The only nested serializer is that of T.
        protected SeldomSerializer<T> createOuterSerializerWithNestedSerializers(TypeSerializer<?>[] nested) {
            return new SeldomSerializer<>((TypeSerializer<T>) nested[0]);
        }
    }
}
