/** Models as files: what a card says of one, and where its weights come from. Nothing is run here. */
@NullMarked
package io.undertone.udfs.model;

import org.jspecify.annotations.NullMarked;
