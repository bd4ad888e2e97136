#ifndef CFILE_H
#define CFILE_H

#include <dirent.h>
#include <sys/types.h>

/// Swaps two names in one step, so that there is no moment at which one of them is missing.
/// Names are relative to the folder descriptors. Returns 0 or the error number; EINVAL, ENOSYS or ENOTSUP
/// where the file system cannot do it.
int cfile_exchange(int from_folder, const char *from, int to_folder, const char *to);

/// Renames without ever replacing what has the new name already (EEXIST).
/// Returns 0 or the error number, with the same three where the file system cannot do it.
int cfile_rename_new(int from_folder, const char *from, int to_folder, const char *to);

/// The name of a directory entry, which Swift would import as a tuple; valid as long as the entry.
const char *cfile_entry_name(const struct dirent *entry);

/// From now on SIGINT, SIGTERM, SIGHUP and SIGPIPE do not end the process: a thread of its own calls
/// `interrupted` with the first that comes. The second of a kind acts as before, and an ignored one stays ignored.
/// One watch at a time: returns 0, EBUSY while there is one, or the error number of starting it.
int cfile_watch_signals(void (*interrupted)(void *context, int signal), void *context);

/// Gives the signals their former meaning and waits for the thread to end. Only after a successful start.
void cfile_unwatch_signals(void);

/// Starts a program in a folder, without input or output. Both lists end with NULL.
/// Returns 0 or the error number.
int cfile_spawn(const char *path, char *const arguments[], char *const environment[], int folder, pid_t *child);

#endif
