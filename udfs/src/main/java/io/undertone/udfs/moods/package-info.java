/** What is heard of somebody's mood, and when a person who could still save the call should know. */
@NullMarked
package io.undertone.udfs.moods;

import org.jspecify.annotations.NullMarked;
