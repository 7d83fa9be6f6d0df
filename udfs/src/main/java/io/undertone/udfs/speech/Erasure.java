package io.undertone.udfs.speech;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Audio of a part of a call that must not stay where it was stored. Carried out twice it is carried out once. A POJO: it waits in
 * state for the writes before it, and is the input of an asynchronous stage.
 */
public class Erasure {
    public static final long EVERYTHING = Long.MAX_VALUE;

    /** Of one leg. Those that begin at {@link #from} or behind are deleted; in the others what lies behind is silenced. */
    public List<PieceFacts> pieces = new ArrayList<>();

    public long from;
    /** All pieces in it that begin before {@link #until} are deleted; null if only those that are named are. */
    public @Nullable String directory;
    /** {@link #EVERYTHING} for whatever lies there, and the directory too. */
    public long until;
    /** It was carried out. */
    public boolean done;
    /** Of nothing: no other one comes behind it, and no piece. */
    public boolean last;

    public Erasure() {}

    /** Of pieces of a leg from a position on. */
    public static Erasure of(List<PieceFacts> pieces, long from) {
        var erasure = new Erasure();
        erasure.pieces = pieces;
        erasure.from = from;
        return erasure;
    }

    /** Of what a directory holds. */
    public static Erasure of(String directory, long until) {
        var erasure = new Erasure();
        erasure.directory = directory;
        erasure.until = until;
        return erasure;
    }

    /** The word that no other one comes, and no piece. */
    public static Erasure none() {
        var erasure = new Erasure();
        erasure.last = true;
        return erasure;
    }

    /** The word that one was carried out. */
    public static Erasure carriedOut() {
        var word = new Erasure();
        word.done = true;
        return word;
    }
}
