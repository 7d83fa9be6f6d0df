package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Written;
import io.undertone.udfs.words.Pack;
import java.util.List;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The asynchronous stage as the job runs it, in Flink's harness. */
final class TranscribingStage {
    private TranscribingStage() {}

    static OneInputStreamOperatorTestHarness<Pack, TranscribedPack> of(WordsSettings settings, TranscriberSource source)
            throws Exception {
        var factory = new AsyncWaitOperatorFactory<>(
                new AskTranscriber(settings, source),
                0,
                TranscriptionServer.CAPACITY + TranscriptionServer.QUEUE,
                OutputMode.UNORDERED);
        var stage = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(Pack.class));
        stage.getExecutionConfig().enableObjectReuse();
        stage.setup(Written.serializer(TranscribedPack.class));
        return stage;
    }

    /** Does what comes of answers until there are so many replies. */
    static List<TranscribedPack> replies(OneInputStreamOperatorTestHarness<Pack, TranscribedPack> stage, int count)
            throws Exception {
        while (stage.getOutput().size() < count) {
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        }
        List<TranscribedPack> replies = stage.extractOutputValues();
        assertThat(replies).hasSize(count);
        return replies;
    }
}
