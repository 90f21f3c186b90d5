// Which lines of which chunk there are to run, and which have run.
#include <stdlib.h>

#include "code.h"

// The pack's own limit is for one nominal, and may be far too low to read through all of its functions.
enum { MAX_NESTED = 16, BYTES_A_STEP = 16, MOST_STEPS = 20000000 };

struct wm_lines {
  wm_chunk_lines *chunks;
  const char **sources;  // as Lua holds them, which names the chunk of a running function at once
  int32_t count, capacity, last;
  wm_dumped dumped;      // the function that is read
  wm_code_reading reading;
  bool failed;
};

void wm_free_lines(wm_vm *vm) {
  struct wm_lines *lines = vm->lines;
  vm->lines = NULL;
  vm->records_lines = false;
  if (lines == NULL) return;
  for (int32_t i = 0; i < lines->count; i++) {
    free(lines->chunks[i].name);
    free(lines->chunks[i].code);
    free(lines->chunks[i].run);
  }
  free(lines->chunks);
  free(lines->sources);
  free(lines->dumped.bytes);
  free(lines->reading.words);
  free(lines);
}

// ---- chunks ---------------------------------------------------------------------------------------

static int32_t chunk_of(struct wm_lines *lines, const char *source) {
  if (lines->last < lines->count && lines->sources[lines->last] == source) return lines->last;
  for (int32_t i = 0; i < lines->count; i++)
    if (lines->sources[i] == source) return lines->last = i;
  return -1;
}

static int32_t add_chunk(struct wm_lines *lines, const char *source) {
  int32_t known = chunk_of(lines, source);
  if (known >= 0) return known;
  if (lines->count == lines->capacity) {
    int32_t capacity = lines->capacity == 0 ? 16 : lines->capacity * 2;
    void *chunks = realloc(lines->chunks, (size_t)capacity * sizeof *lines->chunks);
    if (chunks != NULL) lines->chunks = chunks;
    void *sources = realloc(lines->sources, (size_t)capacity * sizeof *lines->sources);
    if (sources != NULL) lines->sources = sources;
    if (chunks == NULL || sources == NULL) return -1;
    lines->capacity = capacity;
  }
  char *name = strdup(*source == '=' ? source + 1 : source);
  if (name == NULL) return -1;
  lines->chunks[lines->count] = (wm_chunk_lines){ name, NULL, NULL, 0 };
  lines->sources[lines->count] = source;
  return lines->last = lines->count++;
}

static bool make_room(wm_chunk_lines *chunk, int32_t words) {
  if (words <= chunk->words) return true;
  uint64_t *code = realloc(chunk->code, (size_t)words * sizeof *code);
  if (code != NULL) chunk->code = code;
  uint64_t *run = realloc(chunk->run, (size_t)words * sizeof *run);
  if (run != NULL) chunk->run = run;
  if (code == NULL || run == NULL) return false;
  size_t fresh = (size_t)(words - chunk->words) * sizeof *code;
  memset(code + chunk->words, 0, fresh);
  memset(run + chunk->words, 0, fresh);
  chunk->words = words;
  return true;
}

// ---- finding --------------------------------------------------------------------------------------

static void add_line(void *context, int32_t line) {
  struct wm_lines *lines = context;
  wm_chunk_lines *chunk = &lines->chunks[lines->last];
  if (!make_room(chunk, line / 64 + 1)) lines->failed = true;
  else chunk->code[line / 64] |= (uint64_t)1 << (line & 63);
}

static bool is_named(const wm_code_reading *reading, const char *key, size_t length) {
  for (int32_t i = 0; i < reading->word_count; i++)
    if (reading->words[i].length == length && memcmp(reading->words[i].text, key, length) == 0) return true;
  return false;
}

static void push_pending(lua_State *L, int pending, int value) {
  lua_pushvalue(L, value);
  lua_rawseti(L, pending, (lua_Integer)lua_rawlen(L, pending) + 1);
}

static bool mark_seen(lua_State *L, int seen, int value) {
  lua_pushvalue(L, value);
  bool fresh = lua_rawget(L, seen) == LUA_TNIL;
  lua_pop(L, 1);
  if (!fresh) return false;
  lua_pushvalue(L, value);
  lua_pushboolean(L, 1);
  lua_rawset(L, seen);
  return true;
}

// Functions that the function read last can find in a table: under names that it writes out, or any if it looks keys up.
static void follow_table(lua_State *L, struct wm_lines *lines, int seen, int pending, int table, int depth) {
  if (depth > MAX_NESTED || !mark_seen(L, seen, table)) return;
  luaL_checkstack(L, 8, NULL);
  wm_push_contents(L, table);
  int contents = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    int value = lua_gettop(L), key = value - 1;
    bool found = true;
    wm_charge(L, 1);
    if (!lines->reading.looks_up && lua_type(L, key) == LUA_TSTRING) {
      size_t length;
      const char *text = lua_tolstring(L, key, &length);
      wm_charge(L, lines->reading.word_count / 8);
      found = is_named(&lines->reading, text, length);
    }
    if (found && lua_type(L, value) == LUA_TFUNCTION) push_pending(L, pending, value);
    if (found && lua_type(L, value) == LUA_TTABLE) follow_table(L, lines, seen, pending, value, depth + 1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void follow(lua_State *L, wm_vm *vm, int pending, int function) {
  if (lua_iscfunction(L, function)) return;
  struct wm_lines *lines = vm->lines;
  lua_Debug record;
  lua_pushvalue(L, function);
  lua_getinfo(L, ">S", &record);
  lua_pushvalue(L, function);
  bool dumped = wm_dump(L, &lines->dumped, false);
  lua_pop(L, 1);
  wm_charge(L, (int64_t)lines->dumped.length / BYTES_A_STEP);
  if (!dumped || add_chunk(lines, record.source) < 0 || !wm_read_code(lines->dumped.bytes, lines->dumped.length, &lines->reading)) lines->failed = true;
  if (lines->failed) wm_raise(L, WM_CODE_LUA, "the lines of `%.60s` cannot be told", record.short_src);
  lua_newtable(L);
  int seen = lua_gettop(L);
  for (int i = 1; lua_getupvalue(L, function, i) != NULL; i++) {
    int value = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
    bool is_globals = lua_rawequal(L, -1, value);
    lua_pop(L, 1);
    if (is_globals) {
      lua_rawgeti(L, LUA_REGISTRYINDEX, vm->globals_ref);
      lua_replace(L, value);
    }
    if (lua_type(L, value) == LUA_TFUNCTION) push_pending(L, pending, value);
    if (lua_type(L, value) == LUA_TTABLE) follow_table(L, lines, seen, pending, value, 0);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static int find_lines(lua_State *L) {
  wm_vm *vm = wm_of(L);
  lua_newtable(L);
  int seen = lua_gettop(L);
  lua_newtable(L);
  int pending = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
  for (int32_t i = 1; i <= vm->function_count; i++) {
    lua_rawgeti(L, -1, i);
    push_pending(L, pending, lua_gettop(L));
    lua_pop(L, 1);
  }
  lua_Integer left;
  while ((left = (lua_Integer)lua_rawlen(L, pending)) > 0) {
    lua_rawgeti(L, pending, left);
    lua_pushnil(L);
    lua_rawseti(L, pending, left);
    int function = lua_gettop(L);
    if (mark_seen(L, seen, function)) follow(L, vm, pending, function);
    lua_pop(L, 1);
  }
  return 0;
}

wm_status wm_find_lines(wm_vm *vm) {
  if (vm->lines != NULL) return WM_OK;
  wm_arm(vm);
  vm->lines = calloc(1, sizeof *vm->lines);
  if (vm->lines == NULL) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    return wm_finish(vm, LUA_OK);
  }
  vm->lines->reading.line = add_line;
  vm->lines->reading.context = vm->lines;
  int64_t allowed = vm->limits.instructions;
  vm->limits.instructions = MOST_STEPS;
  wm_status status = wm_run_protected(vm, find_lines, NULL);
  vm->limits.instructions = allowed;
  if (status != WM_OK) wm_free_lines(vm);
  lua_gc(vm->L, LUA_GCCOLLECT);
  return status;
}

// ---- recording ------------------------------------------------------------------------------------

void wm_record_lines(wm_vm *vm, bool on) { vm->records_lines = on && vm->lines != NULL; }

void wm_note_line(lua_State *L, lua_Debug *record) {
  struct wm_lines *lines = wm_of(L)->lines;
  if (lines == NULL || record->currentline < 0) return;
  lua_getinfo(L, "S", record);
  int32_t place = chunk_of(lines, record->source);
  if (place < 0 || record->currentline / 64 >= lines->chunks[place].words) return;
  lines->chunks[place].run[record->currentline / 64] |= (uint64_t)1 << (record->currentline & 63);
}

int32_t wm_chunk_count(const wm_vm *vm) { return vm->lines == NULL ? 0 : vm->lines->count; }
const wm_chunk_lines *wm_chunk_at(const wm_vm *vm, int32_t place) {
  return place < 0 || place >= wm_chunk_count(vm) ? NULL : &vm->lines->chunks[place];
}
