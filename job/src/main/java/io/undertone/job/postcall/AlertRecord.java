package io.undertone.job.postcall;

import io.undertone.udfs.moods.AlertFacts;

/** One record of {@code frustration-events}, or what was wrong with it. */
public class AlertRecord extends ToldOnce {
    public AlertFacts alert = new AlertFacts();

    public AlertRecord() {}

    @Override
    String name() {
        return alert.eventId;
    }
}
