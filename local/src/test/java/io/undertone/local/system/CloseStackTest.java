package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStackTest {
    private final List<String> closed = new ArrayList<>();
    private final CloseStack opened = new CloseStack();

    @Test
    void what_was_opened_last_is_closed_first_and_once() throws Exception {
        opened.open(() -> () -> closed.add("broker"));
        opened.open(() -> () -> closed.add("cluster"));
        opened.close();
        opened.close();
        assertThat(closed).containsExactly("cluster", "broker");
    }

    @Test
    void one_failure_does_not_keep_the_rest_open() throws Exception {
        opened.open(() -> () -> closed.add("broker"));
        opened.open(() -> () -> {
            throw new IllegalStateException("stuck");
        });
        opened.open(() -> () -> {
            throw new IllegalStateException("stuck first");
        });
        assertThatThrownBy(opened::close)
                .hasRootCauseMessage("stuck first")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void what_could_not_be_opened_is_not_closed() {
        assertThatThrownBy(() -> opened.open(() -> {
                    throw new IllegalStateException("no port");
                }))
                .hasMessage("no port");
        opened.close();
        assertThat(closed).isEmpty();
    }
}
