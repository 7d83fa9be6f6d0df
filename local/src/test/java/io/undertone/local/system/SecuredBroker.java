package io.undertone.local.system;

import io.undertone.schemas.KafkaRight;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that asks who one is, by SCRAM over TLS on one listener, by a certificate on another, and lets nobody do what was not
 * granted. It has its own listener too, whose clients may do everything: that one is the test's.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String MECHANISM = "SCRAM-SHA-512";

    private final EmbeddedBroker broker;
    private final Admin admin;
    private final Certificates certificates;
    private final int saslPort;
    private final int tlsPort;

    private SecuredBroker(EmbeddedBroker broker, Certificates certificates, int saslPort, int tlsPort) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        this.certificates = certificates;
        this.saslPort = saslPort;
        this.tlsPort = tlsPort;
    }

    public static SecuredBroker start(Path directory, Certificates certificates) throws Exception {
        int sasl = Port.claim(Port.ANY, "SASL");
        int tls = Port.claim(Port.ANY, "TLS");
        String listeners = "SASL://127.0.0.1:%d,TLS://127.0.0.1:%d".formatted(sasl, tls);
        Map<String, String> settings = new HashMap<>(certificates.trusting());
        settings.put("listeners", listeners);
        settings.put("advertised.listeners", listeners);
        settings.put("listener.security.protocol.map", "SASL:SASL_SSL,TLS:SSL");
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put("listener.name.sasl.scram-sha-512.sasl.jaas.config", login(""));
        settings.put("listener.name.tls.ssl.client.auth", "required");
        settings.putAll(certificates.showing("server"));
        settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+)$/$1/");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return new SecuredBroker(EmbeddedBroker.start(directory, 0, settings), certificates, sasl, tls);
    }

    /** Where nobody is asked, and everybody may do everything. */
    public String open() {
        return broker.bootstrapServers();
    }

    /** Where users sign in. */
    public String sasl() {
        return "127.0.0.1:" + saslPort;
    }

    /** Where certificates are shown. */
    public String tls() {
        return "127.0.0.1:" + tlsPort;
    }

    /** A user who may do nothing yet. */
    public void addUser(String name, String password) throws Exception {
        var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096);
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, credential, password)))
                .all()
                .get();
    }

    public void grant(String user, Collection<KafkaRight> rights) throws Exception {
        admin.createAcls(bindings(user, rights)).all().get();
    }

    public void revoke(String user, Collection<KafkaRight> rights) throws Exception {
        admin.deleteAcls(bindings(user, rights).stream()
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
    }

    /** Properties of a client who signs in. */
    public Map<String, String> user(String name, String password) throws Exception {
        Map<String, String> properties = new HashMap<>(certificates.trusting());
        properties.put("security.protocol", "SASL_SSL");
        properties.put("sasl.mechanism", MECHANISM);
        properties.put("sasl.jaas.config", login(" username=\"%s\" password=\"%s\"".formatted(name, password)));
        return properties;
    }

    /** Properties of a client who shows a certificate. */
    public Map<String, String> holder(String name) throws Exception {
        Map<String, String> properties = new HashMap<>(certificates.trusting());
        properties.put("security.protocol", "SSL");
        properties.putAll(certificates.showing(name));
        return properties;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    private static String login(String who) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required%s;".formatted(who);
    }

    private static List<AclBinding> bindings(String user, Collection<KafkaRight> rights) {
        return rights.stream()
                .map(right -> new AclBinding(
                        new ResourcePattern(
                                ResourceType.valueOf(right.resource().name()),
                                right.name(),
                                right.prefixed() ? PatternType.PREFIXED : PatternType.LITERAL),
                        new AccessControlEntry(
                                "User:" + user,
                                "*",
                                AclOperation.valueOf(right.operation().name()),
                                AclPermissionType.ALLOW)))
                .toList();
    }
}
