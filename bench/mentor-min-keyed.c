/* mentor-min, synchronous and keyed, in C: the same work as mentor-min-plain.ts, struct of arrays, double.
 * usage: mentor-min-keyed N STEPS SEED REPS [EVERY] [START]   (one JSON line a repetition)
 *        mentor-min-keyed --draw K0 K1 C0 C1                  (the two words of one draw)
 * EVERY: weeks in a recorded period, a multiple of 4 (default 52). START: a file with the people to
 * start from: N keys (uint32), 4 N interests and N burnouts (double); otherwise they are drawn here.
 * build: gcc -O3 -march=native -ffp-contract=off mentor-min-keyed.c -o mentor-min-keyed -lm
 * The model: mentor-min.md.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SLOTS 4
#define INTERESTS 4
#define DEPARTMENTS 10
#define SAMPLE_EVERY 4
#define HISTOGRAM 4096
#define GOLDEN 0x9e3779b9u
#define PARITY 0x1bd11bdau
#define UNIT (1.0 / 4294967296.0)

typedef struct { uint32_t k0, k1, k2; } stream_t;
typedef struct { uint32_t first, second; } words_t;

static inline uint32_t rotl(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

static inline stream_t keyed(uint32_t k0, uint32_t k1) { return (stream_t){k0, k1, PARITY ^ k0 ^ k1}; }

/* Threefry-2x32, 13 rounds */
static inline words_t threefry(stream_t k, uint32_t c0, uint32_t c1) {
  uint32_t x0 = c0 + k.k0, x1 = c1 + k.k1;
#define ROUND(by) x0 += x1; x1 = rotl(x1, by) ^ x0;
  ROUND(13) ROUND(15) ROUND(26) ROUND(6)
  x0 += k.k1; x1 += k.k2 + 1;
  ROUND(17) ROUND(29) ROUND(16) ROUND(24)
  x0 += k.k2; x1 += k.k0 + 2;
  ROUND(13) ROUND(15) ROUND(26) ROUND(6)
  x0 += k.k0; x1 += k.k1 + 3;
  ROUND(17)
  return (words_t){x0, x1};
}

/* FNV-1a of the name of a process */
static uint32_t processId(const char *name) {
  uint32_t h = 0x811c9dc5u;
  for (; *name; name++) h = (h ^ (unsigned char)*name) * 0x01000193u;
  return h;
}
static stream_t streamOf(stream_t run, const char *process, uint32_t week) {
  words_t w = threefry(run, processId(process), week);
  return keyed(w.first, w.second);
}

static int N, week, every;
static int64_t ties;
static stream_t run;
static uint32_t *key;
static double *interest, *burnout, *burnoutNext, *strength;
static int32_t *inDegree, *inDegreeNext, *target, *member;
static uint8_t *count, *department, *capacity;
static int first[DEPARTMENTS + 1];
static int64_t histogram[HISTOGRAM];
static double sums[3], row[3];
static int samples;

static void begin(int n, uint32_t seed, const char *file) {
  N = n; week = 0; ties = 0; samples = 0; run = keyed(seed, 1);
  memset(sums, 0, sizeof sums); memset(row, 0, sizeof row);
  key = malloc(4 * (size_t)n); member = malloc(4 * (size_t)n);
  interest = malloc(8 * (size_t)n * INTERESTS); burnout = malloc(8 * (size_t)n); burnoutNext = malloc(8 * (size_t)n);
  strength = calloc((size_t)n * SLOTS, 8); target = calloc((size_t)n * SLOTS, 4);
  inDegree = calloc(n, 4); inDegreeNext = calloc(n, 4);
  count = calloc(n, 1); department = malloc(n); capacity = malloc(n);
  stream_t setup = streamOf(keyed(seed, 0), "setup", 0);
  for (int i = 0; i < n; i++) {
    department[i] = i % DEPARTMENTS; capacity[i] = i % 3 == 0 ? 6 : 3;
    key[i] = threefry(keyed(0, 0), i, 0).first; /* any spread of names will do */
    for (int j = 0; j < INTERESTS; j++) interest[i * INTERESTS + j] = threefry(setup, key[i], j * GOLDEN).first * UNIT;
    burnout[i] = threefry(setup, key[i], INTERESTS * GOLDEN).first * UNIT;
  }
  int listed = 0;
  for (int d = 0; d < DEPARTMENTS; d++) {
    for (int i = d; i < n; i += DEPARTMENTS) member[listed++] = i;
    first[d + 1] = listed;
  }
  if (!file) return;
  FILE *f = fopen(file, "rb");
  if (!f || fread(key, 4, n, f) != (size_t)n || fread(interest, 8, (size_t)n * INTERESTS, f) != (size_t)n * INTERESTS ||
      fread(burnout, 8, n, f) != (size_t)n) { fprintf(stderr, "%s: expected %d people\n", file, n); exit(2); }
  fclose(f);
}
static void end(void) {
  free(key); free(member); free(interest); free(burnout); free(burnoutNext); free(strength); free(target);
  free(inDegree); free(inDegreeNext); free(count); free(department); free(capacity);
}

static inline double pull(int ego, int alter) {
  if (alter == ego) return 0;
  const int held = count[ego];
  for (int k = 0; k < held; k++) if (target[ego * SLOTS + k] == alter) return 0;
  const double *a = interest + ego * INTERESTS, *b = interest + alter * INTERESTS;
  double apart = fabs(a[0] - b[0]) + fabs(a[1] - b[1]) + fabs(a[2] - b[2]) + fabs(a[3] - b[3]);
  return exp(-3.5 + 2 * (1 - apart / 4) + (department[alter] == department[ego] ? 0.5 : 0) - (double)inDegree[alter] / capacity[alter]);
}

static void step(void) {
  const stream_t meet = streamOf(run, "meet", week), tie = streamOf(run, "interact", week), burn = streamOf(run, "burnout", week);
  memcpy(inDegreeNext, inDegree, 4 * (size_t)N);
  for (int ego = 0; ego < N; ego++) {
    const int mine = ego * SLOTS, held = count[ego];
    int chosen = -1;
    if (held < SLOTS) {
      const int from = first[department[ego]], size = first[department[ego] + 1] - from;
      const words_t a = threefry(meet, key[ego], 0), b = threefry(meet, key[ego], GOLDEN);
      const int c0 = member[from + (int)(a.first * UNIT * size)], c1 = member[from + (int)(a.second * UNIT * size)];
      const int c2 = (int)(b.first * UNIT * N);
      const double w0 = pull(ego, c0), w1 = pull(ego, c1), w2 = pull(ego, c2);
      const double point = b.second * UNIT * (1 + w0 + w1 + w2);
      if (point < w0 + w1 + w2) chosen = point < w0 ? c0 : point < w0 + w1 ? c1 : c2;
    }
    double support = 0, around = 0;
    int kept = mine;
    for (int k = mine; k < mine + held; k++) {
      const int alter = target[k];
      const double now = strength[k];
      support += now; around += burnout[alter];
      const double next = threefry(tie, key[ego], key[alter]).first * UNIT < 0.5 ? now + 0.1 * (1 - now) : now * 0.7;
      if (next < 0.05) { inDegreeNext[alter]--; ties--; continue; }
      target[kept] = alter; strength[kept] = next; kept++;
    }
    if (chosen >= 0) { target[kept] = chosen; strength[kept] = 0.1; kept++; inDegreeNext[chosen]++; ties++; }
    count[ego] = kept - mine;
    const double own = burnout[ego];
    const words_t u = threefry(burn, key[ego], 0);
    const double load = (double)inDegree[ego] / capacity[ego], drift = held > 0 ? 0.05 * (around / held - own) : 0;
    const double next = own + 0.02 * load - 0.021 * support + drift + 0.02 * (u.first * UNIT + u.second * UNIT - 1);
    burnoutNext[ego] = next < 0 ? 0 : next > 1 ? 1 : next;
  }
  double *b = burnout; burnout = burnoutNext; burnoutNext = b;
  int32_t *d = inDegree; inDegree = inDegreeNext; inDegreeNext = d;
  week++;
}

static void record(void) {
  if (week % SAMPLE_EVERY == 0) {
    memset(histogram, 0, sizeof histogram);
    int most = 0;
    for (int i = 0; i < N; i++) {
      sums[0] += burnout[i];
      const int degree = inDegree[i] < HISTOGRAM ? inDegree[i] : HISTOGRAM - 1;
      histogram[degree]++;
      if (degree > most) most = degree;
    }
    sums[1] += ties;
    double ranked = 0, rank = 0;
    for (int degree = 0; degree <= most; degree++) {
      const double h = histogram[degree];
      ranked += degree * (h * rank + h * (h + 1) / 2); rank += h;
    }
    if (ties > 0) sums[2] += 2 * ranked / ((double)N * ties) - (N + 1.0) / N;
    samples++;
  }
  if (week % every == 0) {
    row[0] = sums[0] / ((double)samples * N); row[1] = sums[1] / samples; row[2] = sums[2] / samples;
    memset(sums, 0, sizeof sums); samples = 0;
  }
}

static double cpuNow(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + t.tv_nsec * 1e-9; }

int main(int argc, char **argv) {
  if (argc == 6 && strcmp(argv[1], "--draw") == 0) {
    uint32_t w[4];
    for (int i = 0; i < 4; i++) w[i] = (uint32_t)strtoul(argv[i + 2], NULL, 10);
    const words_t out = threefry(keyed(w[0], w[1]), w[2], w[3]);
    printf("%u %u\n", out.first, out.second);
    return 0;
  }
  if (argc < 5) { fprintf(stderr, "usage: mentor-min-keyed N STEPS SEED REPS [EVERY] [START]\n"); return 2; }
  const int n = atoi(argv[1]), steps = atoi(argv[2]), seed = atoi(argv[3]), reps = atoi(argv[4]);
  every = argc > 5 ? atoi(argv[5]) : 52;
  for (int r = 0; r < reps; r++) {
    begin(n, seed + r, argc > 6 ? argv[6] : NULL);
    const double before = cpuNow();
    for (int t = 0; t < steps; t++) { step(); record(); }
    const double used = cpuNow() - before;
    printf("{\"program\":\"c\",\"people\":%d,\"steps\":%d,\"seed\":%d,\"ns\":%.2f,\"ties\":%lld,\"row\":[%.17g,%.17g,%.17g]}\n",
      n, steps, seed + r, used * 1e9 / ((double)n * steps), (long long)ties, row[0], row[1], row[2]);
    end();
  }
  return 0;
}
