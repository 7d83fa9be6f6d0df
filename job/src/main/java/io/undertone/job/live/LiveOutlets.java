package io.undertone.job.live;

import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;

/** What the live leg writes to. */
public record LiveOutlets(
        Outlet<Alert> alerts,
        Outlet<Insight> insights,
        Outlet<VoiceprintQuestion> voiceprintRequests,
        Outlet<CallProduct> utterances,
        Outlet<CallProduct> endedCalls,
        Outlet<Rejected> deadLetters) {}
