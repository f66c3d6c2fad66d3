/* slowlink [--down KBIT] [--up KBIT] [--rtt MSEC] [--loss PERMILLE] [--queue MSEC] [--net N] [--counts FILE] [--seed N]
 * -- COMMAND ...
 *
 * Runs a command behind a slow link: in a network of its own whose only way out is a pair of TUN devices between which
 * this program carries the packets, each after the time that it would take on such a link. Both ends are the kernel's
 * own TCP. The command reaches this machine as 10.214.N.1 and has no other network; it ends with the command's exit
 * status, 69 when the kernel gives no TUN device or no network namespace (it says which).
 *
 *   packet -> dropped with probability loss, or when the queue holds more than --queue msec already
 *          -> waits until the bytes before it are out at the rate of its direction
 *          -> arrives rtt / 2 later
 *
 * FILE always holds two numbers of 8 bytes: bytes that came down to the command, bytes that went up. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PACKET_BYTES_MAX = 1500, QUEUE_MAX = 4096, STATUS_NO_LINK = 69 };

struct packet {
    int64_t due_usec;
    int bytes;
    unsigned char data[PACKET_BYTES_MAX];
};

/* One direction: a ring of packets in the order of their arrival. */
struct way {
    int from, to; /* TUN devices */
    int64_t kbit, busy_until_usec;
    struct packet *ring;
    int first, count;
};

struct options {
    int64_t kbit[2], rtt_usec, queue_usec; /* kbit: down, up */
    int loss_permille, net, counts_fd;
    uint64_t random;
};

static int64_t now_usec(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void give_up(const char *what) {
    fprintf(stderr, "slowlink: %s: %s. It needs root, /dev/net/tun and network namespaces.\n", what, strerror(errno));
    exit(STATUS_NO_LINK);
}

/* xorshift64*: the same losses with the same seed. */
static bool is_lost(struct options *o) {
    o->random ^= o->random >> 12;
    o->random ^= o->random << 25;
    o->random ^= o->random >> 27;
    return (int)((o->random * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % 1000 < o->loss_permille;
}

static void address_set(int control, struct ifreq *request, unsigned long what, int net, int host) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl((10u << 24) | (214u << 16) | ((unsigned)net << 8) | (unsigned)host);
    memcpy(&request->ifr_addr, &address, sizeof address);
    if (ioctl(control, what, request)) give_up("no address for the TUN device");
}

static void device_up(int control, const char *name) {
    struct ifreq request = {0};
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
    if (ioctl(control, SIOCGIFFLAGS, &request)) give_up(name);
    request.ifr_flags |= IFF_UP;
    if (ioctl(control, SIOCSIFFLAGS, &request)) give_up(name);
}

/* A device in the network of this moment: host 1 is this machine's end, host 2 the command's. */
static int tun_open(int net, int host) {
    int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) give_up("/dev/net/tun");
    struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
    snprintf(request.ifr_name, sizeof request.ifr_name, "slow%d", net);
    if (ioctl(fd, TUNSETIFF, &request)) give_up("no TUN device");
    int control = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    address_set(control, &request, SIOCSIFADDR, net, host);
    address_set(control, &request, SIOCSIFDSTADDR, net, 3 - host);
    device_up(control, request.ifr_name);
    if (host == 2) device_up(control, "lo");
    close(control);
    return fd;
}

static void packets_take(struct way *way, struct options *o, int64_t now) {
    for (;;) {
        struct packet packet;
        ssize_t bytes = read(way->from, packet.data, sizeof packet.data);
        if (bytes <= 0) return;
        packet.bytes = (int)bytes;
        if (way->busy_until_usec < now) way->busy_until_usec = now;
        if (way->count == QUEUE_MAX || way->busy_until_usec - now > o->queue_usec || is_lost(o)) continue;
        way->busy_until_usec += bytes * 8000 / way->kbit;
        packet.due_usec = way->busy_until_usec + o->rtt_usec / 2;
        way->ring[(way->first + way->count++) % QUEUE_MAX] = packet;
    }
}

static void packets_give(struct way *way, int64_t now, int64_t *bytes) {
    while (way->count > 0 && way->ring[way->first].due_usec <= now) {
        struct packet *packet = &way->ring[way->first];
        if (write(way->to, packet->data, (size_t)packet->bytes) > 0) *bytes += packet->bytes;
        way->first = (way->first + 1) % QUEUE_MAX;
        way->count--;
    }
}

static int64_t wait_usec(const struct way *ways, int64_t now) {
    int64_t least = 1000000;
    for (int i = 0; i < 2; i++)
        if (ways[i].count > 0 && ways[i].ring[ways[i].first].due_usec - now < least)
            least = ways[i].ring[ways[i].first].due_usec - now;
    return least > 0 ? least : 0;
}

/* Until the command has ended; its exit status. */
static int carry(struct way *ways, struct options *o, pid_t command, int signals) {
    int64_t counts[2] = {0};
    for (;;) {
        int64_t wait = wait_usec(ways, now_usec());
        struct timespec time = {wait / 1000000, (wait % 1000000) * 1000};
        struct pollfd wake[3] = {{.fd = ways[0].from, .events = POLLIN},
                                 {.fd = ways[1].from, .events = POLLIN},
                                 {.fd = signals, .events = POLLIN}};
        ppoll(wake, 3, &time, NULL);
        int64_t now = now_usec();
        for (int i = 0; i < 2; i++) {
            packets_take(&ways[i], o, now);
            packets_give(&ways[i], now, &counts[i]);
        }
        if (o->counts_fd >= 0 && pwrite(o->counts_fd, counts, sizeof counts, 0) < 0) give_up("--counts");
        if (!wake[2].revents) continue;
        struct signalfd_siginfo info;
        int status;
        if (read(signals, &info, sizeof info) == sizeof info && info.ssi_signo != SIGCHLD)
            kill(command, (int)info.ssi_signo);
        if (waitpid(command, &status, WNOHANG) == command)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
}

static int options_read(int argc, char **argv, struct options *o) {
    for (int i = 1; i < argc; i += 2) {
        if (strcmp(argv[i], "--") == 0 && i + 1 < argc) return i + 1;
        if (i + 1 == argc) break;
        int64_t number = atoll(argv[i + 1]);
        if (strcmp(argv[i], "--down") == 0 && number > 0)
            o->kbit[0] = number;
        else if (strcmp(argv[i], "--up") == 0 && number > 0)
            o->kbit[1] = number;
        else if (strcmp(argv[i], "--rtt") == 0 && number >= 0)
            o->rtt_usec = number * 1000;
        else if (strcmp(argv[i], "--loss") == 0 && number >= 0)
            o->loss_permille = (int)number;
        else if (strcmp(argv[i], "--queue") == 0 && number > 0)
            o->queue_usec = number * 1000;
        else if (strcmp(argv[i], "--net") == 0 && number >= 0 && number < 256)
            o->net = (int)number;
        else if (strcmp(argv[i], "--seed") == 0 && number > 0)
            o->random = (uint64_t)number;
        else if (strcmp(argv[i], "--counts") == 0)
            o->counts_fd = open(argv[i + 1], O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        else
            break;
    }
    fputs("usage: slowlink [--down KBIT] [--up KBIT] [--rtt MSEC] [--loss PERMILLE] [--queue MSEC] [--net N] [--counts "
          "FILE] [--seed N] -- COMMAND ...\n",
          stderr);
    exit(2);
}

int main(int argc, char **argv) {
    struct options o = {.kbit = {280, 256}, .rtt_usec = 800000, .queue_usec = 3000000, .counts_fd = -1, .random = 1};
    char **words = argv + options_read(argc, argv, &o);
    sigset_t mask, old;
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    sigaddset(&mask, SIGTERM);
    sigaddset(&mask, SIGINT);
    sigprocmask(SIG_BLOCK, &mask, &old);
    int signals = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK),
        here = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    int near = tun_open(o.net, 1);
    if (here < 0 || unshare(CLONE_NEWNET)) give_up("no network namespace");
    int far = tun_open(o.net, 2);
    pid_t command = fork();
    if (command == 0) {
        sigprocmask(SIG_SETMASK, &old, NULL);
        execvp(words[0], words);
        perror(words[0]);
        _exit(127);
    }
    if (command < 0 || setns(here, CLONE_NEWNET)) give_up("fork");
    struct way ways[2] = {{.from = near, .to = far, .kbit = o.kbit[0]}, {.from = far, .to = near, .kbit = o.kbit[1]}};
    for (int i = 0; i < 2; i++) ways[i].ring = calloc(QUEUE_MAX, sizeof *ways[i].ring);
    if (!ways[0].ring || !ways[1].ring) give_up("memory");
    return carry(ways, &o, command, signals);
}
