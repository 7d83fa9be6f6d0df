package io.undertone.gateway;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Files that make a call: a recording of the whole, or of one leg or both.
 *
 * @param name what the files' names have in common
 * @param files by key: {@code agent}, {@code customer}, or {@link #WHOLE}
 */
record WatchedCall(String name, SortedMap<String, HashedFile> files) {
    /** A recording of everybody, in one channel or, the customer left and the agent right, in two. */
    static final String WHOLE = "whole";

    private static final int DIGITS = 12;

    /** The same for the same names and contents, whenever and wherever they are found. */
    String id() {
        List<String> hashes = all().stream().map(HashedFile::sha256).toList();
        String hash = hashes.size() == 1 ? hashes.get(0) : Sha256.of(String.join(" ", hashes));
        return name + '-' + hash.substring(0, DIGITS);
    }

    Collection<HashedFile> all() {
        return files.values();
    }

    /** The files' names, for people. */
    String fileNames() {
        return all().stream().map(HashedFile::name).collect(Collectors.joining(", "));
    }
}
