#include "test_ops.h"

#include "api_test_gen.h"

struct test_ops test_ops;

static err run(struct api_call *call, const char *name, const void *in) {
    test_ops.calls++;
    test_ops.name = name;
    test_ops.in = in;
    test_ops.call = call;
    if (test_ops.keep) return OK;
    if (test_ops.result != OK) return test_ops.result;
    struct buf text = {0};
    buf_printf(&text, "{\"op\":\"%s\"}", name);
    api_reply_buf(call, 0, &text);
    buf_free(&text);
    return OK;
}

#define OP(name) \
    err op_##name(struct api_call *call, const struct in_##name *in) { return run(call, #name, in); }
OP(box_list)
OP(box_create)
OP(box_show)
OP(box_update)
OP(box_delete)
OP(box_part)
OP(name_show)
OP(box_newest)
OP(login)
OP(render)
