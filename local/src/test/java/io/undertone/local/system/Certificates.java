package io.undertone.local.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Certificates of one run: an authority, who it vouches for, and another authority that nobody trusts. */
public final class Certificates {
    public static final String PASSWORD = "of-this-run";

    private static final String CA = "ca";
    private final Path directory;
    private final KeyStore all;

    private Certificates(Path directory, KeyStore all) {
        this.directory = directory;
        this.all = all;
    }

    /** Makes them with the JDK's keytool: a server called localhost, and each of {@code clients} by its common name. */
    public static Certificates make(Path directory, String... clients) throws IOException, GeneralSecurityException {
        Path file = Files.createDirectories(directory).resolve("all.p12");
        generate(file, CA, "authority", "-ext", "bc:c");
        generate(file, "other-ca", "another authority", "-ext", "bc:c");
        generate(file, "server", "localhost", "-signer", CA, "-ext", "san=dns:localhost,ip:127.0.0.1");
        for (String client : clients) {
            generate(file, client, client, "-signer", CA);
        }
        return new Certificates(directory, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    /** PEM of an authority: {@code ca}, or {@code other-ca}. */
    public Path authority(String name) throws IOException, GeneralSecurityException {
        return written(name + ".crt", pem("CERTIFICATE", certificate(name).getEncoded()));
    }

    /** PEM of the server's certificate. */
    public Path serverCertificate() throws IOException, GeneralSecurityException {
        return written("server.crt", pem("CERTIFICATE", certificate("server").getEncoded()));
    }

    /** PEM of the server's key, for its owner's eyes only: PostgreSQL insists. */
    public Path serverKey() throws IOException, GeneralSecurityException {
        byte[] key = all.getKey("server", PASSWORD.toCharArray()).getEncoded();
        Path file = written("server.key", pem("PRIVATE KEY", key));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** A keystore with one key and its chain. */
    public Path keystore(String name) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(name + ".p12");
        if (Files.exists(file)) {
            return file;
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = PASSWORD.toCharArray();
        store.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return file;
    }

    /** Settings of a Kafka client or broker that trusts the authority. */
    Map<String, String> trusting() throws IOException, GeneralSecurityException {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority(CA).toString());
    }

    /** Settings of a Kafka client or broker that shows who it is. */
    Map<String, String> showing(String name) throws IOException, GeneralSecurityException {
        return Map.of(
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                keystore(name).toString(),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.key.password",
                PASSWORD);
    }

    private Certificate certificate(String name) throws GeneralSecurityException {
        return all.getCertificate(name);
    }

    /** Once: somebody may be reading it. */
    private Path written(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? file : Files.writeString(file, content);
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }

    private static void generate(Path store, String alias, String commonName, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + commonName,
                "-keyalg",
                "EC",
                "-validity",
                "2"));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
