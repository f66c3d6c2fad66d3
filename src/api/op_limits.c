/* What the operator limits: how often somebody may ask, how fast is sent, sign-up, money per person. Kept in the
 * database, in force on every node within a second. Limits of dispatch are in op_dispatch.c. */
#include <math.h>
#include <string.h>

#include "api/app.h"
#include "api_gen.h"
#include "core/course.h"

#define SECOND 1000000.0
static const char *const rate_names[LIMIT_CLASSES] = {"api", "login", "signup", "upload", "login_pair"};

void limits_init(struct app *app) {
    pthread_mutex_init(&app->limits.lock, NULL);
    app->limits.api = api_limits_usual;
}

/* --- taking over what is set --- */

static struct live_limits limits_usual(const struct app *app) {
    struct live_limits usual = {.api = api_limits_usual, .whatsapp_cap_micros = app->send_config.whatsapp_cap_micros};
    for (int i = 1; i < SEND_CHANNELS; i++) {
        int per_second;
        send_channel_pace((enum send_channel)i, &per_second, &usual.sending[i].address_usec);
        usual.sending[i].per_second = per_second;
    }
    return usual;
}

static bool named(str name, const char *first, const char *second) {
    size_t len = strlen(first);
    return name.len > len && memcmp(name.data, first, len) == 0 && name.data[len] == '.' &&
           str_is((str){name.data + len + 1, name.len - len - 1}, second);
}

static void limit_take(void *arg, str name, int64_t value) {
    struct live_limits *limits = arg;
    for (int i = 0; i < LIMIT_CLASSES; i++) {
        if (named(name, rate_names[i], "burst")) limits->api.rate[i].burst = value;
        if (named(name, rate_names[i], "usec_each")) limits->api.rate[i].usec_each = value;
    }
    for (int i = 1; i < SEND_CHANNELS; i++) {
        const char *word = send_channel_word((enum send_channel)i);
        if (named(name, word, "per_second")) limits->sending[i].per_second = value;
        if (named(name, word, "address_usec")) limits->sending[i].address_usec = value;
    }
    if (str_is(name, "streams_each")) limits->api.streams_each = (int)value;
    if (str_is(name, "whatsapp_cap_micros")) limits->whatsapp_cap_micros = value;
}

err limits_refresh(struct app *app, struct store_conn *reader) {
    CLEANUP(buf_free) struct buf signup = {0};
    bool found;
    struct live_limits now = limits_usual(app);
    TRY(limits_each(reader, limit_take, &now));
    TRY(setting_load(reader, "signup", &signup, &found));
    atomic_store(&app->limits.signup_open, found && str_is(buf_str(&signup), "open"));
    pthread_mutex_lock(&app->limits.lock);
    bool api = memcmp(&app->limits.api, &now.api, sizeof now.api) != 0;
    bool sending = memcmp(app->limits.sending, now.sending, sizeof now.sending) != 0;
    app->limits.api = now.api;
    memcpy(app->limits.sending, now.sending, sizeof now.sending);
    app->limits.whatsapp_cap_micros = now.whatsapp_cap_micros;
    pthread_mutex_unlock(&app->limits.lock);
    if (api) atomic_fetch_add(&app->limits.version, 1);
    if (sending) limits_sending_apply(app);
    return OK;
}

void limits_sending_apply(struct app *app) {
    pthread_mutex_lock(&app->limits.lock);
    for (int i = 1; i < SEND_CHANNELS; i++) {
        const struct send_speed *speed = &app->limits.sending[i];
        alert_sender_pace(app->sender, (enum send_channel)i, (int)speed->per_second, speed->address_usec);
    }
    pthread_mutex_unlock(&app->limits.lock);
}

struct limiter *limits_of_loop(struct api_loop *loop) {
    struct live_limits *limits = &loop->app->limits;
    int version = atomic_load(&limits->version);
    if (loop->limiter && loop->limits_version != version) {
        pthread_mutex_lock(&limits->lock);
        limiter_set(loop->limiter, &limits->api);
        pthread_mutex_unlock(&limits->lock);
        loop->limits_version = version;
    }
    return loop->limiter;
}

/* --- show --- */

static void rates_write(struct json_out *o, const struct api_limits *limits) {
    out_key(o, "rates");
    out_array_begin(o);
    for (int i = 0; i < LIMIT_CLASSES; i++) {
        out_object_begin(o);
        out_set_text(o, "name", rate_names[i]);
        out_set_int(o, "burst", limits->rate[i].burst);
        out_set_double(o, "seconds_each", (double)limits->rate[i].usec_each / SECOND);
        out_end(o);
    }
    out_end(o);
    out_set_int(o, "streams_each", limits->streams_each);
}

static void sending_write(struct json_out *o, const struct send_config *config, const struct send_speed *sending) {
    out_key(o, "sending");
    out_array_begin(o);
    for (int kind = 1; kind < SEND_CHANNELS; kind++) {
        out_object_begin(o);
        out_set_text(o, "kind", send_channel_word((enum send_channel)kind));
        out_set_bool(o, "on", send_channel_ready(config, (enum send_channel)kind));
        out_set_int(o, "per_second", sending[kind].per_second);
        out_set_double(o, "address_seconds", (double)sending[kind].address_usec / SECOND);
        out_end(o);
    }
    out_end(o);
}

static err limits_reply(struct api_call *call) {
    struct app *app = call->loop->app;
    TRY(limits_refresh(app, call->loop->reader)); /* what was just changed is in force, and shown */
    int64_t hold_days;
    TRY(limit_load(call->loop->reader, "course_hold_days", COURSE_HOLD_DAYS, &hold_days));
    pthread_mutex_lock(&app->limits.lock);
    struct api_limits api = app->limits.api;
    struct send_speed sending[SEND_CHANNELS];
    memcpy(sending, app->limits.sending, sizeof sending);
    int64_t cap_micros = app->limits.whatsapp_cap_micros;
    pthread_mutex_unlock(&app->limits.lock);
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_key(&o, "dispatch");
    TRY(dispatch_limits_json(call->loop->reader, &o));
    out_set_text(&o, "signup", atomic_load(&app->limits.signup_open) ? "open" : "closed");
    out_set_bool(&o, "rates_on", !app->config.no_limits);
    rates_write(&o, &api);
    sending_write(&o, &app->send_config, sending);
    out_set_int(&o, "whatsapp_price_micros", app->send_config.whatsapp_price_micros);
    out_set_int(&o, "whatsapp_cap_micros", cap_micros);
    out_set_int(&o, "course_hold_days", hold_days);
    struct payout_terms payouts;
    TRY(payout_terms_load(call->loop->reader, call->arena, &payouts));
    out_set_bool(&o, "payouts", payouts.on);
    out_set_int(&o, "payout_least_micros", payouts.least_micros);
    out_set_str(&o, "payout_methods", payouts.methods);
    out_key(&o, "changes");
    TRY(limit_changes_json(call->loop->reader, &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_server_limits_show(struct api_call *call, const struct in_server_limits_show *in) { return limits_reply(call); }

/* --- change --- */

static err limits_saved(struct api_call *call, struct command *command) { return limits_reply(call); }

static struct limits_set *limits_order(struct api_call *call, struct limit_change **changes) {
    struct limits_set *args = arena_alloc(call->arena, sizeof *args);
    *changes = arena_alloc(call->arena, sizeof **changes * LIMIT_CHANGES_MAX);
    args->changes = *changes;
    return args;
}

err op_server_limits_update(struct api_call *call, const struct in_server_limits_update *in) {
    struct limit_change *changes;
    struct limits_set *args = limits_order(call, &changes);
    int64_t cap_usual = call->loop->app->send_config.whatsapp_cap_micros;
    if (in->has_streams_each)
        changes[args->count++] = (struct limit_change){"streams_each", in->streams_each, api_limits_usual.streams_each};
    if (in->has_whatsapp_cap_micros)
        changes[args->count++] = (struct limit_change){"whatsapp_cap_micros", in->whatsapp_cap_micros, cap_usual};
    if (in->has_course_hold_days)
        changes[args->count++] = (struct limit_change){"course_hold_days", in->course_hold_days, COURSE_HOLD_DAYS};
    if (in->has_payouts) changes[args->count++] = (struct limit_change){"payouts", in->payouts, 1};
    if (in->has_payout_least_micros)
        changes[args->count++] =
            (struct limit_change){"payout_least_micros", in->payout_least_micros, PAYOUT_LEAST_MICROS};
    args->has_methods = in->has_payout_methods;
    if (in->has_payout_methods) args->methods = in->payout_methods;
    args->has_signup = in->has_signup;
    args->signup_open = in->has_signup && in->signup == IN_SERVER_LIMITS_UPDATE_SIGNUP_OPEN;
    return op_command(call, &cmd_limits_set, args, limits_saved);
}

/* So slow that nobody could work, log in or change it back. */
static void rate_check(struct api_call *call, int64_t class, int64_t burst, double seconds_each) {
    static const struct limit_rate slowest[LIMIT_CLASSES] = {
        [LIMIT_API] = {60, 200000},      [LIMIT_LOGIN] = {5, 300000000},      [LIMIT_SIGNUP] = {1, 86400000000},
        [LIMIT_UPLOAD] = {10, 10000000}, [LIMIT_LOGIN_PAIR] = {3, 600000000},
    };
    if (burst < slowest[class].burst)
        problem_field_add(call->problem, "/burst", "At least %lld, or people could not work.",
                          (long long)slowest[class].burst);
    if (seconds_each * SECOND > (double)slowest[class].usec_each)
        problem_field_add(call->problem, "/seconds_each", "At most %g seconds, or people could not work.",
                          (double)slowest[class].usec_each / SECOND);
}

err op_server_rate_update(struct api_call *call, const struct in_server_rate_update *in) {
    struct limit_change *changes;
    struct limits_set *args = limits_order(call, &changes);
    const char *name = rate_names[in->name];
    const struct limit_rate *usual = &api_limits_usual.rate[in->name];
    rate_check(call, in->name, in->burst, in->seconds_each);
    if (call->problem->field_count > 0) return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    changes[args->count++] =
        (struct limit_change){arena_printf(call->arena, "%s.burst", name), in->burst, usual->burst};
    changes[args->count++] = (struct limit_change){arena_printf(call->arena, "%s.usec_each", name),
                                                   llround(in->seconds_each * SECOND), usual->usec_each};
    return op_command(call, &cmd_limits_set, args, limits_saved);
}

err op_server_sending_update(struct api_call *call, const struct in_server_sending_update *in) {
    struct limit_change *changes;
    struct limits_set *args = limits_order(call, &changes);
    enum send_channel channel = (enum send_channel)(in->kind + 1);
    const char *word = send_channel_word(channel);
    struct live_limits usual = limits_usual(call->loop->app);
    changes[args->count++] = (struct limit_change){arena_printf(call->arena, "%s.per_second", word), in->per_second,
                                                   usual.sending[channel].per_second};
    changes[args->count++] =
        (struct limit_change){arena_printf(call->arena, "%s.address_usec", word), llround(in->address_seconds * SECOND),
                              usual.sending[channel].address_usec};
    return op_command(call, &cmd_limits_set, args, limits_saved);
}
