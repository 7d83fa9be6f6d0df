package io.undertone.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database that takes a leg's user over TLS only, and for his password. Its owner is the test's, and is asked nothing. */
public final class SecuredDatabase implements AutoCloseable {
    public static final String USER = "undertone_leg";

    private final EmbeddedDatabase database;

    private SecuredDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    public static SecuredDatabase start(Path directory, Certificates certificates) throws Exception {
        var database = EmbeddedDatabase.start(
                directory,
                0,
                Map.of(
                        "ssl",
                        "on",
                        "ssl_cert_file",
                        certificates.serverCertificate().toString(),
                        "ssl_key_file",
                        certificates.serverKey().toString()));
        Path access = directory.resolve("data/pg_hba.conf");
        Files.writeString(
                access,
                "hostssl all %1$s all scram-sha-256%nhost all %1$s all reject%n%2$s"
                        .formatted(USER, Files.readString(access, StandardCharsets.UTF_8)));
        var secured = new SecuredDatabase(database);
        secured.execute("SELECT pg_reload_conf()");
        return secured;
    }

    /** Where TLS is asked for by nobody. */
    public String url() {
        return database.url();
    }

    /** Where the server must be whom {@code authority} vouches for. */
    public String urlTrusting(Path authority) {
        return "%s?sslmode=verify-full&sslrootcert=%s".formatted(database.url(), authority);
    }

    public String owner() {
        return database.user();
    }

    /** A user who may do what the role may. */
    public void addUser(String password, String role) throws SQLException {
        execute("CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s".formatted(USER, password, role));
    }

    /** As the owner. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), owner(), owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
