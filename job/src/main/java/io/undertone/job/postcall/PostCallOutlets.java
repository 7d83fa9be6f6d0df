package io.undertone.job.postcall;

import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;

/** Where rows go: each outlet may be several stores. */
public record PostCallOutlets(
        Outlet<Call> calls,
        Outlet<Utterance> utterances,
        Outlet<Silence> silences,
        Outlet<EmotionWindow> windows,
        Outlet<AlertEvent> alerts,
        Outlet<FeedbackRow> verdicts,
        Outlet<Rejected> deadLetters) {}
