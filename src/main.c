/* main.c - the list of subcommands. Each row stands in its file of cli/. */
#include "cli/cli.h"

extern const struct cli_command command_init, command_serve, command_demo, command_user_add, command_user_list,
    command_user_role, command_user_password, command_user_credit, command_user_disable, command_project_create,
    command_project_list, command_project_show, command_project_publish, command_project_pause, command_project_resume,
    command_project_complete, command_import, command_export, command_aggregate, command_agree, command_rank,
    command_audit, command_backup, command_restore, command_simulate, command_bench, command_picture_check;

static const struct cli_command *const commands[] = {
    &command_init,
    &command_serve,
    &command_demo,
    &command_user_add,
    &command_user_list,
    &command_user_role,
    &command_user_password,
    &command_user_credit,
    &command_user_disable,
    &command_project_create,
    &command_project_list,
    &command_project_show,
    &command_project_publish,
    &command_project_pause,
    &command_project_resume,
    &command_project_complete,
    &command_import,
    &command_export,
    &command_aggregate,
    &command_agree,
    &command_rank,
    &command_audit,
    &command_backup,
    &command_restore,
    &command_simulate,
    &command_bench,
    &command_picture_check,
    NULL,
};

int main(int argc, char **argv) { return cli_main(argc, argv, commands); }
