package io.undertone.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder, but one that believes no length beyond what is left of the record: Avro allocates first and
 * reads then, so that one flipped bit in a length costs 2 GiB. Avro's own limits are properties of the whole JVM, which
 * are not ours to set.
 *
 * <p>An item of an array or a map takes at least a byte in every schema of ours, so the same bound holds for counts.
 */
final class GuardedDecoder extends Decoder {

    private BinaryDecoder input = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private InputStream rest = input.inputStream();
    private byte[] text = new byte[256];

    /** Starts on a new record, which begins at {@code offset}. */
    void open(byte[] bytes, int offset) {
        input = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, input);
        rest = input.inputStream();
    }

    int remaining() throws IOException {
        return rest.available();
    }

    private long bounded(long length) throws IOException {
        if (length < 0 || length > remaining()) {
            throw new EOFException("a length of %d with %d bytes left".formatted(length, remaining()));
        }
        return length;
    }

    private int length() throws IOException {
        return (int) bounded(input.readLong());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        if (length > text.length) {
            text = new byte[Math.max(length, 2 * text.length)];
        }
        input.readFixed(text, 0, length);
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public void skipString() throws IOException {
        input.skipFixed(length());
    }

    /** Never reuses {@code old}: a record that was handed out keeps its payload. */
    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] bytes = new byte[length()];
        input.readFixed(bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void skipBytes() throws IOException {
        input.skipFixed(length());
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        input.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        input.skipFixed((int) bounded(length));
    }

    @Override
    public long readArrayStart() throws IOException {
        return bounded(input.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return bounded(input.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return bounded(input.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return bounded(input.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return bounded(input.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return bounded(input.skipMap());
    }

    @Override
    public void readNull() throws IOException {
        input.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return input.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return input.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return input.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return input.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return input.readDouble();
    }

    @Override
    public int readEnum() throws IOException {
        return input.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return input.readIndex();
    }
}
