package io.undertone.local.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the words of a written call.
 *
 * @param languageTag what the gateway said, or else what the transcriber heard
 * @param gaps answers that are missing, and may be had by asking again
 * @param notOffered answers that are not to be had from who was asked, with why
 * @param talkSpeedCustomer words a minute of speech
 * @param sentimentShiftCustomer from the first quarter to the last, of -5 to 5 each
 */
public record WordsReport(
        @Nullable String languageTag,
        @Nullable String transcriber,
        List<String> failures,
        @Nullable Integer wordCount,
        @Nullable Integer redactionCount,
        List<String> gaps,
        List<String> notOffered,
        @Nullable String issue,
        @Nullable String outcome,
        List<String> actionItems,
        @Nullable Double talkSpeedCustomer,
        @Nullable Double talkSpeedAgent,
        @Nullable Double sentimentCustomer,
        @Nullable Double sentimentAgent,
        @Nullable Double sentimentShiftCustomer,
        @Nullable Double sentimentShiftAgent) {
    static WordsReport of(LakeRow call) {
        String said = call.textOrNull("language_tag");
        return new WordsReport(
                said == null ? call.textOrNull("transcript_language") : said,
                call.textOrNull("transcriber"),
                call.textsOrNone("transcript_failures"),
                call.integerOrNull("word_count"),
                call.integerOrNull("redaction_count"),
                call.textsOrNone("analysis_gaps"),
                call.textsOrNone("analysis_not_offered"),
                call.textOrNull("issue"),
                call.textOrNull("outcome"),
                call.textsOrNone("action_items"),
                call.numberOrNull("talk_speed_customer"),
                call.numberOrNull("talk_speed_agent"),
                call.numberOrNull("sentiment_customer"),
                call.numberOrNull("sentiment_agent"),
                call.numberOrNull("sentiment_shift_customer"),
                call.numberOrNull("sentiment_shift_agent"));
    }
}
