package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import java.util.HashMap;
import java.util.Map;

/** Speech of a leg that is gathered for emotion windows. A POJO: keyed state. */
public class LegMoods {
    /** Windows so far. */
    public int windows;
    /** By whoever says it: one role, but where everybody's mood may be read. */
    public Map<Role, RoleSpeech> speech = new HashMap<>();

    public LegMoods() {}
}
