package io.undertone.job.meaning.llm;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, of which not more are read than are wanted, whatever its length is said to be. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final int mostBytes;

    private Flow.@Nullable Subscription subscription;
    private long bytes;
    private boolean refused;

    private BoundedBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    static BodyHandler<byte[]> of(int mostBytes) {
        return response -> new BoundedBody(mostBytes);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes <= mostBytes) {
            whole.onNext(buffers);
        } else if (!refused && subscription != null) {
            refused = true;
            subscription.cancel();
            whole.onError(new ModelCallException(ModelFailure.TOO_LARGE));
        }
    }

    @Override
    public void onError(Throwable broken) {
        whole.onError(broken);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
