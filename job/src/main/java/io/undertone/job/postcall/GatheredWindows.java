package io.undertone.job.postcall;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.call.GatherState;
import io.undertone.udfs.moods.WindowFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.MapState;

/**
 * The emotion windows of the current part, until its call is over: only then is it certain that they may be kept.
 *
 * <p>Owned state: {@code windows}, by name. Lifecycle: a window stays until the call is handed on or its header takes it back.
 * Constraint: {@link GatherState#windows} counts what lies here.
 */
record GatheredWindows(MapState<String, WindowFacts> windows, GatherRules rules) {
    /** A repeat changes nothing, and neither does a window that the header does not let be kept. */
    void add(GatherState call, WindowFacts window) throws Exception {
        if (rules.keepsWindow(call, window.legId, window.number) && !windows.contains(window.name())) {
            windows.put(window.name(), window);
            call.countWindow(window.legId, 1);
        }
    }

    /** The header came: lets go of what it takes back, and of numbers beyond its own, which a run left that was not the last. */
    void keepWhatMayBe(GatherState call) throws Exception {
        List<WindowFacts> takenBack = new ArrayList<>();
        for (WindowFacts window : windows.values()) {
            if (!rules.keepsWindow(call, window.legId, window.number)) {
                takenBack.add(window);
            }
        }
        // By name, and not through an iterator, which would leave an empty map behind.
        for (WindowFacts window : takenBack) {
            windows.remove(window.name());
            call.countWindow(window.legId, -1);
        }
    }

    /** All of them, by leg and number, and none is left. */
    List<WindowFacts> takeAll() throws Exception {
        List<WindowFacts> ordered = new ArrayList<>();
        windows.values().forEach(ordered::add);
        ordered.sort(Comparator.<WindowFacts, String>comparing(window -> window.legId)
                .thenComparingInt(window -> window.number));
        windows.clear();
        return ordered;
    }

    void clear() {
        windows.clear();
    }

    /** A call goes on without some of its windows: which it was to have, and which it has. */
    static void rememberPartial(GatherState call, EndedCallFacts ended, List<WindowFacts> there) {
        ended.legs.forEach(leg -> call.lastWindows.put(leg.legId, ended.keptWindows(leg.legId)));
        there.forEach(window -> call.remember(window.name(), 0));
    }
}
