/* Loaded before the C library: the k-th write, sync, cut, rename or removal ends or fails.

   `faults_arm(k, mode)`: mode 0 counts only, 1 kills the process before the call, 2 fails it with
   EIO, 3 with ENOSPC; after a failure everything works again. `faults_count()` tells how many. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long counted, wanted;
static int mode, armed;

void faults_arm(long k, int how) { counted = 0; wanted = k; mode = how; armed = 1; }
long faults_count(void) { return counted; }

static int on_disk(int fd) {
    struct stat found;
    return fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
}

static int hit(void) {
    if (!armed || ++counted != wanted) return 0;
    if (mode == 1) { kill(getpid(), SIGKILL); pause(); }
    if (mode == 2) { errno = EIO; return 1; }
    if (mode == 3) { errno = ENOSPC; return 1; }
    return 0;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, #name);

ssize_t write(int fd, const void *data, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t)
    if (on_disk(fd) && hit()) return -1;
    return real(fd, data, count);
}
ssize_t pwrite(int fd, const void *data, size_t count, off_t at) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t)
    if (hit()) return -1;
    return real(fd, data, count, at);
}
ssize_t pwrite64(int fd, const void *data, size_t count, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)
    if (hit()) return -1;
    return real(fd, data, count, at);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec *, int)
    if (on_disk(fd) && hit()) return -1;
    return real(fd, parts, count);
}
/* how Python copies whole files */
ssize_t sendfile(int to, int from, off_t *at, size_t count) {
    REAL(ssize_t, sendfile, int, int, off_t *, size_t)
    if (on_disk(to) && hit()) return -1;
    return real(to, from, at, count);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
    REAL(ssize_t, sendfile64, int, int, off64_t *, size_t)
    if (on_disk(to) && hit()) return -1;
    return real(to, from, at, count);
}
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t count, unsigned bits) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned)
    if (hit()) return -1;
    return real(from, at, to, there, count, bits);
}
int fsync(int fd) { REAL(int, fsync, int) if (hit()) return -1; return real(fd); }
int fdatasync(int fd) { REAL(int, fdatasync, int) if (hit()) return -1; return real(fd); }
int ftruncate(int fd, off_t length) {
    REAL(int, ftruncate, int, off_t)
    if (hit()) return -1;
    return real(fd, length);
}
int ftruncate64(int fd, off64_t length) {
    REAL(int, ftruncate64, int, off64_t)
    if (hit()) return -1;
    return real(fd, length);
}
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *)
    if (hit()) return -1;
    return real(from, to);
}
int renameat(int from_in, const char *from, int to_in, const char *to) {
    REAL(int, renameat, int, const char *, int, const char *)
    if (hit()) return -1;
    return real(from_in, from, to_in, to);
}
int unlink(const char *path) {
    REAL(int, unlink, const char *)
    if (hit()) return -1;
    return real(path);
}
int mkdir(const char *path, mode_t bits) {
    REAL(int, mkdir, const char *, mode_t)
    if (hit()) return -1;
    return real(path, bits);
}
