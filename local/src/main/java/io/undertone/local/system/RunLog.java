package io.undertone.local.system;

import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Where libraries and legs write their log: see {@code log4j2.properties}. */
public final class RunLog {
    private RunLog() {}

    /** From now on; libraries may have asked for a logger before the run had a directory. */
    public static void moveTo(Path file) {
        System.setProperty("undertone.log", file.toString());
        Configurator.reconfigure();
    }
}
