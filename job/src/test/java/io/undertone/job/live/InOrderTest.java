package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InOrderTest {
    private final OrderState order = new OrderState();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void items_come_out_by_number_however_they_came(long seed) {
        List<Long> numbers = new ArrayList<>(LongStream.range(0, 100).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        List<Long> seen = new ArrayList<>();
        for (long number : numbers) {
            InOrder.add(order, item(number));
            for (CallProduct next = InOrder.next(order); next != null; next = InOrder.next(order)) {
                seen.add(next.number);
            }
        }
        assertThat(seen).isEqualTo(LongStream.range(0, 100).boxed().toList());
        assertThat(order.early).isEmpty();
    }

    @Test
    void an_item_whose_turn_is_over_is_a_repeat() {
        InOrder.add(order, item(0));
        assertThat(InOrder.next(order)).isNotNull();
        InOrder.add(order, item(0));
        assertThat(order.early).isEmpty();
        assertThat(InOrder.next(order)).isNull();
    }

    private static CallProduct item(long number) {
        return CallProduct.utterance(KnownCall.id("c-1", 0), null, number, new UtteranceFacts());
    }
}
