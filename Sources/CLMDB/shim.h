#include <lmdb.h>

/* Has the processor fetch what will be read soon; any address will do. */
static inline void kho_prefetch(const void *address) { __builtin_prefetch(address); }
