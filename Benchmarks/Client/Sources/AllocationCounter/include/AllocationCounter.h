#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/* How often this process has asked for memory; 0 where the system doesn't let us count. */
unsigned long long allocation_count(void);

/* The time that this process has had a processor, its own and the system's on its behalf, in nanoseconds. */
unsigned long long processor_time(void);

#endif
