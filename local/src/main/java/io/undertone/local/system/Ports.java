package io.undertone.local.system;

/**
 * Where the services of a run listen; 0 is any free port.
 *
 * @param metrics where Prometheus reads, from any host; {@link #NONE} for nowhere
 */
public record Ports(int broker, int database, int web, int metrics) {
    public static final int NONE = -1;
    public static final Ports ANY = new Ports(Port.ANY, Port.ANY, Port.ANY, NONE);

    /** These, and any free one for metrics. */
    public Ports withMetrics() {
        return new Ports(broker, database, web, Port.ANY);
    }

    /** Before any service has started, which takes seconds. */
    void requireFree() {
        Port.claim(broker, "the broker");
        Port.claim(database, "PostgreSQL");
        Port.claim(web, "Flink's web page");
        if (metrics != NONE) {
            Port.claim(metrics, "metrics");
        }
    }
}
