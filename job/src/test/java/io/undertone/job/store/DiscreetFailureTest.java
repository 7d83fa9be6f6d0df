package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What the driver itself has to say; how it is with the server's words is shown where one runs, in the tests of the whole system. */
final class DiscreetFailureTest {
    private static final String QUOTING = "Batch entry 0 INSERT INTO utterance VALUES ('a secret') was aborted";

    @Test
    void of_a_lost_connection_is_told_what_the_driver_knows_without_the_batch_that_was_under_way() {
        var lost =
                new PSQLException("An I/O error occurred while sending to the backend.", PSQLState.CONNECTION_FAILURE);
        SQLException discreet = DiscreetFailure.of(new BatchUpdateException(QUOTING, "08006", 0, new int[0], lost));
        assertThat(discreet.getMessage()).isEqualTo("An I/O error occurred while sending to the backend.");
        assertThat(discreet.getSQLState()).isEqualTo("08006");
        assertThat(discreet.iterator()).toIterable().as("causes and followers").containsExactly(discreet);
    }

    @Test
    void a_batch_without_a_cause_is_a_code() {
        SQLException discreet = DiscreetFailure.of(new BatchUpdateException(QUOTING, "08006", 0, new int[0]));
        assertThat(discreet.getMessage()).isEqualTo("SQLSTATE 08006 from the driver");
    }

    @Test
    void what_the_driver_says_of_a_value_is_a_code() {
        var refused = new PSQLException("Bad value for type int : a secret", PSQLState.NUMERIC_VALUE_OUT_OF_RANGE);
        SQLException discreet = DiscreetFailure.of(refused);
        assertThat(discreet.getMessage()).isEqualTo("SQLSTATE 22003 from the driver");
        assertThat(discreet.getStackTrace()).as("where it happened").isEqualTo(refused.getStackTrace());
    }
}
