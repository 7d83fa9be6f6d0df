package io.undertone.job.live;

import io.undertone.udfs.moods.Feedback;

/** What somebody says of an alert. A POJO. */
public class AlertAnswer {
    public String alertId = "";
    public Feedback verdict = Feedback.ACKNOWLEDGED;

    public AlertAnswer() {}
}
