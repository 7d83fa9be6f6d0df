package io.undertone.job.postcall;

import io.undertone.job.report.ReportedAudio;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.AudioRetention;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceNames;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the audio of reported calls as long as the tenant has it kept, and then has all of it deleted.
 *
 * <p>Owned state: {@link KeptAudio}, from the first report on a part of a call until its timer.
 */
public final class AudioKeeper extends QuietOperator<ReportedAudio, DueAudio> {
    private final AudioKeeping keeping;

    private transient @Nullable ValueState<KeptAudio> audio;

    public AudioKeeper(AudioKeeping keeping, Patience patience) {
        super(Step.KEEP_AUDIO, patience);
        this.keeping = keeping;
    }

    @Override
    public void open() throws Exception {
        super.open();
        audio = getRuntimeContext().getState(new ValueStateDescriptor<>("kept", KeptAudio.class));
    }

    @Override
    protected Long take(ReportedAudio report, long nowMillis) throws Exception {
        KeptAudio kept = Opened.of(audio).value();
        Long due = kept == null ? null : Long.valueOf(kept.dueMillis);
        AudioRetention retention = keeping.of(report.id.tenantId);
        kept = new KeptAudio();
        kept.id = report.id;
        kept.dueMillis = retention.dueMillis(due, report.complete, nowMillis);
        Opened.of(audio).update(kept);
        return kept.dueMillis;
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        KeptAudio kept = Opened.of(audio).value();
        if (kept == null || nowMillis < kept.dueMillis) {
            return kept == null ? null : Long.valueOf(kept.dueMillis);
        }
        String directory = PieceNames.ofPart(keeping.directory(), kept.id);
        Opened.of(audio).clear();
        output.collect(new StreamRecord<>(
                new DueAudio(kept.id.key() + "|" + kept.id.partKey(), Erasure.of(directory, Erasure.EVERYTHING))));
        return null;
    }

    /** What is kept is deleted when it is due, whatever is thought of its call: this step heeds no quarantine. */
    @Override
    protected void leave(@Nullable ReportedAudio report) {
        throw new IllegalStateException("audio is not put aside");
    }

    @Override
    protected long recordMillis(ReportedAudio report) {
        return report.origin == null ? Long.MAX_VALUE : report.origin.recordMillis;
    }
}
