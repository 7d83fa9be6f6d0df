package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.conversation.Interval;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored piece of a call's audio, as a player would read it.
 *
 * @param span where its name says that it lies on the call's timeline
 */
@SuppressWarnings("ArrayRecordComponent") // Samples; nothing compares files.
record AudioFile(String legId, Interval span, short[] samples) {
    private static final Pattern NAME = Pattern.compile(".*/([^/]+)/(\\d+)-(\\d+)\\.wav");

    static AudioFile read(String uri) throws IOException {
        return read(Path.of(URI.create(uri)));
    }

    static AudioFile read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        var span = new Interval(Long.parseLong(name.group(2)), Long.parseLong(name.group(3)));
        Recording recording = WavReader.read(file);
        assertThat(recording.sampleRateHz()).isEqualTo(8_000);
        assertThat(recording.encoding()).isEqualTo("PCMU");
        assertThat(recording.channels()).hasDimensions(1, (int) span.samples());
        return new AudioFile(name.group(1), span, recording.channels()[0]);
    }
}
