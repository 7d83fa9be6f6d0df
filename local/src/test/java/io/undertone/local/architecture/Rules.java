package io.undertone.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** What the build cannot say in poms: who may know whom, and where time and chance come from. */
final class Rules {
    private static final String UDFS = "io.undertone.udfs..";
    private static final String SCHEMAS = "io.undertone.schemas..";
    private static final String RECORDS = "io.undertone.schema..";
    private static final String JOB = "io.undertone.job..";
    private static final String LIVE = "io.undertone.job.live..";
    private static final String GATEWAY = "io.undertone.gateway..";
    private static final String LOCAL = "io.undertone.local..";

    static final ArchRule UDFS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage(UDFS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.iceberg..", SCHEMAS, RECORDS)
            .because("a decision must be testable without a cluster");

    static final ArchRule UDFS_KNOW_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(UDFS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JOB, GATEWAY, LOCAL);

    static final ArchRule SCHEMAS_KNOW_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAnyPackage(SCHEMAS, RECORDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(UDFS, JOB, GATEWAY, LOCAL);

    static final ArchRule THE_JOB_KNOWS_NO_GATEWAY_AND_NO_LOCAL_RUN = noClasses()
            .that()
            .resideInAPackage(JOB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GATEWAY, LOCAL);

    static final ArchRule THE_GATEWAY_KNOWS_NO_JOB = noClasses()
            .that()
            .resideInAPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JOB, LOCAL);

    static final ArchRule DECISIONS_READ_NO_WALL_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(UDFS, LIVE)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a replay must decide the same");

    static final ArchRule CHANCE_IS_SEEDED = noClasses()
            .that()
            .resideInAPackage("io.undertone..")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .because("what cannot be repeated cannot be tested");

    private Rules() {}
}
