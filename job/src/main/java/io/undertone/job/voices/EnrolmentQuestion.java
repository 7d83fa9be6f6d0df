package io.undertone.job.voices;

import io.undertone.job.inference.Question;
import io.undertone.job.runtime.Opened;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.model.ModelCard;

/** Whose voice it is: the speech of an enrolment is answered by its embedding, or by why there is none. */
final class EnrolmentQuestion implements Question<VoiceRecord, VoiceRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] muLaw(VoiceRecord asked) {
        return Opened.of(asked.enrolment).muLaw;
    }

    /** A new record: the one that was asked about may be written to a checkpoint at this moment. */
    @Override
    public VoiceRecord reply(VoiceRecord asked, Answer answer, ModelCard card) {
        Enrolment heard = Opened.of(asked.enrolment);
        var embedded = new Enrolment();
        embedded.enrollmentId = heard.enrollmentId;
        embedded.name = heard.name;
        embedded.atMillis = heard.atMillis;
        embedded.speechSeconds = heard.speechSeconds;
        embedded.lufs = heard.lufs;
        embedded.meanAbsolute = heard.meanAbsolute;
        embedded.modelId = card.id();
        embedded.modelVersion = card.version();
        if (answer instanceof Answer.Scored scored) {
            embedded.embedding = scored.values();
        } else {
            embedded.failure = ((Answer.Failed) answer).failure().name();
        }
        return VoiceRecord.heard(asked, embedded);
    }

    @Override
    public String described(VoiceRecord asked) {
        return "enrolment %s of speaker %s".formatted(Opened.of(asked.enrolment).enrollmentId, asked.key());
    }
}
