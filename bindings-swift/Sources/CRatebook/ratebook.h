/* What Swift and Kotlin call; see bindings-swift/src/lib.rs. */
#ifndef RATEBOOK_H
#define RATEBOOK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A number made of every declaration: what the caller was generated for must be what the library was. */
uint64_t ratebook_interface(void);

/* Loads a definition, and answers as ratebook_ask does: with the number under which it is kept, in digits. */
int64_t ratebook_load(uint32_t kind, const uint8_t *definition, uint64_t definition_bytes, uint8_t *answer,
                      uint64_t answer_bytes);

/* Answers an operation, asked of a handle or of none, 0: how many bytes the answer has; of an error's report -1 less its
   bytes. More bytes than there is room for wait for ratebook_rest, and the room is left alone. */
int64_t ratebook_ask(uint32_t operation, int64_t handle, const uint8_t *request, uint64_t request_bytes, uint8_t *answer,
                     uint64_t answer_bytes);

/* Hands over the answer that the last call on this thread had no room for: how many bytes it has, 0 when none waits. */
int64_t ratebook_rest(uint8_t *answer, uint64_t answer_bytes);

/* Forgets a definition. A question that is under way is still answered. */
void ratebook_drop(int64_t handle);

#ifdef __cplusplus
}
#endif

#endif
