package io.undertone.job.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Connections whose failures hold no value of a row. The driver's quote the statement with its parameters, the server's the row
 * that it refused; the connector logs what it catches before anybody else can look at it. So it must catch something else.
 */
final class DiscreetConnections extends SimpleJdbcConnectionProvider {
    private static final long serialVersionUID = 1;

    DiscreetConnections(JdbcConnectionOptions options) {
        super(options);
    }

    @Override
    public @Nullable Connection getConnection() {
        Connection connection = super.getConnection();
        return connection == null ? null : discreet(Connection.class, connection);
    }

    @Override
    public Connection getOrEstablishConnection() throws SQLException, ClassNotFoundException {
        return discreet(Connection.class, super.getOrEstablishConnection());
    }

    /** The interface's own may throw anything, interrupts included; this one throws nothing. */
    @Override
    public void close() {
        closeConnection();
    }

    private static <T> T discreet(Class<T> type, T talkative) {
        InvocationHandler forward = (self, method, arguments) -> {
            try {
                Object result = method.invoke(talkative, arguments);
                return result instanceof PreparedStatement statement
                        ? discreet(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException thrown) {
                Throwable failure = thrown.getTargetException();
                throw failure instanceof SQLException sql ? DiscreetFailure.of(sql) : failure;
            }
        };
        return type.cast(
                Proxy.newProxyInstance(DiscreetConnections.class.getClassLoader(), new Class<?>[] {type}, forward));
    }
}
