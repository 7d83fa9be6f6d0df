package io.undertone.job.migrate;

import io.undertone.job.config.PostgresConfig;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.ValidateResult;

/** Brings the database to the version that this release writes to. */
public final class DatabaseMigration {
    private static final String SCRIPTS = "classpath:io/undertone/schemas/sql";

    private static final String IN_ORDER = "database is in order";

    private final PostgresConfig config;

    public DatabaseMigration(PostgresConfig config) {
        this.config = config;
    }

    /** Applies what is missing. */
    public Summary migrate() {
        try {
            MigrateResult result = flyway().migrate();
            return Summary.note(
                    result.migrationsExecuted == 0
                            ? IN_ORDER
                            : "database brought to version " + result.targetSchemaVersion);
        } catch (FlywayException e) {
            return failed(e);
        }
    }

    /** Changes nothing. */
    public Summary check() {
        try {
            Flyway flyway = flyway();
            MigrationInfo[] pending = flyway.info().pending();
            ValidateResult valid = flyway.validateWithResult();
            if (!valid.validationSuccessful) {
                return Summary.problem("database: " + onOneLine(valid.getAllErrorMessages()));
            }
            return pending.length == 0 ? Summary.note(IN_ORDER) : Summary.problem(missing(pending));
        } catch (FlywayException e) {
            return failed(e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(config.url(), config.user(), config.password())
                .locations(SCRIPTS)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
    }

    private static String missing(MigrationInfo[] pending) {
        return "database lacks %s: run migrate"
                .formatted(Arrays.stream(pending)
                        .map(migration -> "%s (%s)".formatted(migration.getVersion(), migration.getDescription()))
                        .collect(Collectors.joining(", ")));
    }

    /** Flyway's messages are pages for a terminal; of a connection that failed the first line says all. */
    private Summary failed(FlywayException e) {
        String page = String.valueOf(e.getMessage()).strip();
        String first = page.lines().findFirst().orElse(page);
        boolean firstSaysAll = e.getCause() instanceof SQLException sql && first.contains(sql.getMessage());
        return Summary.problem("database at %s: %s".formatted(config.url(), firstSaysAll ? first : onOneLine(page)));
    }

    private static String onOneLine(String page) {
        return page.strip().replaceAll("\\s*\\R[-\\s]*", ", ");
    }
}
