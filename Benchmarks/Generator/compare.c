/* Runs two commands in turn, several times, and prints the median of the time that each took, and their ratio. Taking
   turns lets both meet the same disturbances. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { most_runs = 1000 };

struct times {
    double wall[most_runs];
    double cpu[most_runs];
};

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Runs one command without its output; a command that fails ends everything. */
static void run(char **command, double *wall, double *cpu) {
    double start = now();
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        exit(1);
    }
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "compare: %s failed\n", command[0]);
        exit(1);
    }
    *wall = now() - start;
    *cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, ascending);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int count, char **arguments) {
    int runs = count > 2 ? atoi(arguments[1]) : 0;
    char **first = arguments + 2;
    char **second = NULL;
    for (int index = 2; index < count; index++) {
        if (strcmp(arguments[index], "--") == 0 && !second) {
            arguments[index] = NULL;
            second = arguments + index + 1;
        }
    }
    if (runs < 1 || runs > most_runs || !second || !*first || !*second) {
        fprintf(stderr, "usage: compare RUNS COMMAND… -- COMMAND…\n");
        return 64;
    }
    static struct times one, other;
    double ignored;
    run(first, &ignored, &ignored);
    run(second, &ignored, &ignored);
    for (int index = 0; index < runs; index++) {
        run(first, &one.wall[index], &one.cpu[index]);
        run(second, &other.wall[index], &other.cpu[index]);
    }
    double walls[] = {median(one.wall, runs), median(other.wall, runs)};
    double cpus[] = {median(one.cpu, runs), median(other.cpu, runs)};
    printf("%8.1f ms %8.1f ms   %5.1f times as long, %5.1f times the CPU time\n", walls[0] * 1e3, walls[1] * 1e3,
           walls[1] / walls[0], cpus[1] / cpus[0]);
    return 0;
}
