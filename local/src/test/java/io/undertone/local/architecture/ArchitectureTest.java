package io.undertone.local.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.undertone", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule udfs_are_plain_java = Rules.UDFS_ARE_PLAIN_JAVA;

    @ArchTest
    static final ArchRule udfs_know_no_other_module = Rules.UDFS_KNOW_NO_OTHER_MODULE;

    @ArchTest
    static final ArchRule schemas_know_no_other_module = Rules.SCHEMAS_KNOW_NO_OTHER_MODULE;

    @ArchTest
    static final ArchRule the_job_knows_no_gateway_and_no_local_run = Rules.THE_JOB_KNOWS_NO_GATEWAY_AND_NO_LOCAL_RUN;

    @ArchTest
    static final ArchRule the_gateway_knows_no_job = Rules.THE_GATEWAY_KNOWS_NO_JOB;

    @ArchTest
    static final ArchRule decisions_read_no_wall_clock = Rules.DECISIONS_READ_NO_WALL_CLOCK;

    @ArchTest
    static final ArchRule chance_is_seeded = Rules.CHANCE_IS_SEEDED;
}
