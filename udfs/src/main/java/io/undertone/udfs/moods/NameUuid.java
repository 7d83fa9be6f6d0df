package io.undertone.udfs.moods;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5, RFC 9562 section 5.5: the same for the same name, by SHA-1. */
final class NameUuid {
    private NameUuid() {}

    static UUID of(UUID namespace, byte[] name) {
        byte[] space = ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array();
        MessageDigest sha1 = sha1();
        sha1.update(space);
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
        long version = (hash.getLong() & ~0xF000L) | 0x5000L;
        long variant = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version, variant);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
