package io.undertone.udfs.call;

/** Whose emotions may be read, consent given. */
public enum EmotionPolicy {
    /** Of customers whose role is certain: the gateway, SIPREC or a voiceprint says so. */
    CUSTOMERS,
    /** Of everybody who agreed in so many words. In the EU an employer may not do this to employees: AI Act, article 5(1)(f). */
    EVERYBODY
}
