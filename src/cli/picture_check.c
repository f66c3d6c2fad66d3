/* `faena picture-check`: the child that decodes pictures; started by the program itself. */
#include <string.h>

#include "cli/cli.h"

static int picture_check_run(struct cli *cli) {
    if (cli->arg_count == 0) return picture_check_main();
    if (cli->arg_count == 1 && strcmp(cli->args[0], "tiles") == 0) return picture_tiles_main();
    int64_t width;
    if (cli->arg_count != 2 || !str_to_int64(str_from(cli->args[0]), &width) || !picture_width_offered(width))
        return CLI_USAGE;
    return picture_copy_main((int)width, cli->args[1]);
}

const struct cli_command command_picture_check = {
    .name = "picture-check",
    .summary = "decode a picture (used by faena itself)",
    .arguments = "[tiles | WIDTH avif|webp|jpeg]",
    .text = "Reads a picture on standard input, decodes it and prints type, width and height. Faena starts it for "
            "every picture that\n"
            "is uploaded, so that a broken decoder harms nothing. With a width and a form it writes a smaller copy "
            "instead, with \"tiles\" all parts of a big picture.",
    .args_max = 2,
    .hidden = true,
    .run = picture_check_run,
};
