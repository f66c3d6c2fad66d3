/* `faena picture-check`: the child that decodes pictures; started by the program itself. */
#include "cli/cli.h"

static int picture_check_run(struct cli *cli) { return picture_check_main(); }

const struct cli_command command_picture_check = {
    .name = "picture-check",
    .summary = "decode a picture (used by faena itself)",
    .text = "Reads a picture on standard input, decodes it and prints type, width and height. Faena starts it for "
            "every picture that\n"
            "is uploaded, so that a broken decoder harms nothing.",
    .hidden = true,
    .run = picture_check_run,
};
