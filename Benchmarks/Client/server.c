/* Answers every request over HTTP/1.1 with one file, and keeps connections open. One thread, loopback only.
 *
 * Usage: server FILE; prints its port, and ends when standard input does. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAXIMUM 64

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file) return 1;
    static char body[1 << 20];
    size_t size = fread(body, 1, sizeof body, file);
    fclose(file);
    static char answer[sizeof body + 256];
    int length = snprintf(answer, sizeof answer,
                          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n", size);
    memcpy(answer + length, body, size);
    length += (int)size;

    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t addressLength = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 16) ||
        getsockname(listener, (struct sockaddr *)&address, &addressLength))
        return 1;
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    struct pollfd waiting[MAXIMUM] = {{.fd = 0, .events = POLLIN}, {.fd = listener, .events = POLLIN}};
    int count = 2;
    while (poll(waiting, (nfds_t)count, -1) > 0) {
        char buffer[8192];
        if (waiting[0].revents && read(0, buffer, sizeof buffer) <= 0) return 0;
        if (waiting[1].revents && count < MAXIMUM) {
            int connection = accept(listener, NULL, NULL), on = 1;
            setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            waiting[count++] = (struct pollfd){.fd = connection, .events = POLLIN};
        }
        for (int i = 2; i < count; i++) {
            if (!waiting[i].revents) continue;
            ssize_t got = recv(waiting[i].fd, buffer, sizeof buffer, 0);
            /* Requests without a body that come in one piece are all that is sent here. */
            if (got <= 0 || send(waiting[i].fd, answer, (size_t)length, MSG_NOSIGNAL) != length) {
                close(waiting[i].fd);
                waiting[i--] = waiting[--count];
            }
        }
    }
    return 0;
}
