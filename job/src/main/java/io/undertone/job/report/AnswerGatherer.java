package io.undertone.job.report;

import io.undertone.job.runtime.Keyed;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Holds a report until everything that was asked about it is answered; what answers is a stage that never leaves a question open, so
 * nothing here needs a timer. Report and answers come in any order.
 *
 * <p>Owned state: {@code report}, {@code answers} and how many these are, from the first that comes until the last.
 */
public abstract class AnswerGatherer<A extends Keyed>
        extends KeyedCoProcessFunction<String, CallReport, A, CallReport> {
    private final Step step;
    private final TypeInformation<A> answer;
    private Quarantine.Source source = Quarantine.NONE;

    private transient @Nullable ValueState<CallReport> reports;
    private transient @Nullable ListState<A> answers;
    private transient @Nullable ValueState<Integer> counts;
    private transient @Nullable Quarantine aside;

    protected AnswerGatherer(Step step, TypeInformation<A> answer) {
        this.step = step;
        this.answer = answer;
    }

    /** The same step, which leaves alone what {@code quarantine} puts aside. */
    public final AnswerGatherer<A> heeding(Quarantine.Source quarantine) {
        source = quarantine;
        return this;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        aside = source.open();
        reports = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("report", TypeInformation.of(CallReport.class)));
        answers = getRuntimeContext().getListState(new ListStateDescriptor<>("answers", answer));
        counts = getRuntimeContext().getState(new ValueStateDescriptor<>("answered", Integer.class));
    }

    @Override
    public void processElement1(CallReport report, Context ctx, Collector<CallReport> out) throws Exception {
        try {
            if (Opened.of(aside).holds(report)) {
                clear();
            } else {
                proceed(report, answered(), ctx, out);
            }
        } catch (Exception bug) {
            throw StepFailure.in(step, report, bug);
        }
    }

    @Override
    public void processElement2(A one, Context ctx, Collector<CallReport> out) throws Exception {
        try {
            if (Opened.of(aside).holds(one)) {
                clear();
            } else {
                take(one, ctx, out);
            }
        } catch (Exception bug) {
            throw StepFailure.in(step, one, bug);
        }
    }

    @Override
    public void close() throws Exception {
        if (aside != null) {
            aside.close();
        }
    }

    /** Adds what was answered to a report, and hands it on. */
    protected abstract void complete(CallReport report, List<A> answers, Context ctx, Collector<CallReport> out)
            throws Exception;

    private void take(A one, Context ctx, Collector<CallReport> out) throws Exception {
        Opened.of(answers).add(one);
        int answered = answered() + 1;
        CallReport report = Opened.of(reports).value();
        if (report == null) {
            Opened.of(counts).update(answered);
        } else {
            proceed(report, answered, ctx, out);
        }
    }

    private void proceed(CallReport report, int answered, Context ctx, Collector<CallReport> out) throws Exception {
        if (answered < report.asked) {
            Opened.of(reports).update(report);
            Opened.of(counts).update(answered);
            return;
        }
        List<A> all = new ArrayList<>();
        Opened.of(answers).get().forEach(all::add);
        clear();
        complete(report, all, ctx, out);
    }

    /** Also of a call that is put aside: every answer comes, and each finds this, so nothing stays behind the last. */
    private void clear() {
        Opened.of(reports).clear();
        Opened.of(answers).clear();
        Opened.of(counts).clear();
    }

    private int answered() throws Exception {
        Integer answered = Opened.of(counts).value();
        return answered == null ? 0 : answered;
    }
}
