/** The commands that need no run, and what all commands share: configuration, wrong use, the project's root. */
@NullMarked
package io.undertone.local.command;

import org.jspecify.annotations.NullMarked;
