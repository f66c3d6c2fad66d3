/* main.c - subcommands and wiring only. */
#include <sodium.h>
#include <stdio.h>

#include "base/inject.h"
#include "cli/cli.h"
#include "domain/label_config.h"

extern const struct cli_command command_init, command_user_list, command_user_add, command_user_role, command_user_disable,
    command_user_password, command_user_credit, command_picture_check;
int cli_serve(struct cli *cli);
int cli_bench(struct cli *cli);

static int picture(struct cli *cli) { return picture_check_main(); }
static const struct cli_command picture_row = {.name = "picture-check", .hidden = true, .run = picture, .summary = "", .text = "", .examples = ""};
static const struct cli_command serve_row = {.name = "serve", .run = cli_serve, .summary = "Run the server", .text = "", .examples = ""};
static const struct cli_command bench_row = {.name = "bench", .run = cli_bench, .args_max = 10, .summary = "Measure", .text = "", .examples = ""};
static const struct cli_command *const commands[] = {
    &command_init, &serve_row, &command_user_add, &command_user_list, &command_user_role, &command_user_password,
    &command_user_credit, &command_user_disable, &bench_row, &picture_row, NULL,
};

int main(int argc, char **argv) {
    inject_setup();
    if (sodium_init() < 0) {
        fprintf(stderr, "faena: libsodium cannot be started\n");
        return 1;
    }
    label_config_setup();
    return cli_main(argc, argv, commands);
}
