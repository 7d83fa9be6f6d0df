/**
 * What a transcript must not keep: numbers of cards, codes, addresses and names by which a person is known, as they are written and
 * as they are spoken. Hand-written readers in place of regular expressions: their time is linear in the text, whatever the text.
 */
@NullMarked
package io.undertone.udfs.redaction;

import org.jspecify.annotations.NullMarked;
