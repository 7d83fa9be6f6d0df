package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;

/** What is known of the mood of whoever has one role on a leg, whatever the number of that voice. Of fixed size. A POJO: keyed state. */
public class MoodTrack {
    public Role role = Role.UNKNOWN;

    public MoodTrack() {}
}
