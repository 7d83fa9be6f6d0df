package io.undertone.job.postcall;

import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;

/** Where rows go, each to one store or several, and what is told of calls in topics. */
public record PostCallOutlets(
        Outlet<Call> calls,
        Outlet<Utterance> utterances,
        Outlet<Silence> silences,
        Outlet<EmotionWindow> windows,
        Outlet<AlertEvent> alerts,
        Outlet<FeedbackRow> verdicts,
        Outlet<CallAnalysis> analyses,
        Outlet<Rejected> deadLetters) {}
