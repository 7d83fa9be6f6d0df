package io.undertone.local.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A dashboard of Grafana. */
record Dashboard(String name, JsonNode json) {
    /** What a panel asks. */
    record Question(String panel, String datasource, String text) {
        @Override
        public String toString() {
            return panel;
        }
    }

    /** Of metrics. */
    static Dashboard operators() {
        return read("operators");
    }

    /** Of rows. */
    static Dashboard analysts() {
        return read("analysts");
    }

    static Dashboard read(String name) {
        try {
            String path = "deploy/observability/grafana/dashboards/%s.json".formatted(name);
            return new Dashboard(name, new JsonMapper().readTree(new ProjectFile(path).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all panels; a row has none. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : json.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                JsonNode text = target.has("expr") ? target.get("expr") : target.get("rawSql");
                questions.add(new Question(
                        panel.get("title").asText(),
                        target.at("/datasource/uid").asText(),
                        text.asText()));
            }
        }
        return questions;
    }

    /** With the dashboard's variables set to all that there is. */
    List<PromQl> queries() {
        return questions().stream()
                .map(question -> PromQl.parse(question.text().replace("\"$leg\"", "\".*\"")))
                .toList();
    }
}
