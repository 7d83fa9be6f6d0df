package io.undertone.job.postcall;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;

/**
 * A call with its utterances.
 *
 * @param complete false when utterances were missing after all patience
 */
public record GatheredCall(EndedCallFacts ended, List<UtteranceFacts> utterances, boolean complete) {}
