package io.undertone.local.system;

/** Where the services of a run listen; 0 is any free port. */
public record Ports(int broker, int database, int web) {
    public static final Ports ANY = new Ports(Port.ANY, Port.ANY, Port.ANY);

    /** Before any service has started, which takes seconds. */
    void requireFree() {
        Port.claim(broker, "the broker");
        Port.claim(database, "PostgreSQL");
        Port.claim(web, "Flink's web page");
    }
}
