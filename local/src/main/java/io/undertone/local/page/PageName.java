package io.undertone.local.page;

import io.undertone.local.live.CallPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the file of a call's page is called: ids may hold what file systems, locales and shells do not bear. */
final class PageName {
    private static final int READABLE = 80;
    private static final int DIGITS = 12;

    private PageName() {}

    /** Some of the call's id, for people, and a hash of all that tells one part of a call from others. */
    static String of(CallPart call) {
        String plain = call.callId().replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]", "_");
        String readable = plain.substring(0, Math.min(plain.length(), READABLE));
        return "%s-%s.html".formatted(readable, hash(call).substring(0, DIGITS));
    }

    private static String hash(CallPart call) {
        // No id holds a bar.
        String identity = String.join(
                "|", call.tenantId(), call.callId(), call.start().toString(), Integer.toString(call.part()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
