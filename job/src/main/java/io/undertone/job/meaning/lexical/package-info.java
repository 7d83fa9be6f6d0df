/** The lexical analyst's embeddings: a small network that lies in the jar. */
@NullMarked
package io.undertone.job.meaning.lexical;

import org.jspecify.annotations.NullMarked;
