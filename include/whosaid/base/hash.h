/* hash.h: one stable 64-bit hash, for tables and for identities that are printed.
 *
 * FNV-1a (Fowler, Noll, Vo; offset basis 14695981039346656037, prime 1099511628211) with the finaliser of
 * MurmurHash3 (Appleby) in hash_mix. Not for untrusted keys in unbounded tables, not cryptographic. */
#ifndef WHOSAID_BASE_HASH_H
#define WHOSAID_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Hash of size bytes, continuing from seed (HASH_START for a fresh one). */
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t size);

/* Spreads the bits of a value over all 64. */
uint64_t hash_mix(uint64_t value);

#endif
