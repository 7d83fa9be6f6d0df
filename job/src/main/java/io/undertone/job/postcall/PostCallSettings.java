package io.undertone.job.postcall;

import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.conversation.SilenceSettings;

/** What the post-call graph is built with. */
public record PostCallSettings(GatherRules gathering, Patience patience, SilenceSettings silence) {}
