/* RFC 8291, appendix A, byte for byte; and that a signature of RFC 8292 is one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>

#include "base/arena.h"
#include "base/json.h"
#include "send/outbox.h"
#include "send/web_push_crypt.h"

#define RECEIVER "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
#define AUTH "BTBZMqHH6r4Tts7J_aSIgg"

/* A key pair of its two halves; OpenSSL does not derive the public one. */
static EVP_PKEY *pair(const char *private_text, const char *public_text) {
    unsigned char d[32], point[PUSH_POINT_BYTES];
    assert_true(push_base64_decode(str_from(private_text), d, sizeof d));
    assert_true(push_base64_decode(str_from(public_text), point, sizeof point));
    BIGNUM *number = BN_bin2bn(d, sizeof d, NULL);
    OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point);
    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_PRIV_KEY, number);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(build);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    EVP_PKEY *key = NULL;
    assert_true(EVP_PKEY_fromdata_init(context) > 0);
    assert_true(EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, params) > 0);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(build);
    BN_free(number);
    return key;
}

static void the_vector_of_rfc_8291(void **state) {
    unsigned char receiver[PUSH_POINT_BYTES], auth[PUSH_AUTH_BYTES], salt[PUSH_SALT_BYTES];
    assert_true(push_base64_decode(STR(RECEIVER), receiver, sizeof receiver));
    assert_true(push_base64_decode(STR(AUTH), auth, sizeof auth));
    assert_true(push_base64_decode(STR("DGv6ra1nlYgDCS1FRnbzlw"), salt, sizeof salt));
    EVP_PKEY *sender = pair("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
                            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
    CLEANUP(buf_free) struct buf out = {0};
    CLEANUP(buf_free) struct buf text = {0};
    assert_int_equal(push_encrypt(receiver, auth, STR("When I grow up, I want to be a watermelon"), sender, salt, &out),
                     OK);
    push_base64_add(&text, out.data, out.len);
    buf_add_text(&text, "");
    assert_string_equal(text.data,
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
                        "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
                        "gSxsj_Qulcy4a-fN");
    EVP_PKEY_free(sender);
}

static void the_longest_text_fits_one_record(void **state) {
    static char text[PUSH_TEXT_BYTES_MAX + 1];
    unsigned char receiver[PUSH_POINT_BYTES], auth[PUSH_AUTH_BYTES], salt[PUSH_SALT_BYTES] = {1};
    push_base64_decode(STR(RECEIVER), receiver, sizeof receiver);
    push_base64_decode(STR(AUTH), auth, sizeof auth);
    EVP_PKEY *sender = EVP_EC_gen("P-256");
    CLEANUP(buf_free) struct buf out = {0};
    assert_int_equal(push_encrypt(receiver, auth, (str){text, sizeof text - 1}, sender, salt, &out), OK);
    assert_int_equal(out.len, PUSH_RECORD_BYTES);
    assert_int_equal(push_encrypt(receiver, auth, (str){text, sizeof text}, sender, salt, &out), ERR_INVALID);
    EVP_PKEY_free(sender);
}

static void wrong_keys_are_refused(void **state) {
    assert_true(send_push_keys_valid(STR(RECEIVER), STR(AUTH)));
    assert_false(send_push_keys_valid(STR(RECEIVER), STR("BTBZMqHH6r4Tts7J_aSI")));
    assert_false(send_push_keys_valid(STR(RECEIVER "AA"), STR(AUTH)));
    /* 65 bytes, but not on the curve */
    assert_false(send_push_keys_valid(
        STR("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw5"), STR(AUTH)));
}

static void a_signature_can_be_verified(void **state) {
    EVP_PKEY *key = EVP_EC_gen("P-256");
    CLEANUP(buf_free) struct buf header = {0};
    CLEANUP(json_drop) json_t *claims = NULL;
    assert_int_equal(vapid_header(key, "https://push.example", 1795000000, "mailto:ops@example.org", &header), OK);
    char *token = strstr(header.data, "t=") + 2, *end = strstr(token, ", k="), *second = strchr(token, '.'),
         *third = strchr(second + 1, '.');
    unsigned char raw[64], body[300] = {0}, point[PUSH_POINT_BYTES], own[PUSH_POINT_BYTES], *der = NULL;
    size_t body_len = (size_t)(third - second - 1) * 3 / 4;
    assert_true(push_base64_decode((str){second + 1, (size_t)(third - second - 1)}, body, body_len));
    assert_int_equal(json_parse((str){(char *)body, body_len}, &claims, NULL), OK);
    assert_string_equal(json_text(claims, "aud"), "https://push.example");
    assert_int_equal(json_int(claims, "exp", 0), 1795000000);
    assert_true(push_base64_decode(str_from(end + 4), point, sizeof point) && push_point(key, own));
    assert_memory_equal(point, own, sizeof own);
    assert_true(push_base64_decode((str){third + 1, (size_t)(end - third - 1)}, raw, sizeof raw));
    ECDSA_SIG *signature = ECDSA_SIG_new();
    ECDSA_SIG_set0(signature, BN_bin2bn(raw, 32, NULL), BN_bin2bn(raw + 32, 32, NULL));
    int len = i2d_ECDSA_SIG(signature, &der);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    assert_int_equal(EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key), 1);
    assert_int_equal(EVP_DigestVerify(context, der, (size_t)len, (unsigned char *)token, (size_t)(third - token)), 1);
    EVP_MD_CTX_free(context);
    ECDSA_SIG_free(signature);
    OPENSSL_free(der);
    EVP_PKEY_free(key);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_vector_of_rfc_8291),
        cmocka_unit_test(the_longest_text_fits_one_record),
        cmocka_unit_test(wrong_keys_are_refused),
        cmocka_unit_test(a_signature_can_be_verified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
