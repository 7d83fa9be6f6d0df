package io.undertone.job.store;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What may be told of a failure of the database: its code and the names of what was in the way, but no value. */
final class DiscreetFailure {
    /** Of what went wrong between driver and server: nobody looked at a value. */
    private static final String CONNECTION = "08";

    /**
     * Classes of SQLSTATE whose messages are about users, names, resources and the server's state, as PostgreSQL's list of error
     * codes has them. Those of data (22), constraints (23), triggers (P0) and the like may quote what they refuse.
     */
    private static final Set<String> WITHOUT_VALUES =
            Set.of(CONNECTION, "25", "28", "3D", "3F", "40", "42", "53", "54", "55", "57", "58");

    private DiscreetFailure() {}

    static SQLException of(SQLException failure) {
        SQLException root = root(failure);
        String state = String.valueOf(root.getSQLState());
        ServerErrorMessage server = root instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var discreet = new SQLException(
                server == null ? ofDriver(root, state) : ofServer(server, state),
                root.getSQLState(),
                root.getErrorCode());
        discreet.setStackTrace(failure.getStackTrace());
        return discreet;
    }

    /** A batch's failure repeats what its cause says, with the statement in front. */
    private static SQLException root(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getCause() instanceof SQLException cause
                ? root(cause)
                : failure;
    }

    private static String ofDriver(SQLException root, String state) {
        boolean told = state.startsWith(CONNECTION) && !(root instanceof BatchUpdateException);
        return told ? String.valueOf(root.getMessage()) : "SQLSTATE %s from the driver".formatted(state);
    }

    private static String ofServer(ServerErrorMessage server, String state) {
        String names = Stream.of(
                        named("table", server.getTable()),
                        named("column", server.getColumn()),
                        named("constraint", server.getConstraint()),
                        named("type", server.getDatatype()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        boolean told = state.length() == 5 && WITHOUT_VALUES.contains(state.substring(0, 2));
        return "SQLSTATE %s%s%s"
                .formatted(state, names.isEmpty() ? "" : " at " + names, told ? ": " + server.getMessage() : "");
    }

    private static String named(String kind, @Nullable String name) {
        return name == null ? "" : kind + " " + name;
    }
}
