package io.undertone.udfs.meaning.lexical;

import java.nio.file.Path;

/** The lexicons that {@code models/fetch} put beside the models. */
final class Fetched {
    static final Lexicons LEXICONS = Lexicons.load(Path.of(System.getProperty("undertone.root"), "models/.cache"));

    private Fetched() {}
}
