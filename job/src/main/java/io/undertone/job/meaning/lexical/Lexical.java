package io.undertone.job.meaning.lexical;

import io.undertone.job.meaning.AnalystFactory;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.lexical.LexicalAnalyst;
import io.undertone.udfs.meaning.lexical.Lexicons;
import java.nio.file.Path;
import org.apache.flink.metrics.MetricGroup;

/**
 * The recipe of the analyst that needs no service.
 *
 * @param cache where models of others are, and lexicons
 */
public record Lexical(String cache) implements AnalystFactory {
    @Override
    public void require() {
        Lexicons.load(Path.of(cache));
        MiniLm.open().close();
    }

    @Override
    public CallAnalyst create(MetricGroup metrics) {
        return new LexicalAnalyst(Lexicons.load(Path.of(cache)), MiniLm.open());
    }
}
