/* Tests of dispatch.c and reply.c: the order of the checks, replies, problem documents, cursors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/assets.h"
#include "api/limit.h"
#include "api/route.h"
#include "api_test_gen.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/log.h"
#include "http_fake.h"
#include "test_ops.h"

/* What the hooks say, set by each test. */
static struct {
    struct actor actor;
    err login;
    struct limiter *limiter;
} world;

static err authenticate(struct api_call *call) {
    call->actor = world.actor;
    return world.login == OK ? OK : problem_set(call->problem, world.login, "The session has ended.");
}

static struct limiter *limiter(struct api_loop *loop) { return world.limiter; }

static bool handle_other(void *context, struct http_request *request) {
    if (!str_is(http_request_path(request), "/healthz")) return false;
    http_reply(request, 200, "text/plain", STR("ok"));
    return true;
}

static struct api_frame frame = {
    .table = &api_table,
    .assets = &assets_built,
    .hooks = {.authenticate = authenticate, .handle_other = handle_other, .limiter = limiter},
    .digest_key = "key",
};

static int setup(void **state) {
    world.actor = (struct actor){.person_id = 5, .roles = ROLE_REQUESTER, .scopes = 15};
    world.login = OK;
    world.limiter = NULL;
    test_ops = (struct test_ops){0};
    return 0;
}

/* Sends r; its reply is a problem document with this code. */
static void refused(struct http_request *r, err e) {
    int calls = test_ops.calls;
    api_dispatch(&frame, r);
    assert_int_equal(r->replies, 1);
    assert_int_equal(r->status, err_status(e));
    assert_string_equal(r->type, "application/problem+json");
    assert_string_equal(fake_reply_header(r, "Cache-Control"), "no-store");
    CLEANUP(json_drop) json_t *v = NULL;
    assert_int_equal(json_parse(buf_str(&r->reply), &v, NULL), OK);
    assert_string_equal(json_text(v, "code"), err_code(e));
    assert_int_equal(json_int(v, "status", 0), err_status(e));
    assert_true(strlen(json_text(v, "detail")) > 0);
    assert_int_equal(test_ops.calls, calls);
}

static void answered(struct http_request *r, int status, const char *op) {
    api_dispatch(&frame, r);
    assert_int_equal(r->replies, 1);
    if (r->status != status) print_message("%s\n", r->reply.data);
    assert_int_equal(r->status, status);
    assert_string_equal(test_ops.name, op);
    assert_string_equal(fake_reply_header(r, "X-Content-Type-Options"), "nosniff");
    assert_string_equal(fake_reply_header(r, "Cache-Control"), "no-store");
}

#define GOOD_BODY STR("{\"title\":\"ab\",\"price\":1}")
/* A write as our page sends it. */
#define CREATE(...)                                                                 \
    {                                                                               \
        .method = HTTP_POST, .path = "/t/v1/boxes", .body = GOOD_BODY, .headers = { \
            {"Content-Type", "application/json"},                                   \
            {"Idempotency-Key", "k-1"},                                             \
            {"Host", "faena.example:8080"},                                         \
            __VA_ARGS__                                                             \
        }                                                                           \
    }

static void answers(void **state) {
    struct http_request get = {.method = HTTP_GET, .path = "/t/v1/boxes", .query = "limit=3"};
    answered(&get, 200, "box_list");
    assert_string_equal(get.reply.data, "{\"op\":\"box_list\"}");
    assert_string_equal(get.type, "application/json");
    assert_string_equal(get.note, "box_list");
    fake_free(&get);
    struct http_request create = CREATE({"Sec-Fetch-Site", "same-origin"});
    answered(&create, 201, "box_create");
    fake_free(&create);
    struct http_request upload = {.method = HTTP_PUT,
                                  .path = "/t/v1/boxes/1/parts",
                                  .query = "offset=0",
                                  .body = STR("raw"),
                                  .headers = {{"Idempotency-Key", "k"}}};
    answered(&upload, 200, "box_part");
    fake_free(&upload);
}

static void other_addresses(void **state) {
    struct http_request health = {.method = HTTP_GET, .path = "/healthz"};
    api_dispatch(&frame, &health);
    assert_string_equal(health.reply.data, "ok");
    fake_free(&health);
    struct http_request page = {.method = HTTP_GET, .path = "/console"};
    api_dispatch(&frame, &page);
    assert_int_equal(page.status, 200);
    fake_free(&page);
    struct http_request none = {.method = HTTP_GET, .path = "/none"};
    refused(&none, ERR_NOT_FOUND);
    fake_free(&none);
    struct http_request below = {.method = HTTP_GET, .path = "/t/v1/none"};
    refused(&below, ERR_NOT_FOUND);
    fake_free(&below);
    struct http_request method = {.method = HTTP_DELETE, .path = "/t/v1/boxes"};
    refused(&method, ERR_METHOD_NOT_ALLOWED);
    assert_string_equal(fake_reply_header(&method, "Allow"), "GET, HEAD, POST");
    fake_free(&method);
}

static void who_may(void **state) {
    struct http_request nobody = CREATE({NULL});
    world.actor = (struct actor){0};
    refused(&nobody, ERR_UNAUTHENTICATED);
    assert_string_equal(fake_reply_header(&nobody, "WWW-Authenticate"), "Bearer");
    fake_free(&nobody);

    struct http_request role = CREATE({NULL});
    world.actor = (struct actor){.person_id = 5, .roles = ROLE_WORKER, .scopes = 15};
    refused(&role, ERR_FORBIDDEN);
    assert_non_null(strstr(role.reply.data, "needs the role requester or operator; you have worker."));
    fake_free(&role);

    struct http_request scope = CREATE({NULL});
    world.actor = (struct actor){.person_id = 5, .roles = ROLE_OPERATOR, .scopes = SCOPE_READ, .by_token = true};
    refused(&scope, ERR_FORBIDDEN);
    assert_non_null(strstr(scope.reply.data, "scope write"));
    fake_free(&scope);
    /* no scope in the contract: only admin */
    struct http_request drop = {.method = HTTP_DELETE, .path = "/t/v1/boxes/1", .headers = {{"Idempotency-Key", "k"}}};
    world.actor.scopes = SCOPE_READ | SCOPE_WRITE | SCOPE_WORK;
    refused(&drop, ERR_FORBIDDEN);
    fake_free(&drop);
    struct http_request admin = {.method = HTTP_DELETE, .path = "/t/v1/boxes/1", .headers = {{"Idempotency-Key", "k"}}};
    world.actor.scopes = SCOPE_ADMIN;
    answered(&admin, 204, "box_delete");
    fake_free(&admin);
}

static void ended_session(void **state) {
    world.login = ERR_UNAUTHENTICATED;
    struct http_request create = CREATE({NULL});
    refused(&create, ERR_UNAUTHENTICATED);
    assert_non_null(strstr(create.reply.data, "The session has ended."));
    fake_free(&create);
    /* where no login is needed it does not matter, and no actor is left over */
    struct http_request list = {.method = HTTP_GET, .path = "/t/v1/boxes"};
    answered(&list, 200, "box_list");
    assert_int_equal(test_ops.call->actor.person_id, 0);
    fake_free(&list);
    /* a fault passes up everywhere, its detail stays here */
    log_setup(false, LOG_ERROR + 1);
    world.login = ERR_STORE_LOST;
    struct http_request fault = {.method = HTTP_GET, .path = "/t/v1/boxes"};
    refused(&fault, ERR_STORE_LOST);
    assert_null(strstr(fault.reply.data, "The session has ended."));
    assert_non_null(fake_reply_header(&fault, "Retry-After"));
    fake_free(&fault);
}

static void cross_site(void **state) {
    static const struct {
        const char *fetch_site, *origin;
        bool secure, allowed;
    } cases[] = {
        {NULL, NULL, false, true}, /* not a browser */
        {"same-origin", NULL, false, true},
        {"none", NULL, false, true},
        {"cross-site", "http://faena.example:8080", false, false},
        {"same-site", "http://other.faena.example:8080", false, false},
        {"same-site", NULL, false, false},
        {NULL, "http://faena.example:8080", false, true},
        {NULL, "http://FAENA.example:8080", false, true},
        {NULL, "https://faena.example:8080", false, true}, /* TLS ends at a proxy */
        {NULL, "http://faena.example:8080", true, false},
        {NULL, "http://faena.example", false, false},
        {NULL, "http://evil.example", false, false},
        {NULL, "null", false, false},
        {NULL, "", false, false},
        {"nonsense", NULL, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct http_request r = CREATE({NULL});
        int at = 3;
        if (cases[i].fetch_site) r.headers[at][0] = "Sec-Fetch-Site", r.headers[at++][1] = cases[i].fetch_site;
        if (cases[i].origin) r.headers[at][0] = "Origin", r.headers[at][1] = cases[i].origin;
        r.secure = cases[i].secure;
        if (cases[i].allowed)
            answered(&r, 201, "box_create");
        else
            refused(&r, ERR_CROSS_SITE);
        fake_free(&r);
    }
    /* a token is not sent by accident; a read does no harm */
    struct http_request token = CREATE({"Origin", "http://evil.example"});
    world.actor.by_token = true;
    answered(&token, 201, "box_create");
    fake_free(&token);
    world.actor.by_token = false;
    struct http_request get = {
        .method = HTTP_GET, .path = "/t/v1/boxes", .headers = {{"Sec-Fetch-Site", "cross-site"}}};
    answered(&get, 200, "box_list");
    fake_free(&get);
}

static void request_ids(void **state) {
    char longest[REQUEST_ID_CHARS_MAX + 2];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = 0;
    static const char *const bad[] = {"a b", "\xC3\xB1", "tab\t"};
    for (int i = 0; i < 5; i++) {
        struct http_request r = CREATE({NULL});
        r.headers[1][1] = i < 3 ? bad[i] : i == 3 ? longest : "";
        refused(&r, i < 4 ? ERR_BAD_REQUEST : ERR_NO_REQUEST_ID);
        fake_free(&r);
    }
    struct http_request none = CREATE({NULL});
    none.headers[1][0] = "X-Other";
    refused(&none, ERR_NO_REQUEST_ID);
    fake_free(&none);
    struct http_request most = CREATE({NULL});
    most.headers[1][1] = longest + 1;
    answered(&most, 201, "box_create");
    assert_int_equal(test_ops.call->request_id.len, REQUEST_ID_CHARS_MAX);
    fake_free(&most);
    /* a query needs none, whatever its method */
    struct http_request render = {.method = HTTP_POST, .path = "/t/v1/render"};
    answered(&render, 200, "render");
    fake_free(&render);
}

static void digests(void **state) {
    unsigned char first[API_DIGEST_BYTES], zero[API_DIGEST_BYTES] = {0};
    struct http_request a = CREATE({NULL});
    answered(&a, 201, "box_create");
    memcpy(first, test_ops.call->digest, sizeof first);
    assert_memory_not_equal(first, zero, sizeof first);
    fake_free(&a);
    struct http_request same = CREATE({"User-Agent", "other"});
    answered(&same, 201, "box_create");
    assert_memory_equal(test_ops.call->digest, first, sizeof first);
    fake_free(&same);
    struct http_request body = CREATE({NULL});
    body.body = STR("{\"title\":\"ab\",\"price\":2}");
    answered(&body, 201, "box_create");
    assert_memory_not_equal(test_ops.call->digest, first, sizeof first);
    fake_free(&body);
    struct api_frame before = frame;
    frame.digest_key[0] ^= 1;
    struct http_request key = CREATE({NULL});
    answered(&key, 201, "box_create");
    assert_memory_not_equal(test_ops.call->digest, first, sizeof first);
    fake_free(&key);
    frame = before;
}

static void limits(void **state) {
    struct api_limits few = {.rate = {[LIMIT_API] = {.burst = 2, .usec_each = 3600 * INT64_C(1000000)},
                                      [LIMIT_LOGIN_PAIR] = {.burst = 1, .usec_each = INT64_C(1000000)}},
                             .streams_each = 1,
                             .buckets = 64,
                             .addresses = 4};
    world.limiter = limiter_new(&few);
    for (int i = 0; i < 3; i++) {
        struct http_request r = {.method = HTTP_GET, .path = "/t/v1/boxes/1"};
        if (i < 2) {
            answered(&r, 200, "box_show");
        } else {
            refused(&r, ERR_TOO_MANY);
            assert_string_equal(fake_reply_header(&r, "Retry-After"), "3600");
        }
        fake_free(&r);
    }
    /* another person at the same address has a share of their own; nobody's is the address's */
    struct http_request other = {.method = HTTP_GET, .path = "/t/v1/boxes/1"};
    world.actor.person_id = 6;
    answered(&other, 200, "box_show");
    fake_free(&other);
    world.login = ERR_UNAUTHENTICATED;
    for (int i = 0; i < 3; i++) {
        struct http_request r = {.method = HTTP_GET, .path = "/t/v1/boxes/1"};
        refused(&r, i < 2 ? ERR_UNAUTHENTICATED : ERR_TOO_MANY);
        fake_free(&r);
    }
    /* guesses at one login, however it is written; others behind the same address may go on */
    static const char *const bodies[] = {"{\"handle\":\"Ana\"}", "{\"handle\":\"aNA\"}", "{\"handle\":\"bea\"}"};
    for (int i = 0; i < 3; i++) {
        struct http_request r = CREATE({NULL});
        r.path = "/t/v1/login";
        r.body = str_from(bodies[i]);
        if (i == 1)
            refused(&r, ERR_TOO_MANY);
        else
            answered(&r, 201, "login");
        fake_free(&r);
    }
    limiter_free(world.limiter);
}

static void refusals_by_the_handler(void **state) {
    test_ops.result = ERR_NOT_DRAFT;
    struct http_request r = CREATE({NULL});
    api_dispatch(&frame, &r);
    assert_int_equal(r.replies, 1);
    assert_int_equal(r.status, 409);
    assert_non_null(strstr(r.reply.data, "\"type\":\"/docs/errors#not_draft\""));
    fake_free(&r);

    struct http_request invalid = CREATE({NULL});
    invalid.body = STR("{\"title\":\"x\",\"prize\":1}");
    refused(&invalid, ERR_INVALID);
    assert_non_null(strstr(invalid.reply.data, "{\"pointer\":\"/title\",\"detail\":\"Must have 2 to 5"));
    fake_free(&invalid);
}

/* A command's reply comes later; the body's tree is there until then. */
static void later_replies(void **state) {
    test_ops.keep = true;
    struct http_request r = CREATE({NULL});
    api_dispatch(&frame, &r);
    assert_int_equal(r.replies, 0);
    const struct in_box_create *in = test_ops.in;
    assert_true(str_is(in->title, "ab"));
    api_reply_text(test_ops.call, 0, "text/plain", in->title);
    assert_int_equal(r.status, 201);
    assert_string_equal(r.reply.data, "ab");
    fake_free(&r);

    struct http_request late = CREATE({NULL});
    api_dispatch(&frame, &late);
    problem_set(test_ops.call->problem, ERR_SHORT_BALANCE, "Short of 5.");
    test_ops.call->problem->missing_micros = 5000000;
    api_fail(test_ops.call, ERR_SHORT_BALANCE);
    assert_int_equal(late.status, 402);
    assert_non_null(strstr(late.reply.data, "\"detail\":\"Short of 5.\",\"missing_micros\":5000000}"));
    fake_free(&late);

    struct http_request tree = CREATE({NULL});
    api_dispatch(&frame, &tree);
    api_reply_json(test_ops.call, 200, json_object_get(test_ops.call->body, "title"));
    assert_string_equal(tree.reply.data, "\"ab\"");
    fake_free(&tree);
    struct http_request empty = CREATE({NULL});
    api_dispatch(&frame, &empty);
    api_reply_empty(test_ops.call, 204);
    assert_int_equal(empty.status, 204);
    assert_null(empty.type);
    fake_free(&empty);
}

static void problem_documents(void **state) {
    CLEANUP(buf_free) struct buf b = {0};
    struct problem p = {0};
    problem_set(&p, ERR_CONFIG_INVALID, "Wrong \"tag\".");
    problem_place_add(&p, "/label_config", 3, 7, "There is no tag <b>.");
    for (int i = 0; i < PROBLEM_FIELDS_MAX; i++) problem_field_add(&p, "", "more");
    api_problem_write(&b, ERR_CONFIG_INVALID, &p);
    CLEANUP(json_drop) json_t *v = NULL;
    assert_int_equal(json_parse(buf_str(&b), &v, NULL), OK);
    assert_string_equal(json_text(v, "title"), err_sentence(ERR_CONFIG_INVALID));
    assert_string_equal(json_text(v, "detail"), "Wrong \"tag\".");
    const json_t *first = json_array_get(json_object_get(v, "errors"), 0);
    assert_int_equal(json_int(first, "line", 0), 3);
    assert_int_equal(json_int(first, "column", 0), 7);
    assert_int_equal(json_array_size(json_object_get(v, "errors")), PROBLEM_FIELDS_MAX);
    assert_int_equal(json_int(v, "more_errors", 0), 1);

    struct arena a;
    arena_init(&a);
    const char *type;
    str body;
    api_refuse(&frame, ERR_TOO_LARGE, NULL, &a, &type, &body);
    assert_string_equal(type, "application/problem+json");
    assert_non_null(strstr(body.data, "\"code\":\"too_large\""));
    arena_free(&a);
}

static void cursors(void **state) {
    static const int64_t values[] = {INT64_MAX, -1, 0, INT64_MIN};
    for (size_t n = 0; n <= API_CURSOR_VALUES_MAX; n++) {
        char text[API_CURSOR_BYTES];
        int64_t back[API_CURSOR_VALUES_MAX];
        api_cursor_encode('t', values, n, text);
        assert_int_equal(api_cursor_decode(str_from(text), 't', back, n, NULL), OK);
        assert_memory_equal(back, values, n * sizeof *values);
        /* another list, another number of values, cut, changed, longer */
        struct problem p = {0};
        assert_int_equal(api_cursor_decode(str_from(text), 'u', back, n, &p), ERR_BAD_CURSOR);
        assert_true(p.detail[0] != 0);
        assert_int_equal(api_cursor_decode(str_from(text), 't', back, n == 0 ? 1 : n - 1, NULL), ERR_BAD_CURSOR);
        assert_int_equal(api_cursor_decode((str){text, strlen(text) - 1}, 't', back, n, NULL), ERR_BAD_CURSOR);
        for (size_t i = 0; text[i]; i++) {
            char kept = text[i];
            text[i] = kept == 'A' ? 'B' : 'A';
            assert_int_equal(api_cursor_decode(str_from(text), 't', back, n, NULL), ERR_BAD_CURSOR);
            text[i] = kept;
        }
    }
    int64_t v;
    assert_int_equal(api_cursor_decode(STR(""), 't', &v, 1, NULL), ERR_BAD_CURSOR);
    assert_int_equal(api_cursor_decode(STR("***"), 't', &v, 1, NULL), ERR_BAD_CURSOR);
    char longest[200];
    memset(longest, 'A', sizeof longest);
    assert_int_equal(api_cursor_decode((str){longest, sizeof longest}, 't', &v, 1, NULL), ERR_BAD_CURSOR);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(answers),
        TEST(other_addresses),
        TEST(who_may),
        TEST(ended_session),
        TEST(cross_site),
        TEST(request_ids),
        TEST(digests),
        TEST(limits),
        TEST(refusals_by_the_handler),
        TEST(later_replies),
        TEST(problem_documents),
        TEST(cursors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
