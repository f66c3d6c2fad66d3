/* `faena audit`: the invariants of the books and the work, checked on any database. */
#include <stdio.h>

#include "base/json_out.h"
#include "cli/cli.h"

static const struct cli_option options[] = {
    {"json", NULL, "one JSON object: {\"ok\", \"checks\": [{\"name\", \"ok\", \"detail\"}]}"},
    {NULL, NULL, NULL},
};

static void json_print(const struct audit_check *checks, int count, bool all_ok) {
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    out_object_begin(&o);
    out_set_bool(&o, "ok", all_ok);
    out_key(&o, "checks");
    out_array_begin(&o);
    for (int i = 0; i < count; i++) {
        out_object_begin(&o);
        out_set_text(&o, "name", checks[i].name);
        out_set_bool(&o, "ok", checks[i].ok);
        out_set_text(&o, "detail", checks[i].detail);
        out_end(&o);
    }
    out_end(&o);
    out_end(&o);
    printf("%s\n", text.data);
}

static int audit_command_run(struct cli *cli) {
    struct audit_check checks[AUDIT_CHECKS_MAX];
    int count;
    bool all_ok;
    if (!cli_open(cli, false)) return CLI_FAILED;
    err e = audit_run(cli->reader, checks, &count, &all_ok);
    if (e != OK) return cli_fail(cli, e, NULL);
    if (cli_switch(cli, "json")) {
        json_print(checks, count, all_ok);
    } else {
        int broken = 0;
        for (int i = 0; i < count; i++) {
            printf("%-6s  %s (%s)\n", checks[i].ok ? "ok" : "BROKEN", checks[i].name, checks[i].detail);
            broken += !checks[i].ok;
        }
        printf("%d checks, %d broken\n", count, broken);
    }
    return all_ok ? CLI_OK : CLI_FAILED;
}

const struct cli_command command_audit = {
    .name = "audit",
    .summary = "check that books and work are consistent",
    .text = "Checks every invariant: transfers balance, balances equal the sums of their transfers, no task holds more "
            "answers and\n"
            "leases than wanted, each approved answer is paid once, event numbers have no gaps, and more. It reads one "
            "snapshot and\n"
            "may run beside the server. Exit code 1 when anything is broken.",
    .examples = "faena audit\nfaena audit --database postgresql:///faena\nfaena audit --json | jq '.checks[] | "
                "select(.ok | not)'",
    .options = options,
    .run = audit_command_run,
};
