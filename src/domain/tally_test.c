/* The majority label: votes per control, ties, answers that leave a control out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/tally.h"

/* An answer "a=Drama b=3" as key and result. */
struct given {
    char key[400], result[800];
};

static struct given given(const char *a, const char *b) {
    struct given g = {"", ""};
    snprintf(g.key, sizeof g.key, "{%s%s%s%s%s%s%s}", a ? "\"a\":\"" : "", a ? a : "", a ? "\"" : "", a && b ? "," : "",
             b ? "\"b\":\"" : "", b ? b : "", b ? "\"" : "");
    snprintf(g.result, sizeof g.result, "[%s%s%s%s%s%s%s]", a ? "{\"from_name\":\"a\",\"value\":\"" : "", a ? a : "",
             a ? "\"}" : "", a && b ? "," : "", b ? "{\"from_name\":\"b\",\"value\":\"" : "", b ? b : "",
             b ? "\"}" : "");
    return g;
}

/* "a=X b=Y votes/answers" of the label */
static void expect(const struct given *list, int count, const char *wanted) {
    struct tally_answer answers[10];
    for (int i = 0; i < count; i++) answers[i] = (struct tally_answer){list[i].key, list[i].result};
    struct tally tally;
    assert_int_equal(tally_majority(answers, count, &tally), OK);
    CLEANUP(json_drop) json_t *label = NULL;
    assert_int_equal(json_parse(buf_str(&tally.label), &label, NULL), OK);
    char got[400] = "";
    for (size_t i = 0; i < json_array_size(label); i++) {
        const json_t *item = json_array_get(label, i);
        size_t len = strlen(got);
        snprintf(got + len, sizeof got - len, "%s=%s ", json_text(item, "from_name"), json_text(item, "value"));
    }
    size_t len = strlen(got);
    snprintf(got + len, sizeof got - len, "%d/%d", tally.votes, tally.answers);
    assert_string_equal(got, wanted);
    buf_free(&tally.label);
}

static void majorities(void **state) {
    struct given one[] = {given("x", "1")};
    expect(one, 1, "a=x b=1 1/1");
    struct given agreed[] = {given("x", "1"), given("x", "1"), given("x", "1")};
    expect(agreed, 3, "a=x b=1 3/3");
    struct given two_of_three[] = {given("y", NULL), given("x", NULL), given("x", NULL)};
    expect(two_of_three, 3, "a=x 2/3");
}

static void each_control_on_its_own(void **state) {
    struct given split[] = {given("x", "1"), given("x", "2"), given("y", "2")};
    expect(split, 3, "a=x b=2 2/3"); /* nobody answered so, and it is still the majority of each question */
    struct given uneven[] = {given("x", "1"), given("x", "2"), given("x", "3")};
    expect(uneven, 3, "a=x b=1 1/3"); /* the share is that of the least agreed control */
}

static void ties_go_to_the_first(void **state) {
    struct given tie[] = {given("y", NULL), given("x", NULL), given("x", NULL), given("y", NULL)};
    expect(tie, 4, "a=y 2/4");
    struct given all_different[] = {given("c", NULL), given("b", NULL), given("a", NULL)};
    expect(all_different, 3, "a=c 1/3");
}

static void not_answered_is_a_value(void **state) {
    struct given left_out[] = {given("x", NULL), given("x", "1"), given("x", NULL)};
    expect(left_out, 3, "a=x 2/3");
    struct given mostly_there[] = {given("x", NULL), given("x", "1"), given("x", "1")};
    expect(mostly_there, 3, "a=x b=1 2/3");
}

/* Relations come along with the regions they are between, and only from the answer that these are from. */
static void relations_follow_regions(void **state) {
#define REGION(id, x) "{\"from_name\":\"a\",\"id\":\"" id "\",\"value\":" x "}"
#define RELATION(from, to) "{\"type\":\"relation\",\"from_id\":\"" from "\",\"to_id\":\"" to "\"}"
    const struct tally_answer answers[] = {
        {"{\"a\":1}", "[" REGION("p", "1") "," REGION("q", "1") "," RELATION("p", "q") "]"},
        {"{\"a\":2}", "[" REGION("p", "2") "," REGION("q", "2") "," RELATION("q", "p") "]"},
        {"{\"a\":2}", "[" REGION("r", "2") "," REGION("s", "2") "," RELATION("s", "r") "]"},
    };
    struct tally tally;
    assert_int_equal(tally_majority(answers, 3, &tally), OK);
    CLEANUP(json_drop) json_t *got = NULL, *wanted = NULL;
    assert_int_equal(json_parse(buf_str(&tally.label), &got, NULL), OK);
    assert_int_equal(json_parse(str_from(answers[1].result), &wanted, NULL), OK);
    assert_true(json_equal(got, wanted));
    assert_int_equal(tally.votes, 2);
    buf_free(&tally.label);
}

static void stored_junk_is_a_fault(void **state) {
    struct tally_answer answers[] = {{"{", "[]"}, {"{}", "[]"}};
    struct tally tally;
    assert_int_equal(tally_majority(answers, 2, &tally), ERR_INTERNAL);
    buf_free(&tally.label);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(majorities),
        cmocka_unit_test(each_control_on_its_own),
        cmocka_unit_test(ties_go_to_the_first),
        cmocka_unit_test(not_answered_is_a_value),
        cmocka_unit_test(relations_follow_regions),
        cmocka_unit_test(stored_junk_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
