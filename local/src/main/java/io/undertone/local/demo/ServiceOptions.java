package io.undertone.local.demo;

import io.undertone.local.command.ProjectRoot;
import io.undertone.local.transcriber.TranscriberProcess;
import io.undertone.local.transcriber.TranscriberSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who transcribes the calls of a run, and who says what they meant. */
final class ServiceOptions {
    @Option(
            names = "--no-transcriber",
            description = "Leave words out (default: a transcriber is installed once, 0.5 GB, and started).")
    private boolean noTranscriber;

    @Option(
            names = "--asr-url",
            paramLabel = "URL",
            description = "Ask this transcriber, up to its /v1; its key is in ASR_API_KEY, if it wants one.")
    private @Nullable String asrUrl;

    @Option(names = "--asr-model", paramLabel = "MODEL", description = "As that transcriber knows it.")
    private @Nullable String asrModel;

    @Option(
            names = "--llm-url",
            paramLabel = "URL",
            description = {
                "Ask a language model what calls meant, at an address of chat completions up to its /v1; its key is in",
                "LLM_API_KEY, if it wants one (default: lexicons answer)."
            })
    private @Nullable String llmUrl;

    @Option(
            names = "--llm-model",
            paramLabel = "MODEL",
            defaultValue = "default",
            description = "As that server knows it, ${DEFAULT-VALUE} unless given.")
    private String llmModel = "default";

    /** Itself, if nothing contradicts itself. */
    ServiceOptions checked() {
        if (noTranscriber && asrUrl != null) {
            throw new IllegalArgumentException("--no-transcriber and --asr-url contradict each other");
        }
        if (asrModel != null && asrUrl == null) {
            throw new IllegalArgumentException(
                    "--asr-model names a model of the server at --asr-url, which is missing");
        }
        return this;
    }

    /**
     * The transcriber, started unless another one is to be asked; null where none is needed.
     *
     * @param log of the transcriber
     */
    @Nullable
    TranscriberProcess transcriber(Path log, Consumer<String> news) throws IOException, InterruptedException {
        return noTranscriber || asrUrl != null
                ? null
                : TranscriberProcess.start(TranscriberSettings.of(ProjectRoot.path()), log, news);
    }

    /** What the configuration is to say of these services. */
    Map<String, Object> settings(@Nullable TranscriberProcess transcriber) {
        Map<String, Object> settings = new HashMap<>();
        if (transcriber != null) {
            settings.put("transcription.url", transcriber.baseUrl().toString());
            settings.put(
                    "transcription.model",
                    TranscriberSettings.of(ProjectRoot.path()).model());
            // One thread transcribes: more questions would only wait in its queue.
            settings.put("transcription.capacity", 1);
        } else if (asrUrl != null) {
            settings.put("transcription.url", asrUrl);
            put(settings, "transcription.model", asrModel);
            put(settings, "transcription.api_key", System.getenv("ASR_API_KEY"));
        }
        if (llmUrl != null) {
            settings.put("analysis.language_model.url", llmUrl);
            settings.put("analysis.language_model.model", llmModel);
            put(settings, "analysis.language_model.api_key", System.getenv("LLM_API_KEY"));
        }
        return settings;
    }

    private static void put(Map<String, Object> settings, String key, @Nullable String value) {
        if (value != null) {
            settings.put(key, value);
        }
    }
}
