package io.undertone.job.words;

import java.io.Serializable;

/** How to come by a transcriber where the stage runs: the recipe is shipped, never the transcriber. */
public interface TranscriberSource extends Serializable {
    Transcriber open();
}
