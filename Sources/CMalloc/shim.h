/* What glibc has beyond the standard; elsewhere there is no such file, or nothing of use in it. */
#if defined(__linux__) && __has_include(<malloc.h>)
#include <malloc.h>
#endif
