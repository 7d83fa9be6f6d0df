package io.undertone.gateway;

/** Hears about once a second how far publishing has come. Called by the publishing thread: it should return soon. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = tally -> {};

    void at(PublishTally tally);
}
