package io.undertone.job.live;

import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;

/** Where the live leg's results go. */
public record LiveOutlets(
        Outlet<Insight> insights,
        Outlet<CallProduct> utterances,
        Outlet<CallProduct> endedCalls,
        Outlet<Rejected> deadLetters) {}
