// SHA-256 of many texts at once. The library is looked for while a run works, so that a program runs where it is missing:
// docs/decisions/0028-many-digests-at-once.md.
#include "include/wl.h"

#if defined(__x86_64__) && __has_include(<intel-ipsec-mb.h>)

#include <dlfcn.h>
#include <intel-ipsec-mb.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Lengths that make no difference: texts are worked on in blocks, and very long ones are all as long.
enum { BLOCK = 64, LENGTHS = 256 };

struct wl_engine {
  IMB_MGR *manager;
  int32_t *order;  // places of texts
  int32_t room;
};

static struct {
  IMB_MGR *(*make)(uint64_t flags);
  void (*begin)(IMB_MGR *, IMB_ARCH *);
  void (*free)(IMB_MGR *);
} library;

static void find(void) {
  void *found = dlopen("libIPSec_MB.so.1", RTLD_NOW | RTLD_LOCAL);
  if (found == NULL) return;
  unsigned (*version)(void) = (unsigned (*)(void))dlsym(found, "imb_get_version");
  library.begin = (void (*)(IMB_MGR *, IMB_ARCH *))dlsym(found, "init_mb_mgr_auto");
  library.free = (void (*)(IMB_MGR *))dlsym(found, "free_mb_mgr");
  // A manager's layout is that of the header only where major and minor version are the same.
  if (version == NULL || version() >> 8 != IMB_VERSION_NUM >> 8 || library.begin == NULL || library.free == NULL) return;
  library.make = (IMB_MGR *(*)(uint64_t))dlsym(found, "alloc_mb_mgr");
}

wl_engine *wl_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, find);
  if (library.make == NULL) return NULL;
  wl_engine *engine = calloc(1, sizeof *engine);
  if (engine == NULL || (engine->manager = library.make(0)) == NULL) {
    free(engine);
    return NULL;
  }
  library.begin(engine->manager, NULL);
  return engine;
}

void wl_close(wl_engine *engine) {
  if (engine == NULL) return;
  library.free(engine->manager);
  free(engine->order);
  free(engine);
}

static int32_t shortness(const wl_text *text) {
  size_t blocks = text->length / BLOCK;
  return LENGTHS - 1 - (int32_t)(blocks < LENGTHS ? blocks : LENGTHS - 1);
}

// The longest first, so that towards the end, when there is nothing left to begin, little is left to do.
static bool put_in_order(wl_engine *engine, const wl_text *texts, int32_t count) {
  if (count > engine->room) {
    int32_t *moved = realloc(engine->order, (size_t)count * sizeof *moved);
    if (moved == NULL) return false;
    engine->order = moved;
    engine->room = count;
  }
  int32_t starts[LENGTHS + 1] = { 0 };
  for (int32_t i = 0; i < count; i++) starts[shortness(&texts[i]) + 1]++;
  for (int32_t i = 0; i < LENGTHS; i++) starts[i + 1] += starts[i];
  for (int32_t i = 0; i < count; i++) engine->order[starts[shortness(&texts[i])]++] = i;
  return true;
}

static bool is_done(const IMB_JOB *job) { return job->status == IMB_STATUS_COMPLETED; }

bool wl_digest(wl_engine *engine, const wl_text *texts, int32_t count, uint8_t *digests) {
  IMB_MGR *manager = engine->manager;
  int32_t done = 0;
  if (!put_in_order(engine, texts, count)) return false;
  for (int32_t n = 0; n < count; n++) {
    int32_t i = engine->order[n];
    IMB_JOB *job = IMB_GET_NEXT_JOB(manager);
    memset(job, 0, sizeof *job);
    job->cipher_mode = IMB_CIPHER_NULL;
    job->cipher_direction = IMB_DIR_ENCRYPT;
    job->chain_order = IMB_ORDER_HASH_CIPHER;
    job->hash_alg = IMB_AUTH_SHA_256;
    job->src = texts[i].bytes;
    job->msg_len_to_hash_in_bytes = texts[i].length;
    job->auth_tag_output = digests + (size_t)i * WL_DIGEST;
    job->auth_tag_output_len_in_bytes = WL_DIGEST;
    for (job = IMB_SUBMIT_JOB(manager); job != NULL; job = IMB_GET_COMPLETED_JOB(manager)) done += is_done(job);
  }
  for (IMB_JOB *job = IMB_FLUSH_JOB(manager); job != NULL; job = IMB_FLUSH_JOB(manager)) done += is_done(job);
  return done == count;
}

#else

wl_engine *wl_open(void) { return NULL; }
void wl_close(wl_engine *engine) { (void)engine; }
bool wl_digest(wl_engine *engine, const wl_text *texts, int32_t count, uint8_t *digests) {
  (void)engine, (void)texts, (void)count, (void)digests;
  return false;
}

#endif
