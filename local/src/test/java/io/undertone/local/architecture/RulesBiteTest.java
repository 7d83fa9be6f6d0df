package io.undertone.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.undertone.gateway.fixture.GatewayThatKnowsTheJob;
import io.undertone.job.fixture.JobThatKnowsTheGateway;
import io.undertone.schemas.fixture.SchemaThatKnowsUdfs;
import io.undertone.udfs.fixture.UdfThatKnowsTooMuch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that matches nothing passes for ever: each meets a class that breaks it. */
class RulesBiteTest {
    @ParameterizedTest
    @MethodSource
    void each_rule_finds_the_class_that_breaks_it(ArchRule rule, Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender);
        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(offender.getSimpleName()));
    }

    static Stream<Arguments> each_rule_finds_the_class_that_breaks_it() {
        return Stream.of(
                Arguments.of(Rules.UDFS_ARE_PLAIN_JAVA, UdfThatKnowsTooMuch.class),
                Arguments.of(Rules.UDFS_KNOW_NO_OTHER_MODULE, UdfThatKnowsTooMuch.class),
                Arguments.of(Rules.DECISIONS_READ_NO_WALL_CLOCK, UdfThatKnowsTooMuch.class),
                Arguments.of(Rules.CHANCE_IS_SEEDED, UdfThatKnowsTooMuch.class),
                Arguments.of(Rules.SCHEMAS_KNOW_NO_OTHER_MODULE, SchemaThatKnowsUdfs.class),
                Arguments.of(Rules.THE_JOB_KNOWS_NO_GATEWAY_AND_NO_LOCAL_RUN, JobThatKnowsTheGateway.class),
                Arguments.of(Rules.THE_GATEWAY_KNOWS_NO_JOB, GatewayThatKnowsTheJob.class));
    }
}
