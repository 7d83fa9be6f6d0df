/** The configuration: a tree of records, bound from YAML, environment and settings; refused with the key's name. */
@NullMarked
package io.undertone.job.config;

import org.jspecify.annotations.NullMarked;
