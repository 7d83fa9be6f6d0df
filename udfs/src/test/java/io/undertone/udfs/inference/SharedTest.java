package io.undertone.udfs.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final Shared<String, Thing> things = new Shared<>();
    private final List<String> log = new ArrayList<>();

    @Test
    void all_who_ask_have_the_same_one() {
        Lease<Thing> first = lease("a");
        Lease<Thing> second = lease("a");

        assertThat(second.get()).isSameAs(first.get());
        assertThat(lease("b").get()).isNotSameAs(first.get());
        assertThat(log).containsExactly("open a", "open b");
    }

    @Test
    void the_last_one_closes_it() {
        Lease<Thing> first = lease("a");
        Lease<Thing> second = lease("a");
        first.close();
        first.close();
        assertThat(log).containsExactly("open a");

        second.close();
        assertThat(log).containsExactly("open a", "close a");
        assertThat(things.size()).isZero();
    }

    @Test
    void a_restart_opens_it_anew_and_leaves_nothing() {
        for (int i = 0; i < 3; i++) {
            lease("a").close();
        }

        assertThat(log).containsExactly("open a", "close a", "open a", "close a", "open a", "close a");
        assertThat(things.size()).isZero();
    }

    @Test
    void a_failed_opening_leaves_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> things.lease("a", () -> {
                    throw new IllegalArgumentException("no");
                }));

        assertThat(things.size()).isZero();
        lease("a").close();
        assertThat(log).containsExactly("open a", "close a");
    }

    @Test
    void what_was_given_back_can_not_be_used() {
        Lease<Thing> lease = lease("a");
        lease.close();

        assertThatIllegalStateException().isThrownBy(lease::get);
    }

    private Lease<Thing> lease(String name) {
        return things.lease(name, () -> new Thing(name));
    }

    private final class Thing implements AutoCloseable {
        private final String name;

        private Thing(String name) {
            this.name = name;
            log.add("open " + name);
        }

        @Override
        public void close() {
            log.add("close " + name);
        }
    }
}
