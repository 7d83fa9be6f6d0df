package io.undertone.gateway;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.Codec;
import io.undertone.schema.FrameType;
import io.undertone.udfs.audio.Recording;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One leg's stream, frame by frame: MEDIA, or PAUSED under an interruption, then one END_OF_STREAM.
 *
 * <p>Frames stand on one grid of whole frames, so an interruption pauses whole frames. Only the last is shorter, never
 * below 20 ms, the shortest that the contract allows: silence fills it up.
 */
final class LegTrack {
    private static final int SHORTEST_FRAME_SAMPLES = 20 * MediaTime.SAMPLES_PER_MILLI;
    private static final String GATEWAY_ID = "undertone-publish";

    private final CallScript script;
    private final LegRecording leg;
    private final Interruptions interruptions;
    private final String streamId;
    private int position;
    private long sequence;
    private boolean ended;

    LegTrack(CallScript script, LegRecording leg, Interruptions interruptions) {
        this.script = script;
        this.leg = leg;
        this.interruptions = interruptions;
        this.streamId = script.id("stream " + leg.legId());
    }

    boolean ended() {
        return ended;
    }

    /** When the next record leaves: with its last sample. */
    long nextSentSample() {
        return (long) position + nextSamples();
    }

    /** Whether its next record goes first; of two sent at one time the one captured earlier, so an end comes last. */
    boolean comesBefore(LegTrack other) {
        long difference = nextSentSample() - other.nextSentSample();
        return difference != 0 ? difference < 0 : position < other.position;
    }

    /** As CallEvent names a stream. */
    String name() {
        return leg.legId() + "/" + streamId;
    }

    long lastSequence() {
        return sequence - 1;
    }

    AudioFrame next() {
        int samples = nextSamples();
        AudioFrame frame = frame(samples);
        if (samples == 0) {
            frame.setFrameType(FrameType.END_OF_STREAM);
            ended = true;
        } else if (interruptions.pause(position, position + samples)) {
            frame.setFrameType(FrameType.PAUSED);
        } else {
            frame.setFrameType(FrameType.MEDIA);
            frame.setPayload(ByteBuffer.wrap(encoded(samples)));
        }
        position += samples;
        sequence++;
        return frame;
    }

    private int nextSamples() {
        int rest = leg.samples().length - position;
        return rest <= 0
                ? 0
                : Math.max(SHORTEST_FRAME_SAMPLES, Math.min(script.settings().frameSamples(), rest));
    }

    private AudioFrame frame(int samples) {
        var frame = new AudioFrame();
        frame.setTenantId(script.recording().tenant());
        frame.setCallId(script.recording().callId());
        frame.setLegId(leg.legId());
        frame.setStreamId(streamId);
        frame.setParticipantRole(leg.role());
        frame.setSequence(sequence);
        frame.setMediaOffsetSamples(position);
        frame.setCaptureTime(script.at(position));
        frame.setCodec(Codec.valueOf(script.settings().encoding().name()));
        frame.setSampleRateHz(Recording.TELEPHONE_HZ);
        frame.setChannelCount(1);
        frame.setDurationSamples(samples);
        frame.setGatewayId(GATEWAY_ID);
        return frame;
    }

    private byte[] encoded(int samples) {
        short[] heard = leg.samples();
        int from = position;
        if (from + samples > heard.length) {
            heard = Arrays.copyOfRange(heard, from, from + samples);
            from = 0;
        }
        byte[] payload = new byte[samples * script.settings().encoding().bytesPerSample()];
        script.settings().encoding().encode(heard, from, samples, payload, 0);
        return payload;
    }
}
