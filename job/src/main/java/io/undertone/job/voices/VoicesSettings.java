package io.undertone.job.voices;

import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.udfs.enrolment.EnrolmentRules;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.speech.SpeechSettings;
import java.io.Serializable;

/** What the voices graph is built with. */
public record VoicesSettings(
        SpeechSettings speech, EnrolmentRules rules, ConsentRule consent, ModelStage model, VoiceMemory memory)
        implements Serializable {}
