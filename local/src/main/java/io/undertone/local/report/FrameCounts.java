package io.undertone.local.report;

/** Frames of one call by what became of them: received + lost = duplicate + late + refused + withheld + played. */
public record FrameCounts(
        long received, long duplicate, long late, long lost, long refused, long withheld, long played) {
    static FrameCounts of(LakeRow call) {
        return new FrameCounts(
                call.count("frames_received"),
                call.count("frames_duplicate"),
                call.count("frames_late"),
                call.count("frames_lost"),
                call.count("frames_refused"),
                call.count("frames_withheld"),
                call.count("frames_played"));
    }
}
