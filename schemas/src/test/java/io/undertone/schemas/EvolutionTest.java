package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class EvolutionTest {

    private static final String RECORD = "{'type':'record','name':'R','fields':[%s]}";
    private static final String COUNT = "{'name':'count','type':'int'}";

    @Test
    void an_enum_without_a_default_is_found_however_deep_it_lies() {
        Schema schema = parsed(RECORD.formatted("{'name':'m','type':{'type':'map','values':{'type':'array','items':"
                + "['null',{'type':'enum','name':'E','symbols':['A']}]}}}"));

        assertThat(Evolution.enumsWithoutDefault(schema)).containsExactly("E");
    }

    @Test
    void an_added_field_without_a_default_is_found() {
        Schema older = parsed(RECORD.formatted(COUNT));
        Schema newer = parsed(RECORD.formatted(COUNT + ",{'name':'sum','type':'long'}"));

        assertThat(Evolution.fieldsAddedWithoutDefault(older, newer)).containsExactly("R.sum");
    }

    @Test
    void an_added_field_with_a_default_is_fine() {
        Schema older = parsed(RECORD.formatted(COUNT));
        Schema newer = parsed(RECORD.formatted(COUNT + ",{'name':'sum','type':['null','long'],'default':null}"));

        assertThat(Evolution.fieldsAddedWithoutDefault(older, newer)).isEmpty();
    }

    @Test
    void a_field_that_was_put_before_others_or_dropped_is_found() {
        String sum = "{'name':'sum','type':'long','default':0}";
        Schema older = parsed(RECORD.formatted(COUNT));

        assertThat(Evolution.recordsWithFieldsNotAtTheEnd(older, parsed(RECORD.formatted(sum + "," + COUNT))))
                .containsExactly("R");
        assertThat(Evolution.recordsWithFieldsNotAtTheEnd(older, parsed(RECORD.formatted(sum))))
                .containsExactly("R");
        assertThat(Evolution.recordsWithFieldsNotAtTheEnd(older, parsed(RECORD.formatted(COUNT + "," + sum))))
                .isEmpty();
    }

    @Test
    void a_contract_sees_defaults_and_logical_types_but_no_docs() {
        Schema plain = parsed(RECORD.formatted("{'name':'at','type':'long'}"));
        Schema documented = parsed(RECORD.formatted("{'name':'at','type':'long','doc':'When'}"));
        Schema defaulted = parsed(RECORD.formatted("{'name':'at','type':'long','default':0}"));
        Schema logical =
                parsed(RECORD.formatted("{'name':'at','type':{'type':'long','logicalType':'timestamp-micros'}}"));

        assertThat(Contract.of(documented)).isEqualTo(Contract.of(plain));
        assertThat(Contract.of(defaulted)).isNotEqualTo(Contract.of(plain));
        assertThat(Contract.of(logical)).isNotEqualTo(Contract.of(plain));
    }

    private static Schema parsed(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
