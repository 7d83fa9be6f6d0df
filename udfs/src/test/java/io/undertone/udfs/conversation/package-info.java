@NullMarked
package io.undertone.udfs.conversation;

import org.jspecify.annotations.NullMarked;
