package io.undertone.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;

/** What of a graph is part of every savepoint: uids, how elements travel between them, and what runs in one chain. */
final class Topology {
    private final StreamGraph graph;
    private final List<JobVertex> vertices;
    /** In which of the vertices a uid runs. */
    private final Map<String, Integer> chains = new HashMap<>();

    Topology(StreamGraph graph) {
        this.graph = graph;
        this.vertices = graph.getJobGraph().getVerticesSortedTopologicallyFromSources();
        for (int chain = 0; chain < vertices.size(); chain++) {
            for (var operator : vertices.get(chain).getOperatorIDs()) {
                chains.put(Objects.requireNonNull(operator.getUserDefinedOperatorUid()), chain);
            }
        }
    }

    List<String> uids() {
        return graph.getStreamNodes().stream().map(Topology::uid).toList();
    }

    List<JobVertex> vertices() {
        return vertices;
    }

    /** Edges that declare calls to be where they are, though a rescale may move them: see {@code Keyed.sameCall}. */
    List<String> brokenSameCalls() {
        return edges().stream()
                .filter(edge -> target(edge).getStateKeySerializer() != null)
                .filter(edge -> edge.getPartitioner() instanceof ForwardPartitioner)
                .filter(edge -> chain(edge.getSourceId()) != chain(edge.getTargetId())
                        || source(edge).getOperatorFactory() instanceof AsyncWaitOperatorFactory)
                .map(edge -> uid(source(edge)) + " -> " + uid(target(edge)))
                .toList();
    }

    /** One line an edge, in a form whose changes a reviewer can read. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int chain = 0; chain < vertices.size(); chain++) {
            int current = chain;
            lines.add("chain of " + head(current));
            edges().stream()
                    .filter(edge -> chain(edge.getSourceId()) == current)
                    .map(this::line)
                    .distinct()
                    .sorted()
                    .forEach(lines::add);
        }
        return String.join("\n", lines) + "\n";
    }

    private String head(int chain) {
        return graph.getStreamNodes().stream()
                .filter(node -> chain(node.getId()) == chain)
                .filter(node -> node.getInEdges().stream().allMatch(edge -> chain(edge.getSourceId()) != chain))
                .map(Topology::uid)
                .collect(Collectors.joining(", "));
    }

    private String line(StreamEdge edge) {
        boolean chained = chain(edge.getSourceId()) == chain(edge.getTargetId());
        String side =
                edge.getOutputTag() == null ? "" : " (" + edge.getOutputTag().getId() + ")";
        return "    %s%s -> %s: %s%s"
                .formatted(
                        uid(source(edge)), side, uid(target(edge)), edge.getPartitioner(), chained ? ", chained" : "");
    }

    private List<StreamEdge> edges() {
        return graph.getStreamNodes().stream()
                .sorted(Comparator.comparing(Topology::uid))
                .map(StreamNode::getOutEdges)
                .flatMap(Collection::stream)
                .toList();
    }

    private int chain(int node) {
        return Objects.requireNonNull(chains.get(uid(graph.getStreamNode(node))));
    }

    private StreamNode source(StreamEdge edge) {
        return graph.getStreamNode(edge.getSourceId());
    }

    private StreamNode target(StreamEdge edge) {
        return graph.getStreamNode(edge.getTargetId());
    }

    private static String uid(StreamNode node) {
        return Objects.requireNonNull(node.getTransformationUID(), () -> node.getOperatorName() + " has no uid");
    }
}
