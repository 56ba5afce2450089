/* What stands between the program and the disk in tests/faults.rs: loaded before the C library, it counts what the
 * program does to one case file and the files beside it, and at a chosen operation does what a failing disk, a full
 * disk or a sudden end would do, or writes down everything for the power cut that is played afterwards.
 *
 *   WITNESSMARK_FAULT_CASE   the case file, as an absolute path; its side files begin with the same name
 *   WITNESSMARK_FAULT_MODE   eio, enospc, torn, kill or record
 *   WITNESSMARK_FAULT_AT     the operation that fails, from 1; 0 or nothing only counts
 *   WITNESSMARK_FAULT_LASTS  1: it and all after it fail; otherwise it alone does
 *   WITNESSMARK_FAULT_LOG    where record writes to
 *
 * eio and kill count every operation; enospc those that take space; torn the writes. Standard error tells the
 * operation that was hit ("fault: ...") and at the end how many there were ("operations: ..."). */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT, EIO_MODE, ENOSPC_MODE, TORN, KILL, RECORD };
enum need { NOTHING, SPACE, BYTES };

#define FILES 1024
#define TEAR (-1)

static char names[FILES][24]; /* by descriptor: "." the case, "-wal" and so on beside it, "/" their folder */
static const char *prefix;
static size_t prefix_length;
static char folder[4096];
static enum mode mode = COUNT;
static long at, count;
static int lasts;
static int log_file = -1;

#define REAL(result, name, ...)                                                                                    \
    static result (*real)(__VA_ARGS__);                                                                             \
    if (!real)                                                                                                      \
        *(void **)&real = dlsym(RTLD_NEXT, #name)

static ssize_t real_write(int file, const void *bytes, size_t length)
{
    REAL(ssize_t, write, int, const void *, size_t);
    return real(file, bytes, length);
}

static void tell(const char *what, const char *name)
{
    char line[128];
    int length = snprintf(line, sizeof line, "\n%s %s\n", what, name);
    real_write(2, line, (size_t)length);
}

__attribute__((constructor)) static void begin(void)
{
    const char *word = getenv("WITNESSMARK_FAULT_MODE");
    const char *number = getenv("WITNESSMARK_FAULT_AT");
    const char *whether = getenv("WITNESSMARK_FAULT_LASTS");
    const char *log = getenv("WITNESSMARK_FAULT_LOG");
    const char *path = getenv("WITNESSMARK_FAULT_CASE");
    if (!path || !word || !strrchr(path, '/') || strlen(path) >= sizeof folder)
        return;
    mode = !strcmp(word, "eio")      ? EIO_MODE
           : !strcmp(word, "enospc") ? ENOSPC_MODE
           : !strcmp(word, "torn")   ? TORN
           : !strcmp(word, "kill")   ? KILL
                                     : RECORD;
    at = number ? atol(number) : 0;
    lasts = whether && *whether == '1';
    strcpy(folder, path);
    *strrchr(folder, '/') = 0;
    prefix_length = strlen(path);
    prefix = path;
    if (mode == RECORD && log) {
        REAL(int, open, const char *, int, ...);
        log_file = real(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    }
}

__attribute__((destructor)) static void finish(void)
{
    char number[32];
    if (!prefix)
        return;
    snprintf(number, sizeof number, "%ld", count);
    tell("operations:", number);
}

/* Which of the case's files `path` is; NULL when none. */
static const char *name_of(const char *path)
{
    if (!prefix || !path)
        return NULL;
    if (!strcmp(path, folder))
        return "/";
    if (strncmp(path, prefix, prefix_length))
        return NULL;
    path += prefix_length;
    return !*path ? "." : *path == '-' ? path : NULL;
}

static const char *name_at(int file)
{
    return file >= 0 && file < FILES && names[file][0] ? names[file] : NULL;
}

/* 0 when the operation shall go on, TEAR when it shall be done by half, otherwise the error it shall give. */
static int fault(const char *what, const char *name, enum need need)
{
    if ((mode == ENOSPC_MODE && need == NOTHING) || (mode == TORN && need != BYTES))
        return 0;
    count++;
    if (!at || mode == RECORD || (lasts ? count < at : count != at))
        return 0;
    if (count == at) {
        char text[64];
        snprintf(text, sizeof text, "%s %s", what, name);
        tell("fault:", text);
    }
    switch (mode) {
    case KILL: _exit(86);
    case TORN: return TEAR;
    case ENOSPC_MODE: return ENOSPC;
    default: return EIO;
    }
}

/* One entry of the log: a line, and the bytes that belong to it. */
static void record(char kind, const char *name, long long number, const void *bytes, size_t length)
{
    char line[128];
    if (log_file < 0)
        return;
    int size = snprintf(line, sizeof line, "%c %s %lld %zu\n", kind, name, number, length);
    real_write(log_file, line, (size_t)size);
    if (length)
        real_write(log_file, bytes, length);
}

static int fail(int error)
{
    errno = error;
    return -1;
}

/* The tail of every opening: `open_it` does it once nothing speaks against it. */
#define OPEN(path, flags, open_it)                                                                                  \
    const char *name = name_of(path);                                                                               \
    int creates = 0;                                                                                                \
    if (name && strcmp(name, "/")) {                                                                                \
        creates = (flags & O_CREAT) && access(path, F_OK);                                                          \
        int error = fault("open", name, creates ? SPACE : NOTHING);                                                 \
        if (error)                                                                                                  \
            return fail(error);                                                                                     \
    }                                                                                                               \
    int file = open_it;                                                                                             \
    if (file >= 0 && file < FILES) {                                                                                \
        names[file][0] = 0;                                                                                         \
        if (name) {                                                                                                 \
            snprintf(names[file], sizeof names[file], "%s", name);                                                  \
            if (creates)                                                                                            \
                record('o', name, 0, NULL, 0);                                                                      \
            else if (flags & O_TRUNC)                                                                               \
                record('t', name, 0, NULL, 0);                                                                      \
        }                                                                                                           \
    }                                                                                                               \
    return file

#define MODE_ARGUMENT                                                                                               \
    mode_t rights = 0;                                                                                              \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                                            \
        va_list rest;                                                                                               \
        va_start(rest, flags);                                                                                      \
        rights = va_arg(rest, mode_t);                                                                              \
        va_end(rest);                                                                                               \
    }

int open(const char *path, int flags, ...)
{
    MODE_ARGUMENT
    REAL(int, open, const char *, int, ...);
    OPEN(path, flags, real(path, flags, rights));
}

int open64(const char *path, int flags, ...)
{
    MODE_ARGUMENT
    REAL(int, open64, const char *, int, ...);
    OPEN(path, flags, real(path, flags, rights));
}

int openat(int base, const char *path, int flags, ...)
{
    MODE_ARGUMENT
    REAL(int, openat, int, const char *, int, ...);
    OPEN(path, flags, real(base, path, flags, rights));
}

int close(int file)
{
    REAL(int, close, int);
    const char *name = name_at(file);
    int error = name && strcmp(name, "/") ? fault("close", name, NOTHING) : 0;
    if (name)
        names[file][0] = 0;
    int result = real(file);
    return error ? fail(error) : result;
}

/* Before a write: what it shall do. A torn one is done here, and is the last. */
static int before_write(int file, const char *name, const void *bytes, size_t length, off64_t offset)
{
    int error = fault("write", name, BYTES);
    if (error == TEAR) {
        REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
        real(file, bytes, length / 2, offset);
        _exit(86);
    }
    return error;
}

ssize_t write(int file, const void *bytes, size_t length)
{
    const char *name = name_at(file);
    if (!name) {
        /* What the child says on standard output takes its place among the operations. */
        const char *said = file == 1 && log_file >= 0 ? memmem(bytes, length, "ack ", 4) : NULL;
        ssize_t result = real_write(file, bytes, length);
        if (said)
            record('a', ".", 0, said, length - (size_t)(said - (const char *)bytes));
        return result;
    }
    off64_t offset = lseek64(file, 0, SEEK_CUR);
    int error = before_write(file, name, bytes, length, offset);
    if (error)
        return fail(error);
    ssize_t result = real_write(file, bytes, length);
    if (result > 0)
        record('w', name, offset, bytes, (size_t)result);
    return result;
}

#define PWRITE(function)                                                                                            \
    ssize_t function(int file, const void *bytes, size_t length, off64_t offset)                                    \
    {                                                                                                               \
        REAL(ssize_t, function, int, const void *, size_t, off64_t);                                                \
        const char *name = name_at(file);                                                                           \
        int error = name ? before_write(file, name, bytes, length, offset) : 0;                                     \
        if (error)                                                                                                  \
            return fail(error);                                                                                     \
        ssize_t result = real(file, bytes, length, offset);                                                         \
        if (name && result > 0)                                                                                     \
            record('w', name, offset, bytes, (size_t)result);                                                       \
        return result;                                                                                              \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t pwritev(int file, const struct iovec *parts, int many, off_t offset)
{
    REAL(ssize_t, pwritev, int, const struct iovec *, int, off_t);
    if (!name_at(file))
        return real(file, parts, many, offset);
    ssize_t written = 0;
    for (int part = 0; part < many; part++) {
        ssize_t result = pwrite(file, parts[part].iov_base, parts[part].iov_len, offset + written);
        if (result < 0)
            return written ? written : result;
        written += result;
    }
    return written;
}

/* The program's end does not lose what the system holds, so nothing has to reach a real disk here. */
static int sync_file(const char *what, int file)
{
    const char *name = name_at(file);
    int error = fault(what, name, NOTHING);
    if (error)
        return fail(error);
    record(strcmp(name, "/") ? 's' : 'd', name, 0, NULL, 0);
    return 0;
}

int fsync(int file)
{
    REAL(int, fsync, int);
    return name_at(file) ? sync_file("fsync", file) : real(file);
}

int fdatasync(int file)
{
    REAL(int, fdatasync, int);
    return name_at(file) ? sync_file("fdatasync", file) : real(file);
}

#define TRUNCATE(function)                                                                                          \
    int function(int file, off64_t length)                                                                          \
    {                                                                                                               \
        REAL(int, function, int, off64_t);                                                                          \
        const char *name = name_at(file);                                                                           \
        int error = name ? fault("truncate", name, NOTHING) : 0;                                                    \
        if (error)                                                                                                  \
            return fail(error);                                                                                     \
        int result = real(file, length);                                                                            \
        if (name && !result)                                                                                        \
            record('t', name, length, NULL, 0);                                                                     \
        return result;                                                                                              \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

int unlink(const char *path)
{
    REAL(int, unlink, const char *);
    const char *name = name_of(path);
    int error = name ? fault("unlink", name, NOTHING) : 0;
    if (error)
        return fail(error);
    int result = real(path);
    if (name && !result)
        record('u', name, 0, NULL, 0);
    return result;
}

int rename(const char *from, const char *to)
{
    REAL(int, rename, const char *, const char *);
    const char *one = name_of(from), *other = name_of(to);
    int error = one || other ? fault("rename", one ? one : other, NOTHING) : 0;
    if (error)
        return fail(error);
    int result = real(from, to);
    if (one && other && !result)
        record('r', one, 0, other, strlen(other));
    return result;
}
