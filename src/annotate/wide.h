/* wide.h: functions compiled once more for processors with wider vectors. Such a function holds nothing but
 * the call of an inlined one, whose vectors then fit the processor; its caller asks first whether this one
 * has them. Elsewhere both are the same.
 *
 *     WIDE_INLINE void add(...) { ... }
 *     WIDE_FUNCTION("avx2") static void add_wide(...) { add(...); }
 *     if (WIDE_IS_SUPPORTED("avx2")) add_wide(...); else add(...); */
#ifndef WHOSAID_ANNOTATE_WIDE_H
#define WHOSAID_ANNOTATE_WIDE_H

#define WIDE_INLINE static inline __attribute__((always_inline))

#ifdef __x86_64__
#define WIDE_FUNCTION(set)     __attribute__((target(set)))
#define WIDE_IS_SUPPORTED(set) __builtin_cpu_supports(set)
#else
#define WIDE_FUNCTION(set)
#define WIDE_IS_SUPPORTED(set) 0
#endif

#endif
