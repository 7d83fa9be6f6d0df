/** Tests of the analyst that is a language model. */
@NullMarked
package io.undertone.job.meaning.llm;

import org.jspecify.annotations.NullMarked;
