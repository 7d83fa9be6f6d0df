package io.undertone.job.words;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.words.InventedWords;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.SiftedTranscript;
import io.undertone.udfs.words.TextStatus;
import io.undertone.udfs.words.Transcript;
import io.undertone.udfs.words.UtteranceWords;
import io.undertone.udfs.words.WordsByUtterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack and what the transcriber said to it. A POJO: it is kept until all packs of its call are answered. */
public class TranscribedPack implements Keyed {
    public Pack pack = new Pack();
    public @Nullable Transcript transcript;
    /** Null if there is a transcript. */
    public @Nullable WordsFailure failure;
    /** Numbers of the utterances of which not all could be heard. */
    public List<Integer> incomplete = new ArrayList<>();
    /** The model that was asked. */
    public String model = "";

    public int requests;
    /** From the question to the answer. */
    public long millis;

    public TranscribedPack() {}

    TranscribedPack(Pack pack, String model, Collection<Integer> incomplete, Transcription answer, long millis) {
        this.pack = pack;
        this.model = model;
        this.incomplete = new ArrayList<>(incomplete);
        this.transcript = answer.transcript();
        this.failure = answer.failure();
        this.requests = answer.requests();
        this.millis = millis;
    }

    /** Of a call that is put aside. */
    static TranscribedPack notAsked(Pack pack) {
        return new TranscribedPack(pack, "", List.of(), Transcription.failed(WordsFailure.TIMEOUT, 0), 0);
    }

    @Override
    public String key() {
        return pack.key;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return pack.origin;
    }

    /** What was said in each of its utterances, without what was invented: the same whenever it is asked for. */
    public List<UtteranceWords> words() {
        if (transcript == null) {
            return WordsByUtterance.without(
                    pack, failure == WordsFailure.NO_AUDIO ? TextStatus.NO_AUDIO : TextStatus.FAILED);
        }
        return WordsByUtterance.of(pack, sifted(transcript), incomplete);
    }

    /** Segments that nobody can have said. */
    public int invented() {
        return transcript == null ? 0 : sifted(transcript).invented().size();
    }

    private SiftedTranscript sifted(Transcript heard) {
        return InventedWords.sift(heard, (double) pack.samples() / Recording.TELEPHONE_HZ);
    }
}
