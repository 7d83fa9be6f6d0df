package io.undertone.udfs.moods;

import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import org.jspecify.annotations.Nullable;

/**
 * Whose mood may be read in a call.
 *
 * @param consent whether emotions may be read at all, by what was said and what the tenant's policy makes of silence
 * @param everybody whether that goes beyond customers
 */
public record MoodRights(boolean consent, boolean everybody) {
    /** Nobody's. */
    public static final MoodRights NONE = new MoodRights(false, false);

    /**
     * By policy and consent. Going beyond customers takes a consent that was given: an assumed one does not reach so far.
     *
     * @param given what was said; null if nothing was
     * @param allowed what comes of it by the tenant's policy
     */
    public static MoodRights of(EmotionPolicy policy, @Nullable Boolean given, boolean allowed) {
        return new MoodRights(allowed, allowed && policy == EmotionPolicy.EVERYBODY && Boolean.TRUE.equals(given));
    }

    /** Of somebody in this role. One that was guessed, or that a language model named, is nobody's. */
    public boolean allow(Role role, RoleSource source) {
        return everybody || (consent && role == Role.CUSTOMER && isCertain(source));
    }

    private static boolean isCertain(RoleSource source) {
        return source == RoleSource.GATEWAY || source == RoleSource.SIPREC || source == RoleSource.VOICEPRINT;
    }
}
