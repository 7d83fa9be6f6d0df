package io.undertone.job.meaning;

import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.PartMeaning;
import io.undertone.udfs.meaning.TopicBook;
import io.undertone.udfs.meaning.TopicsUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics of a stage's parts. Without its book no topic is known and each stays as it was written, which is counted. */
final class TenantTopics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TenantTopics.class);

    private final TopicBook book;
    private final AnalysisMetrics metrics;
    private volatile boolean away;

    TenantTopics(TopicBook book, AnalysisMetrics metrics) {
        this.book = book;
        this.metrics = metrics;
    }

    List<String> known(AnalysisPart part) {
        try {
            return book.known(part.tenantId);
        } catch (TopicsUnavailableException e) {
            noteAway(e);
            return List.of();
        }
    }

    /** Puts the topic under the tenant's name for it. */
    void settle(AnalysisPart part, PartMeaning meaning) {
        if (meaning.topic == null) {
            return;
        }
        try {
            meaning.topic = book.settle(part.tenantId, meaning.topic);
            noteBack();
        } catch (TopicsUnavailableException e) {
            noteAway(e);
        }
    }

    @Override
    public void close() {
        book.close();
    }

    /** One line when topics go away and one when they are back, however many calls ask between. */
    private void noteAway(TopicsUnavailableException e) {
        metrics.topicsWereUnavailable();
        if (!away) {
            away = true;
            LOG.warn("topics are kept as they were written: {}", e.getMessage());
        }
    }

    private void noteBack() {
        if (away) {
            away = false;
            LOG.info("topics go by their tenants' names again");
        }
    }
}
