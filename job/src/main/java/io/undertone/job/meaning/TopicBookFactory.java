package io.undertone.job.meaning;

import io.undertone.udfs.meaning.TopicBook;
import java.io.Serializable;

/** The recipe of a book of topics: it travels with the job, the book's connection does not. */
public interface TopicBookFactory extends Serializable {
    TopicBook open();
}
