package io.undertone.job.voices;

import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;

/** Where the voices leg's results go. */
public record VoicesOutlets(
        Outlet<KeptVoice> voiceprints,
        Outlet<EnrolmentResult> results,
        Outlet<VoiceAnswer> answers,
        Outlet<Rejected> deadLetters) {}
