/** What the images are made of, and the shipped jar in a cluster of processes that is put together as they are. */
@NullMarked
package io.undertone.images;

import org.jspecify.annotations.NullMarked;
