package io.undertone.job.runtime;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A step without state; what comes out has gone through the serializers of the job. */
public final class FunctionHarness<I, O> implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<I, O> operator;

    public FunctionHarness(ProcessFunction<I, O> function, TypeInformation<O> out) throws Exception {
        operator = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(function));
        operator.setup(out.createSerializer(new SerializerConfigImpl()));
        operator.open();
    }

    public void take(I element) throws Exception {
        operator.processElement(element, 0);
    }

    public List<O> output() {
        return operator.extractOutputValues();
    }

    public <X> List<X> output(OutputTag<X> tag) {
        List<X> values = new ArrayList<>();
        var side = operator.getSideOutput(tag);
        if (side != null) {
            side.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    @Override
    public void close() {
        try {
            operator.close();
        } catch (Exception e) {
            throw new IllegalStateException("the step did not close", e);
        }
    }
}
