#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "CFile.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__APPLE__)
#define EXCHANGE RENAME_SWAP
#define NO_REPLACE RENAME_EXCL
#define rename_with_flags renameatx_np
#else
#define EXCHANGE RENAME_EXCHANGE
#define NO_REPLACE RENAME_NOREPLACE
#define rename_with_flags renameat2
#endif

int cfile_exchange(int from_folder, const char *from, int to_folder, const char *to) {
    return rename_with_flags(from_folder, from, to_folder, to, EXCHANGE) == 0 ? 0 : errno;
}

int cfile_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
    return rename_with_flags(from_folder, from, to_folder, to, NO_REPLACE) == 0 ? 0 : errno;
}

const char *cfile_entry_name(const struct dirent *entry) {
    return entry->d_name;
}

static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
enum { watched_count = sizeof watched / sizeof watched[0] };

static atomic_flag is_watching = ATOMIC_FLAG_INIT;
static struct sigaction former[watched_count];
static struct watch {
    void (*interrupted)(void *context, int signal);
    void *context;
    pthread_t thread;
} watch;
// The pipe is never closed: a handler may be about to write to it at any time.
static int signal_pipe[2] = {-1, -1};

static void send_byte(unsigned char byte) {
    // A full pipe holds a signal already; there is nobody to report another failure to.
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
}

static void forward(int signal) {
    int saved = errno;
    send_byte((unsigned char)signal);
    errno = saved;
}

static void *wait_for_signal(void *unused) {
    (void)unused;
    unsigned char byte = 0;
    ssize_t count;
    do count = read(signal_pipe[0], &byte, 1);
    while (count < 0 && errno == EINTR);
    if (byte != 0) watch.interrupted(watch.context, byte);
    return NULL;
}

static int make_signal_pipe(void) {
    if (signal_pipe[0] >= 0) return 0;
    if (pipe(signal_pipe) != 0) return errno;
    for (int i = 0; i < 2; i++) fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
    return 0;
}

int cfile_watch_signals(void (*interrupted)(void *context, int signal), void *context) {
    if (atomic_flag_test_and_set(&is_watching)) return EBUSY;
    watch.interrupted = interrupted;
    watch.context = context;
    int error = make_signal_pipe();
    if (error == 0) error = pthread_create(&watch.thread, NULL, wait_for_signal, NULL);
    if (error != 0) {
        atomic_flag_clear(&is_watching);
        return error;
    }
    struct sigaction action = {0};
    action.sa_handler = forward;
    // With SA_RESETHAND an impatient second interrupt ends the process at once.
    action.sa_flags = (int)(SA_RESTART | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < watched_count; i++) {
        sigaction(watched[i], NULL, &former[i]);
        if (former[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
    }
    return 0;
}

void cfile_unwatch_signals(void) {
    for (int i = 0; i < watched_count; i++) sigaction(watched[i], &former[i], NULL);
    send_byte(0);
    pthread_join(watch.thread, NULL);
    atomic_flag_clear(&is_watching);
}
