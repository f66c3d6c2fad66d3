/* alerts.conf: lines "name = value", "#" begins a comment. And the key that push services know this server by. */
#include <errno.h>
#include <fcntl.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "send/guard.h"
#include "send/internal.h"
#include "send/web_push_crypt.h"

struct field {
    const char *name;
    size_t offset, size;
    bool url;
};
#define FIELD(name, url) \
    { #name, offsetof(struct send_config, name), sizeof(((struct send_config *)0)->name), url }
static const struct field fields[] = {
    FIELD(public_url, true),         FIELD(contact, false),         FIELD(telegram_token, false),
    FIELD(telegram_bot, false),      FIELD(telegram_secret, false), FIELD(telegram_api, true),
    FIELD(mail_url, true),           FIELD(mail_from, false),       FIELD(mail_user, false),
    FIELD(mail_password, false),     FIELD(whatsapp_token, false),  FIELD(whatsapp_phone_id, false),
    FIELD(whatsapp_number, false),   FIELD(whatsapp_secret, false), FIELD(whatsapp_verify, false),
    FIELD(whatsapp_template, false), FIELD(whatsapp_api, true),     FIELD(ntfy_url, true),
    FIELD(ntfy_token, false),        FIELD(allow, false),
};

static str trim(str s) {
    while (s.len > 0 && strchr(" \t\r\n", s.data[s.len - 1])) s.len--;
    while (s.len > 0 && strchr(" \t", s.data[0])) s.data++, s.len--;
    return s;
}

static err value_set(struct send_config *config, str name, str value, int line, struct problem *p) {
    int64_t number;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!str_is(name, fields[i].name)) continue;
        if (value.len >= fields[i].size)
            return problem_set(p, ERR_INVALID, "alerts.conf, line %d: %s has at most %zu characters.", line,
                               fields[i].name, fields[i].size - 1);
        while (fields[i].url && value.len > 0 && value.data[value.len - 1] == '/') value.len--;
        memcpy((char *)config + fields[i].offset, value.data, value.len);
        ((char *)config + fields[i].offset)[value.len] = 0;
        return OK;
    }
    if (str_is(name, "mail_tls")) {
        config->mail_tls = str_is(value, "off") ? 0 : str_is(value, "try") ? 1 : 2;
        if (config->mail_tls < 2 || str_is(value, "required")) return OK;
        return problem_set(p, ERR_INVALID, "alerts.conf, line %d: mail_tls is required, try or off.", line);
    }
    if (str_is(name, "whatsapp_price_micros") || str_is(name, "whatsapp_cap_micros")) {
        if (!str_to_int64(value, &number) || number < 0)
            return problem_set(p, ERR_INVALID, "alerts.conf, line %d: %.*s is a number of micro-units.", line,
                               STR_ARG(name));
        *(name.data[9] == 'p' ? &config->whatsapp_price_micros : &config->whatsapp_cap_micros) = number;
        return OK;
    }
    return problem_set(p, ERR_INVALID, "alerts.conf, line %d: \"%.*s\" is not known; see the guide for operators.",
                       line, STR_ARG(name));
}

static err file_read(FILE *file, struct send_config *config, struct problem *p) {
    char text[2048];
    for (int line = 1; fgets(text, sizeof text, file); line++) {
        str all = trim(str_from(text));
        if (all.len == 0 || all.data[0] == '#') continue;
        const char *equals = memchr(all.data, '=', all.len);
        if (!equals) return problem_set(p, ERR_INVALID, "alerts.conf, line %d: write it as name = value.", line);
        size_t at = (size_t)(equals - all.data);
        TRY(value_set(config, trim((str){all.data, at}), trim((str){equals + 1, all.len - at - 1}), line, p));
    }
    return OK;
}

/* --- the VAPID key --- */

static void vapid_path(const char *folder, char *path, size_t size) { snprintf(path, size, "%s/vapid.pem", folder); }

err send_vapid_make(const char *folder, struct problem *p) {
    char path[4096];
    vapid_path(folder, path, sizeof path);
    if (access(path, F_OK) == 0) return OK;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == EEXIST) return OK;
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
    EVP_PKEY *key = EVP_EC_gen("P-256");
    bool good = file && key && PEM_write_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL) == 1 && fflush(file) == 0 &&
                fsync(fd) == 0;
    EVP_PKEY_free(key);
    if (file) fclose(file);
    if (good) return OK;
    unlink(path);
    return problem_set(p, ERR_SYSTEM, "The key file %s cannot be made: %s.", path, strerror(errno));
}

static err vapid_load(const char *folder, struct send_config *config, struct problem *p) {
    char path[4096];
    unsigned char point[PUSH_POINT_BYTES];
    TRY(send_vapid_make(folder, p));
    vapid_path(folder, path, sizeof path);
    FILE *file = fopen(path, "re");
    EVP_PKEY *key = file ? PEM_read_PrivateKey(file, NULL, NULL, NULL) : NULL;
    if (file) fclose(file);
    config->vapid_key = key;
    if (!key || !push_point(key, point))
        return problem_set(p, ERR_SYSTEM, "%s is no P-256 key in PEM; browsers that subscribed need the one they know.",
                           path);
    CLEANUP(buf_free) struct buf text = {0};
    push_base64_add(&text, point, sizeof point);
    snprintf(config->vapid_public, sizeof config->vapid_public, "%.*s", (int)text.len, text.data);
    return OK;
}

err send_config_load(const char *folder, struct send_config *config, struct problem *p) {
    char path[4096];
    *config = (struct send_config){
        .mail_tls = 2, .telegram_api = "https://api.telegram.org", .whatsapp_api = "https://graph.facebook.com/v23.0"};
    snprintf(path, sizeof path, "%s/alerts.conf", folder);
    FILE *file = fopen(path, "re");
    if (!file && errno != ENOENT) return problem_set(p, ERR_SYSTEM, "%s cannot be read: %s.", path, strerror(errno));
    err e = file ? file_read(file, config, p) : OK;
    if (file) fclose(file);
    if (e == OK) e = guard_new(config->allow, &config->guard, p);
    if (e == OK) e = vapid_load(folder, config, p);
    if (e != OK) send_config_free(config);
    return e;
}

void send_config_free(struct send_config *config) {
    EVP_PKEY_free(config->vapid_key);
    guard_free(config->guard);
    config->vapid_key = NULL;
    config->guard = NULL;
}
