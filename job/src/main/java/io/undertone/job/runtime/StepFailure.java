package io.undertone.job.runtime;

import io.undertone.udfs.call.RecordOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * A bug on its way out of a step: says in which step, on which call and at which record, so that the call can be put aside before
 * anybody has read a stack trace. It costs nothing where nothing fails.
 */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** More would only make the line longer: one of a batch is to blame, and the next try has other company. */
    private static final int MOST_NAMED = 8;

    private StepFailure(String message, Exception bug) {
        super(message, bug);
    }

    /** What to throw for {@code bug}, which {@code step} met in working on {@code element}. */
    public static Exception in(Step step, Keyed element, Exception bug) {
        return in(step, element.key(), element.origin(), bug);
    }

    /** What to throw for {@code bug}, which {@code step} met on {@code call}; without a record, a deadline had brought it to work. */
    public static Exception in(Step step, String call, @Nullable RecordOrigin origin, Exception bug) {
        return named(bug) ? bug : new StepFailure(blame(step, bug) + " failed on " + place(call, origin), bug);
    }

    /** What to throw for {@code bug}, which a source met in reading the record at {@code origin}. */
    public static StepFailure reading(Step step, String call, RecordOrigin origin, RuntimeException bug) {
        return new StepFailure(step.uid() + " failed on " + place(call, origin), bug);
    }

    /** What to throw for {@code bug}, which {@code step} met in working on all {@code elements} at once. */
    public static Exception amid(Step step, List<? extends Keyed> elements, Exception bug) {
        if (named(bug)) {
            return bug;
        }
        Map<String, String> calls = new LinkedHashMap<>();
        elements.forEach(element -> calls.putIfAbsent(element.key(), place(element.key(), element.origin())));
        String named = calls.values().stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        int others = Math.max(0, calls.size() - MOST_NAMED);
        return new StepFailure(
                "%s failed on one of %d calls: %s%s"
                        .formatted(
                                blame(step, bug), calls.size(), named, others == 0 ? "" : "; and " + others + " more"),
                bug);
    }

    /** A step further on in the chain has said it already, and knows better. */
    private static boolean named(Exception bug) {
        return ExceptionUtils.findThrowable(bug, StepFailure.class).isPresent();
    }

    /** A sink or a converter further on in the chain fails in the call of the step before it. */
    private static String blame(Step step, Exception bug) {
        return (bug instanceof ExceptionInChainedOperatorException ? "a step behind " : "") + step.uid();
    }

    private static String place(String call, @Nullable RecordOrigin origin) {
        return origin == null
                ? "call %s when a deadline passed".formatted(call)
                : "call %s at %s, partition %d, offset %d"
                        .formatted(call, origin.topic, origin.partition, origin.offset);
    }
}
