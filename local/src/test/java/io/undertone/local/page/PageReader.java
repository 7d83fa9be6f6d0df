package io.undertone.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data of a page as a browser would: up to the first end of a script. */
final class PageReader {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"call\">(.*?)</script", Pattern.DOTALL);

    private PageReader() {}

    static JsonNode data(Path file) throws IOException {
        Matcher data = DATA.matcher(Files.readString(file));
        assertThat(data.find()).as("data in %s", file).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }
}
