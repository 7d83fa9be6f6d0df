package io.undertone.job.kafka;

import io.undertone.schema.AudioProperties;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.loudness.SpectralMeans;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A leg's levels and spectrum as they stand in records and rows. */
public final class LevelsContract {
    private LevelsContract() {}

    /** Null of a leg of which nothing was played. */
    public static @Nullable AudioProperties write(LegSummary leg) {
        if (leg.samples == 0) {
            return null;
        }
        var properties = new AudioProperties();
        properties.setSampleRateHz(leg.sampleRateHz);
        properties.setChannels(1);
        properties.setBitDepth(leg.bitDepth);
        properties.setDurationS(CallTimes.seconds(leg.samples));
        properties.setRms(leg.rms);
        properties.setRmsDbfs(leg.rmsDbfs);
        properties.setPeakDbfs(leg.peakDbfs);
        properties.setMeanAbsolute(leg.meanAbsolute);
        properties.setZeroCrossingRate(leg.zeroCrossingRate);
        if (leg.spectrum != null) {
            write(leg.spectrum, properties);
        }
        return properties;
    }

    private static void write(SpectralMeans means, AudioProperties to) {
        to.setSpectralCentroidHz(means.centroidHz);
        to.setEnergy20250Hz(means.energy20To250);
        to.setEnergy2502000Hz(means.energy250To2000);
        to.setEnergy20006000Hz(means.energy2000To6000);
        to.setEnergy600020000Hz(means.energy6000To20000);
        to.setMfccMeans(means.mfcc);
    }

    static void read(LegSummary leg, @Nullable AudioProperties from) {
        if (from == null) {
            return;
        }
        leg.sampleRateHz = from.getSampleRateHz();
        leg.bitDepth = from.getBitDepth();
        leg.samples = Math.round(from.getDurationS() * CallTimes.SAMPLE_RATE_HZ);
        leg.rms = from.getRms();
        leg.rmsDbfs = from.getRmsDbfs();
        leg.peakDbfs = from.getPeakDbfs();
        leg.meanAbsolute = from.getMeanAbsolute();
        leg.zeroCrossingRate = from.getZeroCrossingRate();
        leg.spectrum = spectrum(from);
    }

    private static @Nullable SpectralMeans spectrum(AudioProperties from) {
        List<Double> mfcc = from.getMfccMeans();
        if (mfcc == null) {
            return null;
        }
        var means = new SpectralMeans();
        means.centroidHz = from.getSpectralCentroidHz();
        means.energy20To250 = from.getEnergy20250Hz();
        means.energy250To2000 = from.getEnergy2502000Hz();
        means.energy2000To6000 = from.getEnergy20006000Hz();
        means.energy6000To20000 = from.getEnergy600020000Hz();
        means.mfcc = new ArrayList<>(mfcc);
        return means;
    }
}
