package io.undertone.local.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus reads at one time: its text format 0.0.4, of which values and times are left out. */
public final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? \\S+( \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\w+)");

    private final Map<String, List<Map<String, String>>> samples = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private Scrape(String page) {
        page.lines().forEach(this::read);
    }

    /**
     * Reads what is shown now.
     *
     * @param pages those of all that are scraped
     */
    public static Scrape of(URI... pages) throws IOException, InterruptedException {
        var all = new StringBuilder();
        for (URI page : pages) {
            var request = HttpRequest.newBuilder(page).build();
            all.append(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body());
        }
        return new Scrape(all.toString());
    }

    static Scrape parse(String page) {
        return new Scrape(page);
    }

    /** Whether there is a metric whose name ends so. */
    public boolean shows(String ending) {
        return types.keySet().stream().anyMatch(metric -> metric.endsWith(ending));
    }

    /** Names of metrics: a summary or a histogram is one. */
    Set<String> metrics() {
        return types.keySet();
    }

    String type(String metric) {
        return Objects.requireNonNull(types.get(metric), metric);
    }

    /** Labels of any sample of a metric. */
    Set<String> labels(String metric) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().equals(metric)
                        || (sample.getKey().startsWith(metric + "_") && !types.containsKey(sample.getKey())))
                .flatMap(sample -> sample.getValue().stream())
                .flatMap(labels -> labels.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a sample of that name has labels that are {@code wanted}. */
    boolean has(String name, Predicate<Map<String, String>> wanted) {
        return samples.getOrDefault(name, List.of()).stream().anyMatch(wanted);
    }

    private void read(String line) {
        Matcher type = TYPE.matcher(line);
        if (type.matches()) {
            types.put(type.group(1), type.group(2));
        }
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        String labels = sample.group(2) == null ? "" : sample.group(2);
        samples.computeIfAbsent(sample.group(1), name -> new ArrayList<>())
                .add(LABEL.matcher(labels)
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2))));
    }
}
