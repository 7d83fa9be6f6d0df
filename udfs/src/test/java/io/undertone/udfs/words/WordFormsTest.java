package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hello, World!            | hello world",
                "I don't know. It’s O'Brien | i dont know its obrien",
                "the 'quoted' one         | the quoted one",
                "e-mail: twenty-one       | e mail twenty one",
                "$4,000.50 at 9.30, 5th   | 4,000.50 at 9.30 5th",
                "in 1999. Then 3, 4       | in 1999 then 3 4",
                "Ｆｕｌｌ  ÉCOLE            | full école",
                "你好 world 谢谢           | 你 好 world 谢 谢",
                "…  --                    | \"\""
            })
    void a_text_has_these_words(String text, String words) {
        assertThat(String.join(" ", WordForms.of(text))).isEqualTo(words);
    }

    @Test
    void a_mark_stays_with_its_character() {
        assertThat(WordForms.of("हिन्दी")).hasSize(1);
        assertThat(WordForms.of("か\u3099き")).containsExactly("が", "き");
    }

    @Test
    void a_quarter_of_a_megabyte_without_any_space_is_one_word() {
        assertThat(WordForms.of("1".repeat(1 << 18))).hasSize(1);
    }
}
