/* What ffmpeg may not do while it makes a copy of a sound. It loads a hundred libraries of its own, so that the picture
 * checker's list of what is allowed would break with each of their versions; here it is a list of what is forbidden:
 * Landlock leaves it the system's programs and libraries, to read, and the one file; seccomp takes from it the network,
 * other processes, and all that writes to the disk but what it is given open.
 *
 * Called between fork and exec: only system calls. */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "files/files_internal.h"

/* --- files --- */

enum {
    TO_READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE,
    TO_LOOK = TO_READ | LANDLOCK_ACCESS_FS_READ_DIR,
    ALL_ACCESS = 2 * LANDLOCK_ACCESS_FS_MAKE_SYM - 1, /* of the first version */
};

static bool path_allow(int rules, int fd, unsigned access) {
    struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = fd};
    bool done = fd < 0 || syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    if (fd >= 0) close(fd);
    return done;
}

/* True also where the kernel has no Landlock. */
static bool files_restrict(const char *program, int input) {
    static const struct {
        const char *path;
        unsigned access;
    } places[] = {{"/usr", TO_LOOK},
                  {"/lib", TO_LOOK},
                  {"/lib64", TO_LOOK},
                  {"/etc/ld.so.cache", TO_READ},
                  {"/dev/urandom", TO_READ}};
    struct landlock_ruleset_attr order = {.handled_access_fs = ALL_ACCESS};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &order, sizeof order, 0);
    if (rules < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
    bool done = path_allow(rules, open(program, O_PATH | O_CLOEXEC), TO_READ) &&
                path_allow(rules, fcntl(input, F_DUPFD_CLOEXEC, 3), LANDLOCK_ACCESS_FS_READ_FILE);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        done = done && path_allow(rules, open(places[i].path, O_PATH | O_CLOEXEC), places[i].access);
    done = done && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return done;
}

/* --- system calls --- */

#if defined __x86_64__
#define SANDBOX_ARCH AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define SANDBOX_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef SANDBOX_ARCH

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)
#define REFUSE RETURN(SECCOMP_RET_ERRNO | EPERM)
#define DENY(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), REFUSE
/* Only when the first argument is this; the low half of it on both machines. */
#define ONLY(name, value)                                                 \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 4), LOAD(args[0]), \
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1), RETURN(SECCOMP_RET_ALLOW), REFUSE
/* Not when its flags mean to write. */
#define READ_ONLY(name, flags)                                                                                        \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 4), LOAD(args[flags]),                                         \
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 1, 0), RETURN(SECCOMP_RET_ALLOW), \
        REFUSE

static bool calls_restrict(void) {
    const unsigned own = (unsigned)getpid();
    struct sock_filter filter[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SANDBOX_ARCH, 1, 0),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
#ifdef __x86_64__
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), /* the numbers of x32 name the same calls */
        REFUSE,
#endif
        /* the network */
        DENY(socket),
        DENY(socketpair),
        DENY(connect),
        DENY(bind),
        DENY(sendto),
        DENY(sendmsg),
        /* other processes */
        DENY(kill),
        DENY(tkill),
        ONLY(tgkill, own),
        DENY(rt_sigqueueinfo),
        DENY(rt_tgsigqueueinfo),
        DENY(pidfd_open),
        DENY(pidfd_send_signal),
        DENY(pidfd_getfd),
        DENY(ptrace),
        DENY(process_vm_readv),
        DENY(process_vm_writev),
        DENY(process_madvise),
        ONLY(prlimit64, 0),
        DENY(sched_setscheduler),
        DENY(sched_setattr),
        DENY(setpriority),
        /* the kernel's wide doors */
        DENY(io_uring_setup),
        DENY(io_uring_enter),
        DENY(io_uring_register),
        DENY(bpf),
        DENY(perf_event_open),
        DENY(userfaultfd),
        DENY(keyctl),
        DENY(add_key),
        DENY(request_key),
        DENY(unshare),
        DENY(setns),
        DENY(mount),
        DENY(umount2),
        DENY(pivot_root),
        DENY(chroot),
        DENY(open_by_handle_at),
        DENY(fsopen),
        DENY(open_tree),
        DENY(move_mount),
        /* what writes */
        READ_ONLY(openat, 2),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
        RETURN(SECCOMP_RET_ERRNO | ENOSYS),
        DENY(unlinkat),
        DENY(renameat),
        DENY(renameat2),
        DENY(linkat),
        DENY(symlinkat),
        DENY(mkdirat),
        DENY(mknodat),
        DENY(truncate),
        DENY(ftruncate),
        DENY(fchmod),
        DENY(fchmodat),
        DENY(fchown),
        DENY(fchownat),
        DENY(utimensat),
        DENY(setxattr),
        DENY(lsetxattr),
        DENY(fsetxattr),
        DENY(removexattr),
        DENY(lremovexattr),
        DENY(fremovexattr),
#ifdef __x86_64__ /* the old names of the same */
        READ_ONLY(open, 1),
        DENY(creat),
        DENY(unlink),
        DENY(rename),
        DENY(link),
        DENY(symlink),
        DENY(mkdir),
        DENY(rmdir),
        DENY(mknod),
        DENY(chmod),
        DENY(chown),
        DENY(lchown),
        DENY(utime),
        DENY(utimes),
        DENY(futimesat),
#endif
        RETURN(SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

static bool calls_restrict(void) { return true; } /* only Landlock and the limits hold */

#endif

bool sound_sandbox(const char *program, int input) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && files_restrict(program, input) && calls_restrict();
}
