package io.undertone.local.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL server, a process beside this JVM that ends with it. */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String OWNER = "postgres";
    /** An empty, slow machine unpacks 30 MB and initialises a cluster before the server answers. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path directory, int port, Map<String, String> settings) throws IOException {
        this.directory = directory;
        this.port = port;
        this.settings = settings;
        this.server = launch();
    }

    /** Starts a server with its data in {@code directory}, on {@code port} or, if that is 0, on a free one. */
    public static EmbeddedDatabase start(Path directory, int port) throws IOException {
        return start(directory, port, Map.of());
    }

    /** As such, with settings of {@code postgresql.conf} over its own. */
    public static EmbeddedDatabase start(Path directory, int port, Map<String, String> settings) throws IOException {
        int claimed = Port.claim(port, "PostgreSQL");
        Files.createDirectories(directory);
        return new EmbeddedDatabase(directory, claimed, Map.copyOf(settings));
    }

    /** JDBC address of the database. */
    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    /** Starts the server anew after {@link #close}, with the same data on the same port. */
    public void reopen() throws IOException {
        server = launch();
    }

    /** Who may do everything. */
    public String user() {
        return OWNER;
    }

    /** The server trusts whoever connects from this machine, but a client is asked for something. */
    public String password() {
        return OWNER;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres launch() throws IOException {
        Redirect log = Redirect.appendTo(directory.resolve("server.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP)
                .setRegisterShutdownHook(false) // whoever started it closes it, after those who write to it
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8") // else initdb goes by LANG, and LANG=C means no umlauts
                .setServerConfig("fsync", "off") // a run's database need not survive a power cut
                .setServerConfig("log_error_verbosity", "terse") // else its log quotes the rows that it refuses
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    @Override
    public String toString() {
        return "PostgreSQL " + url();
    }
}
