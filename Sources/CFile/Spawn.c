#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "CFile.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

static int silence(posix_spawn_file_actions_t *actions) {
    int error = 0;
    for (int number = 0; number <= 2 && error == 0; number++) {
        error = posix_spawn_file_actions_addopen(actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0);
    }
    return error;
}

int cfile_spawn(const char *path, char *const arguments[], char *const environment[], int folder, pid_t *child) {
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = silence(&actions);
    if (error == 0) error = posix_spawn_file_actions_addfchdir_np(&actions, folder);
    if (error == 0) error = posix_spawn(child, path, &actions, NULL, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}
