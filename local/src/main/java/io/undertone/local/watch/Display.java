package io.undertone.local.watch;

import java.util.List;

/** Where open calls are shown. */
interface Display extends AutoCloseable {
    /** Called once a second. */
    void show(List<OpenCall> open);

    /** Something that has just happened. */
    void say(String line);

    @Override
    void close();
}
