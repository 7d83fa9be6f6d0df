package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.model.PackagedFile;

/** A word list of others, as its authors published it. */
public record Lexicon(String id, String version, String licence, PackagedFile file) {}
