package io.undertone.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses TCP ports of this machine's loopback interface. */
final class Port {
    /** Means: any that is free. */
    static final int ANY = 0;

    private Port() {}

    /** The port asked for, or a free one for {@link #ANY}; refuses one that somebody else holds. */
    static int claim(int wanted, String user) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // or a port that was in use a minute ago counts as taken
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("port %d for %s is in use".formatted(wanted, user), e);
        }
    }
}
