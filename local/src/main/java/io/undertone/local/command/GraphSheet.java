package io.undertone.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** A graph, step by step in the order of its records. */
final class GraphSheet {
    private GraphSheet() {}

    static List<String> of(StreamGraph graph) throws Exception {
        var lines = new ArrayList<String>();
        for (StreamNode step : graph.getStreamNodesSortedTopologicallyFromSources()) {
            lines.add("%s ×%d".formatted(uid(step), step.getParallelism()));
            for (StreamEdge edge : step.getOutEdges()) {
                lines.add("    %s → %s".formatted(how(edge), uid(graph.getTargetVertex(edge))));
            }
        }
        return lines;
    }

    private static String uid(StreamNode step) {
        return Objects.requireNonNullElse(step.getTransformationUID(), "#" + step.getId());
    }

    /** The partitioner, and the side output where the records come from one. */
    private static String how(StreamEdge edge) {
        String partitioner = edge.getPartitioner().toString().toLowerCase(Locale.ROOT);
        return edge.getOutputTag() == null
                ? partitioner
                : "%s (%s)".formatted(partitioner, edge.getOutputTag().getId());
    }
}
