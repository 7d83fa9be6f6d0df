package io.undertone.job.postcall;

import io.undertone.job.audio.Erasing;
import io.undertone.udfs.speech.Erasure;

/** The audio of a part of a call whose time has come. A POJO: it is the input of an asynchronous stage. */
public class DueAudio implements Erasing<DueAudio> {
    /** Of the part. */
    public String key = "";

    public Erasure erasure = new Erasure();

    public DueAudio() {}

    DueAudio(String key, Erasure erasure) {
        this.key = key;
        this.erasure = erasure;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Erasure erasure() {
        return erasure;
    }

    @Override
    public DueAudio erased() {
        return new DueAudio(key, Erasure.carriedOut());
    }

    @Override
    public boolean isErased() {
        return erasure.done;
    }
}
