package io.undertone.job.runtime;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Undertone's own metrics of a step, apart from Flink's: in a group of their own, in Prometheus' spelling. A name says its unit, and a
 * count that it only rises. Each stands in docs/metrics.md.
 */
public final class Meters {
    /** Of the latest measurements, over which a histogram tells quantiles. */
    private static final int REMEMBERED = 1_000;

    private final MetricGroup group;

    private Meters(MetricGroup group) {
        this.group = group;
    }

    public static Meters of(MetricGroup step) {
        return new Meters(step.addGroup("undertone"));
    }

    /** Those that go by {@code value} of a label, which must be one of few. */
    public Meters of(String label, String value) {
        return new Meters(group.addGroup(label, value));
    }

    /** Counts for one thread. */
    public Counter counter(String name) {
        return group.counter(name + "_total", new SimpleCounter());
    }

    /** Counts for any thread. */
    public Counter sharedCounter(String name) {
        return group.counter(name + "_total", new ThreadSafeSimpleCounter());
    }

    /** One of several counts that differ by {@code value} of a label, which must be one of few: {@code name_by_label_total}. */
    public Counter counter(String name, String label, String value) {
        return by(name, label, value).counter("total", new SimpleCounter());
    }

    /** As {@link #counter(String, String, String)}, for any thread. */
    public Counter sharedCounter(String name, String label, String value) {
        return by(name, label, value).counter("total", new ThreadSafeSimpleCounter());
    }

    /** What somebody else counts. */
    public void total(String name, Gauge<? extends Number> counted) {
        group.gauge(name + "_total", counted);
    }

    /** As {@link #total(String, Gauge)}, one of several that differ by {@code value} of a label. */
    public void total(String name, String label, String value, Gauge<? extends Number> counted) {
        by(name, label, value).gauge("total", counted);
    }

    public void gauge(String name, Gauge<? extends Number> gauge) {
        group.gauge(name, gauge);
    }

    /** Of milliseconds, as Flink's histograms are of whole numbers. */
    public Histogram millis(String name) {
        return group.histogram(name + "_ms", new DescriptiveStatisticsHistogram(REMEMBERED));
    }

    private MetricGroup by(String name, String label, String value) {
        return group.addGroup(name + "_by").addGroup(label, value);
    }
}
