package io.undertone.job.access;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who the brokers take us for, as far as a client can tell. */
final class Principal {
    private static final Pattern USERNAME = Pattern.compile("\\busername\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;]+)");

    private Principal() {}

    /** By the properties of a Kafka client: the user of SASL, or whose certificate it shows. */
    static String of(Map<String, String> properties) {
        String protocol = properties.getOrDefault("security.protocol", "PLAINTEXT");
        Matcher user = USERNAME.matcher(properties.getOrDefault("sasl.jaas.config", ""));
        if (protocol.startsWith("SASL")) {
            return user.find()
                    ? "User:" + user.group(1).replaceAll("[\"']", "")
                    : "who signs in by " + properties.getOrDefault("sasl.mechanism", "GSSAPI");
        }
        return protocol.equals("SSL")
                ? "who shows the certificate of " + properties.getOrDefault("ssl.keystore.location", "no keystore")
                : "User:ANONYMOUS";
    }
}
