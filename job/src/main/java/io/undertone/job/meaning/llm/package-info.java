/** An analyst that is a language model behind an OpenAI-compatible endpoint. What was said is data to it, and so is its answer to us. */
@NullMarked
package io.undertone.job.meaning.llm;

import org.jspecify.annotations.NullMarked;
