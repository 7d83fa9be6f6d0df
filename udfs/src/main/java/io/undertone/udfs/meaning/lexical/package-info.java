/** What a call meant, told by lists of words and sentence embeddings: no service is asked, English only. */
@NullMarked
package io.undertone.udfs.meaning.lexical;

import org.jspecify.annotations.NullMarked;
