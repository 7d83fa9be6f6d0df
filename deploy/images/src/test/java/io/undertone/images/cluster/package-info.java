/** The shipped jar in a cluster of processes that are started as the image starts them. */
@NullMarked
package io.undertone.images.cluster;

import org.jspecify.annotations.NullMarked;
