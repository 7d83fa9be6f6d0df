package io.undertone.local.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Apache ECharts as its Maven package brings it: a page takes it along, so that it needs no network. */
final class ChartLibrary {
    private static final String PACKAGE = "/META-INF/maven/org.webjars/echarts/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/echarts/%s/echarts.common.min.js";

    private ChartLibrary() {}

    static String script() throws IOException {
        var properties = new Properties();
        try (InputStream in = resource(PACKAGE)) {
            properties.load(in);
        }
        return text(SCRIPT.formatted(properties.getProperty("version")));
    }

    /** A text file on the class path. */
    static String text(String resource) throws IOException {
        try (InputStream in = resource(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = ChartLibrary.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("%s is missing from this program".formatted(name));
        }
        return in;
    }
}
