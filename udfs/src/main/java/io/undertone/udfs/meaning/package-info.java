/** What was meant in a call: its dialogue in parts, what analysts answer about them, and one meaning of them all. */
@NullMarked
package io.undertone.udfs.meaning;

import org.jspecify.annotations.NullMarked;
