package io.undertone.local.erase;

import io.undertone.local.console.Grid;
import java.util.List;

/** The proof, for people. */
final class ErasureSheet {
    private ErasureSheet() {}

    static List<String> of(List<Finding> findings) {
        var grid = new Grid().row("where", "found", "removed", "left", "");
        for (Finding finding : findings) {
            grid.row(
                    finding.place(),
                    finding.found(),
                    finding.removed() == null ? "–" : finding.removed(),
                    finding.left(),
                    finding.note());
        }
        return grid.lines("");
    }
}
