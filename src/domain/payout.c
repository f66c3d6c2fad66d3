#include "domain/payout.h"

#include <ctype.h>

static str trimmed(str s) {
    while (s.len > 0 && s.data[0] == ' ') s = (str){s.data + 1, s.len - 1};
    while (s.len > 0 && s.data[s.len - 1] == ' ') s.len--;
    return s;
}

str payout_method(str methods, int n) {
    size_t start = 0;
    for (size_t i = 0; i <= methods.len; i++) {
        if (i < methods.len && methods.data[i] != ',') continue;
        str one = trimmed((str){methods.data + start, i - start});
        start = i + 1;
        if (one.len > 0 && n-- == 0) return one;
    }
    return STR("");
}

static bool offered(str methods, str method) {
    str one = payout_method(methods, 0);
    for (int i = 1; one.len > 0; one = payout_method(methods, i++))
        if (str_equal(one, method)) return true;
    return false;
}

err payout_check(const struct payout_terms *terms, int64_t amount_micros, str method, struct problem *p) {
    if (!terms->on)
        return problem_set(p, ERR_CONFLICT, "This server pays nobody out at the moment; your balance stays yours.");
    if (amount_micros < terms->least_micros)
        problem_field_add(p, "/amount_micros", "At least %lld micro-units can be paid out.",
                          (long long)terms->least_micros);
    if (payout_method(terms->methods, 0).len > 0 && !offered(terms->methods, method))
        problem_field_add(p, "/method", "Choose one of: %.*s.", STR_ARG(terms->methods));
    return p->field_count > 0 ? problem_set(p, ERR_INVALID, "%s", err_sentence(ERR_INVALID)) : OK;
}

str payout_address_key(str address, char out[PAYOUT_KEY_BYTES]) {
    size_t len = 0;
    for (size_t i = 0; i < address.len && len < PAYOUT_KEY_BYTES; i++) {
        unsigned char c = (unsigned char)address.data[i];
        if (c >= 128 || isalnum(c)) out[len++] = (char)(c < 128 ? tolower(c) : c);
    }
    return (str){out, len};
}

bool payout_cell_is_formula(str cell) {
    if (cell.len == 0) return false;
    char c = cell.data[0];
    if (c == '=' || c == '@' || c == '-' || c == '\t' || c == '\r') return true;
    if (c != '+') return false;
    for (size_t i = 1; i < cell.len; i++)
        if (!isdigit((unsigned char)cell.data[i]) && cell.data[i] != ' ') return true;
    return false;
}
