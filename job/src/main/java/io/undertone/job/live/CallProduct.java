package io.undertone.job.live;

import io.undertone.job.audio.Erasing;
import io.undertone.job.runtime.Seldom;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.moods.SpokenSecond;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.Voiceprint;
import io.undertone.udfs.voices.VoiceWindow;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the chain of a call: a piece of audio to be stored or to be erased, or one of its numbered items: changed facts, a
 * second, an utterance, a window of a voice, speech, the word that a piece was cut or that media is taken back, the end. Further on, spoken seconds. Beside them, a
 * voiceprint that was asked for, and what somebody says of an alert. Exactly one is there; none in the word that the call is put aside. A POJO: it is the input of asynchronous
 * stages, may wait in state, and so is part of checkpoints.
 */
public class CallProduct implements Erasing<CallProduct> {
    /** Of what has no place in the order of items. */
    static final long UNORDERED = -1;

    public CallId id = new CallId();
    /** Of the record that brought it about; null when a deadline did. */
    @TypeInfo(Seldom.class)
    public @Nullable RecordOrigin origin;
    /** Of the part's items, from 0: they part ways in asynchronous stages and are put in order again by it. */
    public long number = UNORDERED;

    /** Samples of the piece or of the window of either kind, G.711 μ-law; null once they are stored, heard or given up. */
    public byte @Nullable [] muLaw;

    @TypeInfo(Seldom.class)
    public @Nullable PieceFacts piece;

    @TypeInfo(Seldom.class)
    public @Nullable CallFacts facts;

    @TypeInfo(Seldom.class)
    public @Nullable Insight insight;

    @TypeInfo(Seldom.class)
    public @Nullable UtteranceFacts utterance;

    @TypeInfo(Seldom.class)
    public @Nullable VoiceWindow window;
    /** Of the window's voice; null before it is asked for, and where the question failed. */
    public float @Nullable [] embedding;

    @TypeInfo(Seldom.class)
    public @Nullable SpeechBlock speech;

    @TypeInfo(Seldom.class)
    public @Nullable SpokenSecond second;
    /** Of the second's emotion window, in the order of the model's labels; null before it is asked, and where it had no answer. */
    public float @Nullable [] scores;
    /** Why there is no answer. */
    public @Nullable String failure;

    @TypeInfo(Seldom.class)
    public @Nullable Voiceprint voiceprint;

    @TypeInfo(Seldom.class)
    public @Nullable AlertAnswer answer;

    @TypeInfo(Seldom.class)
    public @Nullable Recall recall;

    /** To be carried out, or carried out. Behind all pieces whose numbers are below its own. */
    @TypeInfo(Seldom.class)
    public @Nullable Erasure erasure;

    @TypeInfo(Seldom.class)
    public @Nullable EndedCallFacts ended;
    /** Of an end, and of the word that no erasure comes any more: how many were ordered in the part. */
    public int erasures;

    public CallProduct() {}

    private CallProduct(CallId id, @Nullable RecordOrigin origin, long number) {
        this.id = id;
        this.origin = origin;
        this.number = number;
    }

    /** The word that a piece was cut, for who refers to it. */
    static CallProduct piece(CallId id, @Nullable RecordOrigin origin, long number, PieceFacts piece) {
        var product = new CallProduct(id, origin, number);
        product.piece = piece;
        return product;
    }

    static CallProduct piece(CallId id, @Nullable RecordOrigin origin, PieceFacts piece, byte @Nullable [] muLaw) {
        var product = new CallProduct(id, origin, UNORDERED);
        product.piece = piece;
        product.muLaw = muLaw;
        return product;
    }

    static CallProduct facts(CallId id, @Nullable RecordOrigin origin, long number, CallFacts facts) {
        var product = new CallProduct(id, origin, number);
        product.facts = facts;
        return product;
    }

    static CallProduct insight(@Nullable RecordOrigin origin, long number, Insight insight) {
        var product = new CallProduct(insight.id, origin, number);
        product.insight = insight;
        return product;
    }

    static CallProduct utterance(CallId id, @Nullable RecordOrigin origin, long number, UtteranceFacts utterance) {
        var product = new CallProduct(id, origin, number);
        product.utterance = utterance;
        return product;
    }

    static CallProduct window(CallId id, @Nullable RecordOrigin origin, long number, VoiceWindow window, byte[] muLaw) {
        var product = new CallProduct(id, origin, number);
        product.window = window;
        product.muLaw = muLaw;
        return product;
    }

    /** One whose speaker is known, as far as it ever will be: no order is needed any more. */
    static CallProduct utterance(CallId id, @Nullable RecordOrigin origin, UtteranceFacts utterance) {
        return utterance(id, origin, UNORDERED, utterance);
    }

    static CallProduct ended(CallId id, @Nullable RecordOrigin origin, EndedCallFacts ended) {
        return ended(id, origin, UNORDERED, ended);
    }

    static CallProduct ended(CallId id, @Nullable RecordOrigin origin, long number, EndedCallFacts ended) {
        var product = new CallProduct(id, origin, number);
        product.ended = ended;
        return product;
    }

    static CallProduct speech(CallId id, @Nullable RecordOrigin origin, long number, SpeechBlock speech) {
        var product = new CallProduct(id, origin, number);
        product.speech = speech;
        return product;
    }

    static CallProduct second(
            CallId id, @Nullable RecordOrigin origin, long number, SpokenSecond second, byte @Nullable [] muLaw) {
        var product = new CallProduct(id, origin, number);
        product.second = second;
        product.muLaw = muLaw;
        return product;
    }

    static CallProduct answer(CallId id, RecordOrigin origin, AlertAnswer answer) {
        var product = new CallProduct(id, origin, UNORDERED);
        product.answer = answer;
        return product;
    }

    static CallProduct recall(CallId id, @Nullable RecordOrigin origin, long number, Recall recall) {
        var product = new CallProduct(id, origin, number);
        product.recall = recall;
        return product;
    }

    static CallProduct erasure(CallId id, @Nullable RecordOrigin origin, long number, Erasure erasure) {
        var product = new CallProduct(id, origin, number);
        product.erasure = erasure;
        return product;
    }

    /** The word that the call is put aside: nothing of it goes on. */
    static CallProduct aside(CallId id, @Nullable RecordOrigin origin) {
        return new CallProduct(id, origin, UNORDERED);
    }

    /** The same item in another order. */
    CallProduct numbered(long place) {
        number = place;
        return this;
    }

    /** The same piece without its samples: it is lost. Everything else is as it was. */
    CallProduct unwritten() {
        muLaw = null;
        return this;
    }

    /** The same second without the samples of its window, and with what the model said of it. */
    CallProduct judged(float @Nullable [] answer, @Nullable String why) {
        CallProduct product =
                second(id, origin, number, Objects.requireNonNull(second, "only seconds are judged"), null);
        product.scores = answer;
        product.failure = why;
        return product;
    }

    /** The same window without its samples, and with what the model said; null where it said nothing. */
    CallProduct heard(float @Nullable [] voice) {
        var product = new CallProduct(id, origin, number);
        product.window = window;
        product.embedding = voice;
        return product;
    }

    @Override
    public Erasure erasure() {
        return Objects.requireNonNull(erasure, "this is no erasure");
    }

    @Override
    public CallProduct erased() {
        return erasure(id, origin, number, Erasure.carriedOut());
    }

    @Override
    public boolean isErased() {
        return erasure().done;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }

    @Override
    public String key() {
        return id.key();
    }
}
