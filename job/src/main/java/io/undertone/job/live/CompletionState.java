package io.undertone.job.live;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of one part of a call is not complete yet. A POJO: keyed state. */
public class CompletionState {
    /** Answers that no utterance has claimed yet, by uri: whether the piece was stored. */
    public Map<String, Boolean> answers = new HashMap<>();
    /** The last answers that were claimed, newest last. */
    public List<ClaimedPiece> claimed = new ArrayList<>();
    /** Utterances whose pieces are not all answered. */
    public List<UtteranceFacts> waiting = new ArrayList<>();

    /** Records, later versions included. */
    public int completed;
    /** Erasures that were carried out, and how many the end announces. */
    public int erased;

    public int erasures;
    /** Null while the call goes on. */
    public @Nullable EndedCallFacts ended;

    public CompletionState() {}
}
