package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A call in which numbers of all sorts follow each other: each is judged by what it was called last. */
class WholeCallTest {
    @Test
    void secrets_go_and_the_numbers_of_ordinary_business_stay() {
        assertThat(Talk.redacted("""
            C: Hi, it was supposed to arrive on the 3rd and it's been 5 days.
            A: I'm sorry about that. Can I have your order number please?
            C: Yes it's 4 5 5 7, 8 8 1 2 3 4.
            A: Thank you. And can I have your email address?
            C: Let me see. It's mary dot jones 42 at outlook dot com.
            A: I see two orders, one from March 2023 for 149.99 and one from May for 2,300 dollars.
            C: I paid 50 dollars for shipping and the site said 2 to 4 days.
            A: I can offer a refund of 10 percent, or we can send it express for 25.
            C: Just refund it. My card ends in 4242.
            A: Okay. For security, what are the last four digits of your social?
            C: 6 7 8 9
            A: Great. And what's the best number to reach you?
            C: 415 555 2671.
            A: 415 555 2671. Perfect. Your reference is R as in Romeo, 7 7 4 1 2.
            C: My user name is maryj but I forgot my password.
            A: It expires in 30 minutes. Your temporary password is blue horse 42.
            C: The website says error 404, and error code 0x80070057. I log in with my phone.
            A: Please dial 1 800 275 2273 for warranty. We're open 9 to 5.
            C: My account number is 1234567890, and the zip is 94109-1234.
            """.replace("\n", "//").replaceAll("//$", "")))
                .isEqualTo("""
                    Hi, it was supposed to arrive on the 3rd and it's been 5 days.
                    I'm sorry about that. Can I have your order number please?
                    Yes it's 4 5 5 7, 8 8 1 2 3 4.
                    Thank you. And can I have your email address?
                    Let me see. It's [EMAIL].
                    I see two orders, one from March 2023 for 149.99 and one from May for 2,300 dollars.
                    I paid 50 dollars for shipping and the site said 2 to 4 days.
                    I can offer a refund of 10 percent, or we can send it express for 25.
                    Just refund it. My card ends in 4242.
                    Okay. For security, what are the last four digits of your social?
                    [NATIONAL_ID]
                    Great. And what's the best number to reach you?
                    [PHONE].
                    [PHONE]. Perfect. Your reference is R as in Romeo, 7 7 4 1 2.
                    My user name is [USERNAME] but I forgot my password.
                    It expires in 30 minutes. Your temporary password is [CODE].
                    The website says error 404, and error code 0x80070057. I log in with my phone.
                    Please dial [PHONE] for warranty. We're open 9 to 5.
                    My account number is 1234567890, and the zip is 94109-1234.
                    """.strip().replace("\n", " // "));
    }
}
