/* make_pictures - renders the made pictures of the demo: ray-traced scenes,
 * fractal landscapes and skies, procedural textures and fractals.
 *
 *   cc -O2 -o make_pictures make_pictures.c -lm
 *   ./make_pictures DIR            renders every picture as DIR/NAME.ppm
 *   ./make_pictures DIR NAME...    renders only the named ones
 *   ./make_pictures -l             lists the names
 *
 * Only the C library is used and nothing is read; the random numbers come
 * from fixed seeds.  The pictures are dedicated to the public domain (CC0 1.0).
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PI 3.14159265358979323846

/* ------------------------------------------------------------- vectors */

typedef struct {
    double x, y, z;
} V;

static V v3(double x, double y, double z) {
    V r = {x, y, z};
    return r;
}
static V add(V a, V b) { return v3(a.x + b.x, a.y + b.y, a.z + b.z); }
static V sub(V a, V b) { return v3(a.x - b.x, a.y - b.y, a.z - b.z); }
static V mul(V a, double s) { return v3(a.x * s, a.y * s, a.z * s); }
static V had(V a, V b) { return v3(a.x * b.x, a.y * b.y, a.z * b.z); }
static double dot(V a, V b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static V cross(V a, V b) { return v3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x); }
static double len(V a) { return sqrt(dot(a, a)); }
static V norm(V a) { return mul(a, 1 / len(a)); }
static V mix(V a, V b, double t) { return add(mul(a, 1 - t), mul(b, t)); }
static V reflect(V d, V n) { return sub(d, mul(n, 2 * dot(d, n))); }
static double lerp(double a, double b, double t) { return a + (b - a) * t; }
static double clamp(double x, double a, double b) { return x < a ? a : x > b ? b : x; }
static double sstep(double a, double b, double x) {
    double t = clamp((x - a) / (b - a), 0, 1);
    return t * t * (3 - 2 * t);
}
static double fract(double x) { return x - floor(x); }

/* ------------------------------------------------- random numbers, noise */

static uint64_t rstate;
static void seed(uint64_t s) {
    s = (s + 0x632BE59BD9B4E019u) * 0xD6E8FEB86659FD93u;
    s ^= s >> 32;
    s *= 0xD6E8FEB86659FD93u;
    rstate = s ^ (s >> 32);
}
static uint32_t rnd32(void) {
    uint64_t z = (rstate += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}
static double rnd(void) { return rnd32() * (1.0 / 4294967296.0); }

static double hash3(int x, int y, int z) {
    uint32_t h = (uint32_t)x * 0x8da6b343u ^ (uint32_t)y * 0xd8163841u ^ (uint32_t)z * 0xcb1ab31fu;
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    h *= 0x846ca68bu;
    h ^= h >> 16;
    return h * (1.0 / 4294967296.0);
}

/* value noise in [0,1] with its derivatives */
static double noised(double x, double y, int s, double *dx, double *dy) {
    double fx = floor(x), fy = floor(y), u = x - fx, v = y - fy;
    int i = (int)fx, j = (int)fy;
    double a = hash3(i, j, s), b = hash3(i + 1, j, s), c = hash3(i, j + 1, s), d = hash3(i + 1, j + 1, s);
    double su = u * u * u * (u * (u * 6 - 15) + 10), sv = v * v * v * (v * (v * 6 - 15) + 10);
    double du = 30 * u * u * (u * (u - 2) + 1), dv = 30 * v * v * (v * (v - 2) + 1);
    double k1 = b - a, k2 = c - a, k4 = a - b - c + d;
    if (dx) {
        *dx = du * (k1 + k4 * sv);
        *dy = dv * (k2 + k4 * su);
    }
    return a + k1 * su + k2 * sv + k4 * su * sv;
}
static double noise2(double x, double y, int s) { return noised(x, y, s, 0, 0); }
static double noise3(V p, int s) {
    double fx = floor(p.x), fy = floor(p.y), fz = floor(p.z), u = p.x - fx, v = p.y - fy, w = p.z - fz;
    int i = (int)fx, j = (int)fy, k = (int)fz + s * 131;
    u = u * u * (3 - 2 * u);
    v = v * v * (3 - 2 * v);
    w = w * w * (3 - 2 * w);
    return lerp(
        lerp(lerp(hash3(i, j, k), hash3(i + 1, j, k), u), lerp(hash3(i, j + 1, k), hash3(i + 1, j + 1, k), u), v),
        lerp(lerp(hash3(i, j, k + 1), hash3(i + 1, j, k + 1), u),
             lerp(hash3(i, j + 1, k + 1), hash3(i + 1, j + 1, k + 1), u), v),
        w);
}
static double fbm2(double x, double y, int oct, int s) {
    double a = 0.5, r = 0, t;
    for (int i = 0; i < oct; i++) {
        r += a * noise2(x, y, s + i);
        t = 1.6 * x - 1.2 * y + 3.1;
        y = 1.2 * x + 1.6 * y - 1.7;
        x = t;
        a *= 0.5;
    }
    return r;
}
static double fbm3(V p, int oct, int s) {
    double a = 0.5, r = 0;
    for (int i = 0; i < oct; i++) {
        r += a * noise3(p, s + i);
        p = v3(1.21 * p.x + 1.6 * p.y + 4.7, -1.6 * p.x + 1.21 * p.y, 2.02 * p.z + 1.3);
        a *= 0.5;
    }
    return r;
}
/* Worley noise: distance to the nearest and to the second nearest point */
static double worley(double x, double y, int s, double *second, int *cell) {
    int ci = (int)floor(x), cj = (int)floor(y);
    double d1 = 9, d2 = 9;
    for (int j = cj - 1; j <= cj + 1; j++)
        for (int i = ci - 1; i <= ci + 1; i++) {
            double px = i + 0.1 + 0.8 * hash3(i, j, s), py = j + 0.1 + 0.8 * hash3(i, j, s + 77);
            double d = (px - x) * (px - x) + (py - y) * (py - y);
            if (d < d1) {
                d2 = d1;
                d1 = d;
                if (cell) {
                    cell[0] = i;
                    cell[1] = j;
                }
            } else if (d < d2)
                d2 = d;
        }
    if (second) *second = sqrt(d2);
    return sqrt(d1);
}

/* ------------------------------------------------------------ the image */

static int W, H;
static V *buf;

static void image(int w, int h) {
    W = w;
    H = h;
    free(buf);
    buf = calloc((size_t)w * h, sizeof *buf);
    if (!buf) exit(1);
}

/* calls f for spp jittered points of each pixel; x in [-W/H, W/H], y in [-1, 1] upward */
static void render(int w, int h, int spp, V (*f)(double, double)) {
    image(w, h);
    int n = (int)ceil(sqrt(spp));
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            V c = v3(0, 0, 0);
            seed((uint64_t)y * 100003 + x);
            for (int s = 0; s < n * n; s++) {
                double px = x + (s % n + rnd()) / n, py = y + (s / n + rnd()) / n;
                V q = f((2 * px - w) / h, (h - 2 * py) / h);
                double m = fmax(q.x, fmax(q.y, q.z));
                if (!(m == m)) continue;
                if (m > 12) q = mul(q, 12 / m);
                c = add(c, q);
            }
            buf[y * w + x] = mul(c, 1.0 / (n * n));
        }
}

static double filmic(double x) {
    x = x < 0 ? 0 : x;
    return clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1);
}
static void tonemap(double exposure) {
    for (int i = 0; i < W * H; i++) {
        V c = mul(buf[i], exposure);
        c = v3(pow(filmic(c.x), 1 / 2.2), pow(filmic(c.y), 1 / 2.2), pow(filmic(c.z), 1 / 2.2));
        double g = 0.3 * c.x + 0.6 * c.y + 0.1 * c.z;
        c = mix(v3(g, g, g), c, 1.08);
        /* a little contrast */
        buf[i] =
            v3(lerp(c.x, sstep(0, 1, c.x), 0.45), lerp(c.y, sstep(0, 1, c.y), 0.45), lerp(c.z, sstep(0, 1, c.z), 0.45));
    }
}
static void vignette(double k) {
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            double u = (2.0 * x - W) / W, v = (2.0 * y - H) / H;
            buf[y * W + x] = mul(buf[y * W + x], 1 - k * (u * u + v * v) / 2);
        }
}
static void write_ppm(const char *path) {
    FILE *f = fopen(path, "wb");
    if (!f) {
        perror(path);
        exit(1);
    }
    fprintf(f, "P6\n%d %d\n255\n", W, H);
    seed(99);
    for (int i = 0; i < W * H; i++) {
        double c[3] = {buf[i].x, buf[i].y, buf[i].z};
        for (int k = 0; k < 3; k++)
            fputc((int)floor(clamp(c[k], 0, 1) * 255 + rnd()) > 255 ? 255
                                                                    : (int)floor(clamp(c[k], 0, 1) * 254.99 + rnd()),
                  f);
    }
    if (fclose(f)) {
        perror(path);
        exit(1);
    }
}

/* a camera at `eye` looking at `at`; zoom is 1/tan of half the vertical angle */
static void look(V eye, V at, V *right, V *up, V *fwd) {
    *fwd = norm(sub(at, eye));
    *right = norm(cross(*fwd, v3(0, 1, 0)));
    *up = cross(*right, *fwd);
}
static V ray(V eye, V at, double x, double y, double zoom) {
    V r, u, f;
    look(eye, at, &r, &u, &f);
    return norm(add(mul(f, zoom), add(mul(r, x), mul(u, y))));
}

/* ---------------------------------------- a path tracer for simple solids */

enum { DIFFUSE, METAL, GLASS, LIGHT };
enum { PLAIN, CHECKER, PLANKS, SWIRL, TILES };
typedef struct {
    V c;
    double r;
    V col;
    int mat, tex;
    double rough;
} Ball;
typedef struct {
    V o, a, b, col;
    int mat, tex;
    double rough;
} Quad; /* o + s a + t b */

static Ball balls[700];
static Quad quads[40];
static int nballs, nquads;
static V sun_dir, sun_col;
static V (*sky)(V d);
static V cam_eye, cam_at;
static double cam_zoom, cam_focus, cam_lens;
static double floor_y;
static int floor_on, floor_tex;
static V floor_a, floor_b;
static Quad *lamp; /* a quad of light that is sampled directly */

static void ball(double x, double y, double z, double r, V col, int mat, double rough, int tex) {
    Ball b = {v3(x, y, z), r, col, mat, tex, rough};
    balls[nballs++] = b;
}
static void quad(V o, V a, V b, V col, int mat) {
    Quad q = {o, a, b, col, mat, PLAIN, 0};
    quads[nquads++] = q;
}
static void box(V c, double sx, double sy, double sz, double turn, V col, int mat) {
    V X = mul(v3(cos(turn), 0, sin(turn)), sx), Y = v3(0, sy, 0), Z = mul(v3(-sin(turn), 0, cos(turn)), sz);
    V o = sub(c, mul(add(X, add(Y, Z)), 0.5));
    quad(o, X, Y, col, mat);
    quad(add(o, Z), X, Y, col, mat);
    quad(o, Z, Y, col, mat);
    quad(add(o, X), Z, Y, col, mat);
    quad(o, X, Z, col, mat);
    quad(add(o, Y), X, Z, col, mat);
}

typedef struct {
    double t;
    V p, n, col;
    int mat;
    double rough;
} Hit;

static V planks(double x, double z) {
    double row = floor(z / 0.9), u = x + 3.7 * row, plank = floor(u / 5.5);
    double k = hash3((int)row, (int)plank, 5);
    double g = fbm2(u * 0.5 + k * 40, z * 9 + k * 70, 4, 3);
    double ring = 0.5 + 0.5 * sin(40 * (z * 0.6 + 0.25 * fbm2(u * 0.35 + 9 * k, z * 1.2 + k * 30, 3, 8)) + k * 9);
    V c = mix(v3(0.36, 0.19, 0.09), v3(0.60, 0.37, 0.19), 0.35 * ring + 0.65 * g);
    double edge = fmin(fmin(fract(z / 0.9), 1 - fract(z / 0.9)) * 0.9, fmin(fract(u / 5.5), 1 - fract(u / 5.5)) * 5.5);
    return mul(c, (0.75 + 0.5 * k) * (0.25 + 0.75 * sstep(0.004, 0.03, edge)));
}

static int hit_scene(V o, V d, Hit *h, int only_any, double far) {
    double best = far;
    int kind = 0, id = 0;
    for (int i = 0; i < nballs; i++) {
        V oc = sub(balls[i].c, o);
        double b = dot(oc, d), q = b * b - dot(oc, oc) + balls[i].r * balls[i].r;
        if (q <= 0) continue;
        q = sqrt(q);
        double t = b - q > 1e-4 ? b - q : b + q;
        if (t > 1e-4 && t < best) {
            best = t;
            kind = 1;
            id = i;
            if (only_any) return 1;
        }
    }
    for (int i = 0; i < nquads; i++) {
        V n = cross(quads[i].a, quads[i].b);
        double dn = dot(d, n);
        if (fabs(dn) < 1e-12) continue;
        double t = dot(sub(quads[i].o, o), n) / dn;
        if (t <= 1e-4 || t >= best) continue;
        V q = sub(add(o, mul(d, t)), quads[i].o);
        double s = dot(q, quads[i].a) / dot(quads[i].a, quads[i].a),
               u = dot(q, quads[i].b) / dot(quads[i].b, quads[i].b);
        if (s < 0 || s > 1 || u < 0 || u > 1) continue;
        best = t;
        kind = 2;
        id = i;
        if (only_any) return 1;
    }
    if (floor_on && fabs(d.y) > 1e-9) {
        double t = (floor_y - o.y) / d.y;
        if (t > 1e-4 && t < best) {
            best = t;
            kind = 3;
            if (only_any) return 1;
        }
    }
    if (!kind) return 0;
    if (!h) return 1;
    h->t = best;
    h->p = add(o, mul(d, best));
    h->rough = 0;
    h->mat = DIFFUSE;
    if (kind == 1) {
        Ball *b = &balls[id];
        h->n = mul(sub(h->p, b->c), 1 / b->r);
        h->col = b->col;
        h->mat = b->mat;
        h->rough = b->rough;
        if (b->tex == SWIRL) {
            V q = mul(sub(h->p, b->c), 2.2 / b->r);
            double w = fbm3(add(q, mul(b->c, 3)), 4, 2);
            w = 0.5 + 0.5 * sin(9 * w + 2 * q.y);
            h->col = mix(b->col, v3(0.95, 0.93, 0.88), sstep(0.45, 0.6, w));
        }
    } else if (kind == 2) {
        h->n = norm(cross(quads[id].a, quads[id].b));
        h->col = quads[id].col;
        h->mat = quads[id].mat;
        h->rough = quads[id].rough;
    } else {
        h->n = v3(0, 1, 0);
        h->col = floor_a;
        if (floor_tex == CHECKER)
            h->col = ((int)floor(h->p.x) + (int)floor(h->p.z)) & 1 ? floor_a : floor_b;
        else if (floor_tex == PLANKS)
            h->col = planks(h->p.x, h->p.z);
        else if (floor_tex == TILES) {
            double e = fmin(fmin(fract(h->p.x), 1 - fract(h->p.x)), fmin(fract(h->p.z), 1 - fract(h->p.z)));
            double k = hash3((int)floor(h->p.x), (int)floor(h->p.z), 4);
            h->col = mul(mix(floor_a, floor_b, fbm2(h->p.x * 3 + 50 * k, h->p.z * 3, 5, 6)), 0.85 + 0.3 * k);
            if (e < 0.025)
                h->col = mul(h->col, 0.35);
            else if (rnd() < 0.12) {
                h->mat = METAL;
                h->rough = 0.06;
                h->col = v3(0.9, 0.9, 0.9);
            }
        }
    }
    return 1;
}

static V sphere_point(void) {
    double z = 2 * rnd() - 1, a = 2 * PI * rnd(), r = sqrt(1 - z * z);
    return v3(r * cos(a), r * sin(a), z);
}

static V trace(V o, V d) {
    V light = v3(0, 0, 0), w = v3(1, 1, 1);
    int specular = 1;
    for (int depth = 0; depth < 12; depth++) {
        Hit h;
        if (!hit_scene(o, d, &h, 0, 1e9)) {
            V s = sky(d);
            if (specular && dot(d, sun_dir) > 0.9994) s = add(s, mul(sun_col, 60));
            return add(light, had(w, s));
        }
        if (h.mat == LIGHT) return lamp && !specular ? light : add(light, had(w, h.col));
        int inside = dot(d, h.n) > 0;
        V n = inside ? mul(h.n, -1) : h.n;
        if (h.mat == GLASS) {
            double eta = inside ? 1.5 : 1 / 1.5, c = -dot(d, n), k = 1 - eta * eta * (1 - c * c);
            double r0 = 0.04, fr = 1;
            if (k > 0) {
                double cc = inside ? sqrt(k) : c;
                fr = r0 + (1 - r0) * pow(1 - cc, 5);
            }
            if (inside) w = had(w, v3(pow(h.col.x, h.t), pow(h.col.y, h.t), pow(h.col.z, h.t)));
            if (rnd() < fr)
                d = reflect(d, n);
            else
                d = norm(add(mul(d, eta), mul(n, eta * c - sqrt(k))));
            o = add(h.p, mul(d, 1e-4));
            specular = 1;
            continue;
        }
        if (h.mat == METAL) {
            d = norm(add(reflect(d, n), mul(sphere_point(), h.rough)));
            if (dot(d, n) <= 0) return light;
            w = had(w, h.col);
            o = add(h.p, mul(n, 1e-4));
            specular = 1;
            continue;
        }
        /* a thin polish over the diffuse colour */
        if (h.rough > 0) {
            double fr = 0.04 + 0.96 * pow(1 + dot(d, n), 5);
            if (rnd() < fr) {
                d = norm(add(reflect(d, n), mul(sphere_point(), h.rough * 0.1)));
                o = add(h.p, mul(n, 1e-4));
                specular = 1;
                continue;
            }
        }
        w = had(w, h.col);
        o = add(h.p, mul(n, 1e-4));
        if (sun_col.x > 0) {
            V l = norm(add(sun_dir, mul(sphere_point(), 0.03)));
            double c = dot(l, n);
            if (c > 0 && !hit_scene(o, l, 0, 1, 1e9)) light = add(light, mul(had(w, sun_col), c));
        }
        if (lamp) {
            V q = sub(add(lamp->o, add(mul(lamp->a, rnd()), mul(lamp->b, rnd()))), o), ln = cross(lamp->a, lamp->b),
              l = norm(q);
            double c = dot(l, n), far = len(q);
            if (c > 0 && !hit_scene(o, l, 0, 1, far - 1e-3))
                light = add(light, mul(had(w, lamp->col), c * fabs(dot(l, ln)) / (PI * far * far)));
        }
        d = norm(add(n, mul(sphere_point(), 0.9999)));
        specular = 0;
        double q = fmax(w.x, fmax(w.y, w.z));
        if (depth > 2) {
            if (rnd() > q) return light;
            w = mul(w, 1 / q);
        }
    }
    return light;
}

static V lens(double x, double y) {
    V r, u, f;
    look(cam_eye, cam_at, &r, &u, &f);
    V d = norm(add(mul(f, cam_zoom), add(mul(r, x), mul(u, y))));
    V p = add(cam_eye, mul(d, cam_focus / dot(d, f)));
    double a = 2 * PI * rnd(), q = cam_lens * sqrt(rnd());
    V e = add(cam_eye, add(mul(r, q * cos(a)), mul(u, q * sin(a))));
    return trace(e, norm(sub(p, e)));
}

static V sky_blue(V d) {
    double t = clamp(d.y, 0, 1);
    V c = mix(v3(0.75, 0.83, 0.95), v3(0.16, 0.34, 0.72), pow(t, 0.55));
    if (d.y > 0.02) {
        double k = sstep(0.48, 0.75, fbm2(d.x / (d.y + 0.12) * 1.3 + 5, d.z / (d.y + 0.12) * 1.3, 5, 1));
        c = mix(c, v3(0.98, 0.97, 0.96), 0.8 * k * sstep(0.02, 0.15, d.y));
    }
    return c;
}
static V sky_black(V d) {
    (void)d;
    return v3(0, 0, 0);
}
static V sky_studio(V d) {
    V c = mix(v3(0.02, 0.02, 0.025), v3(0.10, 0.11, 0.13), clamp(d.y, 0, 1));
    if (d.y > 0.3 && fabs(d.x / d.y + 0.5) < 0.5 && fabs(d.z / d.y) < 0.8) c = v3(5.5, 5.2, 4.8);
    if (d.x > 0.6 && fabs(d.y / d.x - 0.45) < 0.25 && fabs(d.z / d.x) < 0.6) c = v3(1.0, 1.6, 2.6);
    return c;
}
static V sky_evening(V d) {
    double t = clamp(d.y, 0, 1);
    return mul(mix(v3(1.0, 0.62, 0.38), v3(0.20, 0.28, 0.5), pow(t, 0.4)), 0.8);
}
static V sky_room(V d) {
    V c = mix(v3(0.32, 0.28, 0.24), v3(0.55, 0.56, 0.58), clamp(d.y * 0.5 + 0.5, 0, 1));
    if (d.z < -0.3 && fabs(d.x / d.z - 0.2) < 0.6 && d.y > 0.05 && d.y / -d.z < 1.3) {
        double bar = fmin(fabs(d.x / d.z - 0.2), fabs(d.y / -d.z - 0.65));
        c = bar < 0.04 ? v3(0.2, 0.18, 0.16) : v3(4.2, 4.6, 5.2);
    }
    return c;
}

static void clear_scene(void) {
    nballs = nquads = 0;
    floor_on = 0;
    lamp = 0;
    sun_dir = norm(v3(1, 1, 1));
    sun_col = v3(0, 0, 0);
    sky = sky_blue;
    cam_lens = 0;
}
static void camera(V eye, V at, double zoom, double aperture, V focus) {
    cam_eye = eye;
    cam_at = at;
    cam_zoom = zoom;
    cam_lens = aperture;
    cam_focus = dot(sub(focus, eye), norm(sub(at, eye)));
}
static void ground(double y, int tex, V a, V b) {
    floor_on = 1;
    floor_y = y;
    floor_tex = tex;
    floor_a = a;
    floor_b = b;
}

static void p_checker(void) {
    clear_scene();
    ground(0, CHECKER, v3(0.72, 0.70, 0.66), v3(0.09, 0.11, 0.16));
    sun_dir = norm(v3(-0.6, 0.75, 0.5));
    sun_col = v3(2.6, 2.4, 2.0);
    ball(-1.35, 1, 0.2, 1, v3(0.95, 0.95, 0.97), METAL, 0, PLAIN);
    ball(0.95, 0.8, 1.3, 0.8, v3(0.97, 0.99, 0.98), GLASS, 0, PLAIN);
    ball(1.5, 1.1, -1.6, 1.1, v3(0.75, 0.08, 0.06), DIFFUSE, 0.05, PLAIN);
    ball(-0.2, 0.35, 2.1, 0.35, v3(0.95, 0.70, 0.25), METAL, 0.12, PLAIN);
    ball(-2.3, 0.3, 2.0, 0.3, v3(0.1, 0.35, 0.75), DIFFUSE, 0.05, PLAIN);
    camera(v3(0.4, 1.9, 7.2), v3(0, 0.8, 0), 2.1, 0.05, v3(-0.5, 0.8, 1));
    render(640, 480, 144, lens);
    tonemap(0.40);
}

static void p_cornell(void) {
    clear_scene();
    sky = sky_black;
    V white = v3(0.73, 0.72, 0.70);
    quad(v3(-1, 0, -1), v3(2, 0, 0), v3(0, 0, 2), white, DIFFUSE);
    quad(v3(-1, 2, -1), v3(2, 0, 0), v3(0, 0, 2), white, DIFFUSE);
    quad(v3(-1, 0, -1), v3(2, 0, 0), v3(0, 2, 0), white, DIFFUSE);
    quad(v3(-1, 0, -1), v3(0, 2, 0), v3(0, 0, 2), v3(0.10, 0.32, 0.55), DIFFUSE);
    quad(v3(1, 0, -1), v3(0, 2, 0), v3(0, 0, 2), v3(0.72, 0.36, 0.06), DIFFUSE);
    quad(v3(-0.4, 1.99, -0.4), v3(0.8, 0, 0), v3(0, 0, 0.8), v3(9, 8, 6.6), LIGHT);
    lamp = &quads[nquads - 1];
    box(v3(-0.4, 0.6, -0.35), 0.55, 1.2, 0.55, 0.35, white, DIFFUSE);
    ball(0.42, 0.36, 0.25, 0.36, v3(0.98, 0.99, 0.99), GLASS, 0, PLAIN);
    ball(-0.4, 1.42, -0.35, 0.22, v3(0.93, 0.82, 0.55), METAL, 0.02, PLAIN);
    ball(-0.45, 0.17, 0.5, 0.17, v3(0.6, 0.1, 0.25), DIFFUSE, 0.05, PLAIN);
    camera(v3(0, 1, 4.3), v3(0, 1, 0), 3.15, 0, v3(0, 1, 0));
    render(560, 560, 324, lens);
    tonemap(0.55);
}

static void p_scatter(void) {
    clear_scene();
    ground(0, PLAIN, v3(0.42, 0.40, 0.38), v3(0, 0, 0));
    sun_dir = norm(v3(0.8, 0.45, 0.35));
    sun_col = v3(2.8, 2.1, 1.4);
    sky = sky_evening;
    seed(12);
    ball(0, 1.3, 0, 1.3, v3(0.97, 0.98, 0.99), GLASS, 0, PLAIN);
    ball(-4.2, 1.3, -1.4, 1.3, v3(0.8, 0.45, 0.2), DIFFUSE, 0.04, SWIRL);
    ball(3.9, 1.3, 0.6, 1.3, v3(0.9, 0.86, 0.8), METAL, 0.01, PLAIN);
    for (int tries = 0; tries < 9000 && nballs < 240; tries++) {
        double r = 0.12 + 0.22 * rnd() * rnd(), x = 20 * (rnd() - 0.5), z = 6.2 - 20 * rnd();
        int ok = 1;
        for (int i = 0; i < nballs && ok; i++) ok = hypot(x - balls[i].c.x, z - balls[i].c.z) > r + balls[i].r + 0.03;
        if (!ok) continue;
        double k = rnd(), hue = rnd();
        V c =
            v3(0.5 + 0.5 * cos(6.28 * hue), 0.5 + 0.5 * cos(6.28 * (hue + 0.33)), 0.5 + 0.5 * cos(6.28 * (hue + 0.67)));
        c = add(mul(had(c, c), 0.8), v3(0.05, 0.05, 0.05));
        if (k < 0.66)
            ball(x, r, z, r, c, DIFFUSE, 0.05, k < 0.12 ? SWIRL : PLAIN);
        else if (k < 0.86)
            ball(x, r, z, r, mix(c, v3(0.9, 0.9, 0.9), 0.6), METAL, 0.2 * rnd(), PLAIN);
        else
            ball(x, r, z, r, mix(c, v3(1, 1, 1), 0.7), GLASS, 0, PLAIN);
    }
    camera(v3(2.2, 2.0, 9.0), v3(-0.1, 0.7, 0), 2.5, 0.06, v3(0.2, 1, 1.4));
    render(640, 400, 121, lens);
    tonemap(0.42);
}

static void p_marbles(void) {
    clear_scene();
    ground(0, PLANKS, v3(0.5, 0.3, 0.2), v3(0, 0, 0));
    sky = sky_room;
    sun_dir = norm(v3(0.25, 0.75, -0.75));
    sun_col = v3(1.6, 1.6, 1.7);
    seed(5);
    V cols[6] = {{0.10, 0.30, 0.65}, {0.65, 0.12, 0.08}, {0.12, 0.45, 0.2},
                 {0.8, 0.5, 0.06},   {0.35, 0.1, 0.4},   {0.05, 0.4, 0.45}};
    for (int tries = 0; tries < 4000 && nballs < 34; tries++) {
        double r = 0.30 + 0.16 * rnd(), x = 7.5 * (rnd() - 0.5), z = 2.6 - 8 * rnd();
        int ok = 1;
        for (int i = 0; i < nballs && ok; i++) ok = hypot(x - balls[i].c.x, z - balls[i].c.z) > r + balls[i].r + 0.01;
        if (!ok) continue;
        V c = cols[rnd32() % 6];
        int k = rnd32() % 5;
        if (k < 2)
            ball(x, r, z, r, mix(c, v3(1, 1, 1), 0.55), GLASS, 0, PLAIN);
        else
            ball(x, r, z, r, c, DIFFUSE, 0.02, k < 4 ? SWIRL : PLAIN);
    }
    camera(v3(0.6, 1.55, 5.4), v3(0, 0.2, 0.2), 2.5, 0.055, v3(0, 0.3, 1.9));
    render(640, 427, 144, lens);
    tonemap(0.42);
    vignette(0.25);
}

static void p_steel(void) {
    clear_scene();
    ground(0, TILES, v3(0.16, 0.16, 0.18), v3(0.34, 0.33, 0.33));
    sky = sky_studio;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j <= i; j++) {
            double x = (j - i / 2.0) * 1.0, z = 1.2 - i * 0.87;
            ball(x, 0.5, z, 0.5, v3(0.88, 0.88, 0.9), METAL, (i + j) % 3 == 1 ? 0.18 : 0.005, PLAIN);
            if (i && j < i)
                ball(x + 0.5, 0.5 + 0.816, z + 0.29, 0.5, i == 2 ? v3(0.95, 0.62, 0.35) : v3(0.88, 0.88, 0.9), METAL,
                     0.01, PLAIN);
        }
    camera(v3(2.3, 2.2, 5.4), v3(0.05, 0.55, 0), 2.9, 0.06, v3(0.1, 0.8, 1.2));
    render(640, 480, 144, lens);
    tonemap(0.55);
}

static void p_blocks(void) {
    clear_scene();
    ground(0, PLAIN, v3(0.62, 0.60, 0.57), v3(0, 0, 0));
    sun_dir = norm(v3(-0.7, 0.5, 0.35));
    sun_col = v3(2.6, 2.2, 1.7);
    sky = sky_room;
    V wood[5] = {{0.62, 0.42, 0.22}, {0.66, 0.13, 0.09}, {0.09, 0.28, 0.50}, {0.80, 0.62, 0.12}, {0.16, 0.42, 0.2}};
    double at[7][6] = {{-1.1, 0.4, 0, 0.8, 0.2, 0},
                       {-0.2, 0.4, -0.25, 0.8, -0.15, 1},
                       {-0.62, 1.2, -0.1, 0.8, 0.5, 3},
                       {1.1, 0.4, 0.5, 0.8, 0.7, 2},
                       {0.95, 0.3, -1.4, 0.6, 0.1, 4}};
    for (int i = 0; i < 5; i++)
        box(v3(at[i][0], at[i][1], at[i][2]), at[i][3], at[i][3], at[i][3], at[i][4], wood[(int)at[i][5]], DIFFUSE);
    ball(0.35, 0.34, 1.0, 0.34, v3(0.75, 0.3, 0.1), DIFFUSE, 0.03, PLAIN);
    ball(-1.7, 0.25, 1.0, 0.25, v3(0.1, 0.3, 0.3), DIFFUSE, 0.03, SWIRL);
    camera(v3(1.4, 2.0, 5.6), v3(-0.1, 0.62, 0), 2.6, 0.045, v3(0, 0.7, 0.6));
    render(600, 480, 144, lens);
    tonemap(0.36);
    vignette(0.2);
}

/* --------------------------------------------------- distance-field scenes */

static double (*field)(V p);
static double trap;

static double march(V o, V d, double t, double far, double eps, int steps) {
    for (int i = 0; i < steps && t < far; i++) {
        double h = field(add(o, mul(d, t)));
        if (h < eps * t) return t;
        t += h;
    }
    return -1;
}
static V gradient(V p, double e) {
    return norm(v3(field(add(p, v3(e, 0, 0))) - field(sub(p, v3(e, 0, 0))),
                   field(add(p, v3(0, e, 0))) - field(sub(p, v3(0, e, 0))),
                   field(add(p, v3(0, 0, e))) - field(sub(p, v3(0, 0, e)))));
}
static double soft_shadow(V o, V l, double k, double far) {
    double s = 1, t = 0.01;
    for (int i = 0; i < 60 && t < far; i++) {
        double h = field(add(o, mul(l, t)));
        if (h < 1e-4) return 0;
        s = fmin(s, k * h / t);
        t += clamp(h, 0.005, 0.2);
    }
    return s;
}
static double occlusion(V p, V n, double r) {
    double o = 0, w = 1;
    for (int i = 1; i <= 5; i++) {
        double h = r * i / 5;
        o += w * (h - field(add(p, mul(n, h))));
        w *= 0.7;
    }
    return clamp(1 - 1.3 * o / r, 0, 1);
}

static double d_bulb(V p) {
    V z = p;
    double dr = 1, r = 0;
    trap = 9;
    for (int i = 0; i < 8; i++) {
        r = len(z);
        if (r > 2) break;
        double th = acos(z.z / r) * 8, ph = atan2(z.y, z.x) * 8, zr = pow(r, 8);
        dr = pow(r, 7) * 8 * dr + 1;
        z = add(mul(v3(sin(th) * cos(ph), sin(th) * sin(ph), cos(th)), zr), p);
        trap = fmin(trap, dot(z, z));
    }
    return 0.4 * log(r) * r / dr;
}
static V s_bulb(double x, double y) {
    V eye = v3(1.5, 1.15, 1.75), d = ray(eye, v3(0, 0, 0.02), x, y, 2.15);
    V bg = mix(v3(0.01, 0.015, 0.03), v3(0.09, 0.06, 0.10), 0.5 + 0.5 * y);
    double b = -dot(eye, d), q = b * b - dot(eye, eye) + 1.45;
    if (q < 0) return bg;
    double t = march(eye, d, fmax(0.1, b - sqrt(q)), b + sqrt(q), 4e-4, 220);
    if (t < 0) return bg;
    V p = add(eye, mul(d, t)), n = gradient(p, 5e-4);
    field(p);
    double tr = clamp(sqrt(trap), 0, 1);
    V alb = mix(v3(0.85, 0.50, 0.16), v3(0.06, 0.20, 0.30), sstep(0.62, 0.98, tr));
    alb = mix(v3(0.50, 0.06, 0.05), alb, sstep(0.35, 0.75, tr));
    V l = norm(v3(0.3, 0.9, 0.8));
    double sh = soft_shadow(add(p, mul(n, 2e-3)), l, 20, 2), ao = occlusion(p, n, 0.12);
    V c = add(mul(v3(2.6, 2.3, 1.9), fmax(0, dot(n, l)) * sh), mul(v3(0.35, 0.42, 0.6), ao * (0.6 + 0.4 * n.y)));
    c = add(c, mul(v3(0.8, 0.3, 0.15), ao * fmax(0, dot(n, norm(v3(-1, -0.3, 0.2))))));
    return had(alb, c);
}
static void p_bulb(void) {
    field = d_bulb;
    render(560, 560, 9, s_bulb);
    tonemap(0.6);
}

static double d_menger(V p) {
    V q = v3(fabs(p.x) - 1, fabs(p.y) - 1, fabs(p.z) - 1);
    double d = len(v3(fmax(q.x, 0), fmax(q.y, 0), fmax(q.z, 0))) + fmin(fmax(q.x, fmax(q.y, q.z)), 0), s = 1;
    trap = 0;
    for (int m = 0; m < 5; m++) {
        V a = v3(fract(p.x * s / 2) * 2 - 1, fract(p.y * s / 2) * 2 - 1, fract(p.z * s / 2) * 2 - 1);
        s *= 3;
        V r = v3(fabs(1 - 3 * fabs(a.x)), fabs(1 - 3 * fabs(a.y)), fabs(1 - 3 * fabs(a.z)));
        double c = (fmin(fmax(r.x, r.y), fmin(fmax(r.y, r.z), fmax(r.z, r.x))) - 1) / s;
        if (c > d) {
            d = c;
            trap = m + 1;
        }
    }
    return d;
}
static V s_menger(double x, double y) {
    V eye = v3(1.75, 1.35, 2.25), d = ray(eye, v3(0, -0.08, 0), x, y, 1.9);
    V bg = mix(v3(0.75, 0.70, 0.62), v3(0.33, 0.42, 0.52), 0.5 + 0.5 * y);
    double t = march(eye, d, 0.3, 6, 3e-4, 200);
    if (t < 0) return bg;
    V p = add(eye, mul(d, t)), n = gradient(p, 2e-4);
    field(p);
    V alb = mix(v3(0.78, 0.62, 0.40), v3(0.45, 0.16, 0.10), clamp(trap / 5, 0, 1));
    alb = mul(alb, 0.8 + 0.4 * fbm3(mul(p, 14), 3, 3));
    V l = norm(v3(-0.35, 0.8, 0.6));
    double sh = soft_shadow(add(p, mul(n, 1e-3)), l, 24, 3), ao = occlusion(p, n, 0.25);
    V c = add(mul(v3(2.7, 2.35, 1.8), fmax(0, dot(n, l)) * sh), mul(v3(0.5, 0.58, 0.7), ao * (0.55 + 0.45 * n.y)));
    return mix(had(alb, c), bg, 1 - exp(-0.02 * t * t));
}
static void p_menger(void) {
    field = d_menger;
    render(600, 480, 16, s_menger);
    tonemap(0.5);
}

static double d_knot(V p) {
    /* a trefoil-like band: a torus whose section of two strands turns */
    double a = atan2(p.z, p.x), r = hypot(p.x, p.z) - 1.0, y = p.y - 0.62;
    double c = cos(1.5 * a), s = sin(1.5 * a), u = c * r - s * y, w = s * r + c * y;
    double d = hypot(fabs(u) - 0.33, w) - 0.20 - 0.018 * sin(24 * a) * sin(9 * atan2(w, fabs(u) - 0.33));
    return fmin(d * 0.7, p.y + 0.02);
}
static V s_knot(double x, double y) {
    V eye = v3(0.4, 2.6, 3.9), o = eye, d = ray(eye, v3(0, 0.45, 0), x, y, 2.5), sum = v3(0, 0, 0), w = v3(1, 1, 1);
    for (int bounce = 0; bounce < 2; bounce++) {
        double t = march(o, d, 0.02, 12, 5e-4, 160);
        if (t < 0) {
            V s = mix(v3(0.85, 0.80, 0.74), v3(0.25, 0.3, 0.38), clamp(d.y * 1.3, 0, 1));
            return add(sum, had(w, add(s, mul(v3(3, 2.8, 2.4), sstep(0.86, 0.9, dot(d, norm(v3(-0.5, 0.8, 0.4))))))));
        }
        V p = add(o, mul(d, t)), n = gradient(p, 5e-4);
        V l = norm(v3(-0.5, 0.8, 0.4));
        int table = p.y < 0.01;
        V alb = table ? planks(p.x * 2.2, p.z * 2.2) : v3(0.06, 0.27, 0.36);
        double glaze = table ? 0 : fbm3(mul(p, 5), 4, 9);
        if (!table) alb = mix(alb, v3(0.62, 0.66, 0.52), sstep(0.52, 0.62, glaze));
        double sh = soft_shadow(add(p, mul(n, 4e-3)), l, 9, 4), ao = occlusion(p, n, 0.4);
        V c = add(mul(v3(2.3, 2.1, 1.8), fmax(0, dot(n, l)) * sh), mul(v3(0.5, 0.52, 0.56), ao));
        sum = add(sum, had(w, had(alb, c)));
        if (table) break;
        w = mul(w, 0.05 + 0.95 * pow(clamp(1 + dot(d, n), 0, 1), 5));
        d = reflect(d, n);
        o = add(p, mul(n, 5e-3));
    }
    return sum;
}
static void p_knot(void) {
    field = d_knot;
    render(640, 480, 9, s_knot);
    tonemap(0.42);
    vignette(0.25);
}

/* ---------------------------------------------------------- landscapes */

static double ridged(double x, double y, int oct, int s) {
    double a = 0.5, r = 0, w = 1, t;
    for (int i = 0; i < oct; i++) {
        double n = 1 - fabs(2 * noise2(x, y, s + i) - 1);
        n *= n * w;
        w = clamp(1.6 * n, 0, 1);
        r += a * n;
        t = 1.62 * x - 1.23 * y;
        y = 1.23 * x + 1.62 * y;
        x = t;
        a *= 0.5;
    }
    return r;
}
static double eroded(double x, double y, int oct, int s) {
    double a = 0, b = 1, sx = 0, sy = 0, dx, dy, t;
    for (int i = 0; i < oct; i++) {
        double n = noised(x, y, s + i, &dx, &dy);
        sx += dx;
        sy += dy;
        a += b * n / (1 + sx * sx + sy * sy);
        b *= 0.5;
        t = 1.6 * x - 1.2 * y;
        y = 1.2 * x + 1.6 * y;
        x = t;
    }
    return a;
}

static double (*height)(double x, double z, int oct);

static double land(V o, V d, double t, double far, int oct) {
    double last = t;
    for (int i = 0; i < 420 && t < far; i++) {
        V p = add(o, mul(d, t));
        double h = p.y - height(p.x, p.z, oct);
        if (h < 0.0006 * t) {
            double a = last, b = t;
            for (int k = 0; k < 8; k++) {
                double m = (a + b) / 2;
                V q = add(o, mul(d, m));
                if (q.y < height(q.x, q.z, oct))
                    b = m;
                else
                    a = m;
            }
            return b;
        }
        last = t;
        t += fmax(0.32 * h, 0.0008 * t);
    }
    return -1;
}
static V land_normal(V p, double t, int oct) {
    double e = 0.0008 * t + 0.0005;
    return norm(v3(height(p.x - e, p.z, oct) - height(p.x + e, p.z, oct), 2 * e,
                   height(p.x, p.z - e, oct) - height(p.x, p.z + e, oct)));
}
static double land_shadow(V p, V l, double far) {
    double s = 1, t = 0.02;
    for (int i = 0; i < 50 && t < far; i++) {
        V q = add(p, mul(l, t));
        double h = q.y - height(q.x, q.z, 7);
        if (h < 0) return 0;
        s = fmin(s, 14 * h / t);
        t += clamp(h, 0.02, 0.3);
    }
    return s;
}

static double h_alps(double x, double z, int oct) {
    return 3.3 * eroded(x * 0.30 + 31.3, z * 0.30 + 7.9, oct, 11) - 0.5;
}
static V alps_sky(V d, V l) {
    V c = mix(v3(0.62, 0.74, 0.90), v3(0.10, 0.24, 0.58), pow(clamp(d.y * 1.8, 0, 1), 0.6));
    double s = clamp(dot(d, l), 0, 1);
    c = add(c, mul(v3(1.0, 0.75, 0.45), 0.4 * pow(s, 16)));
    if (d.y > 0.01) {
        double k = fbm2(d.x / d.y * 1.1 + 3, d.z / d.y * 1.1, 6, 21);
        c = mix(c, v3(1.0, 0.98, 0.95), 0.75 * sstep(0.46, 0.75, k) * sstep(0.03, 0.2, d.y));
    }
    return c;
}
static V s_alps(double x, double y) {
    V l = norm(v3(-0.75, 0.42, -0.35));
    V eye = v3(0, 0, 0);
    eye.y = 2.35;
    V d = ray(eye, v3(0.9, 1.98, -4), x, y, 2.0), far = alps_sky(d, l);
    double t = land(eye, d, 0.05, 46, 9);
    if (t < 0) return far;
    V p = add(eye, mul(d, t)), n = land_normal(p, t, 12), wide = land_normal(p, 6 * t + 8, 9);
    V rock = mix(v3(0.16, 0.135, 0.12), v3(0.30, 0.27, 0.24), fbm2(p.x * 3, p.y * 14 + p.z, 5, 3));
    V grass = mix(v3(0.07, 0.10, 0.03), v3(0.17, 0.17, 0.06), fbm2(p.x * 9, p.z * 9, 4, 5));
    V c = mix(rock, grass, sstep(0.72, 0.86, n.y) * sstep(1.45, 0.7, p.y + 0.5 * fbm2(p.x * 4, p.z * 4, 4, 6)));
    double snow =
        sstep(0.95, 1.6, p.y + 0.9 * fbm2(p.x * 2, p.z * 2, 4, 9)) * sstep(0.42, 0.60, 0.6 * wide.y + 0.4 * n.y);
    c = mix(c, v3(0.86, 0.89, 0.94), snow);
    double sh = land_shadow(add(p, v3(0, 0.004 * t, 0)), l, 8);
    V li = add(mul(v3(3.3, 2.7, 2.0), fmax(0, dot(n, l)) * sh), mul(v3(0.28, 0.40, 0.62), 0.45 + 0.55 * n.y));
    c = had(c, li);
    double f = 1 - exp(-0.0016 * t * t - 0.01 * t);
    V fog = mix(v3(0.50, 0.62, 0.80), v3(1.0, 0.80, 0.55), 0.5 * pow(clamp(dot(d, l), 0, 1), 6));
    return mix(c, fog, f);
}
static void p_alps(void) {
    height = h_alps;
    render(640, 400, 9, s_alps);
    tonemap(0.6);
}

static double h_dunes(double x, double z, int oct) {
    double wx = x + 0.9 * noise2(x * 0.25, z * 0.25, 41), wz = z + 1.6 * noise2(x * 0.18 + 5, z * 0.22, 42);
    double u = wz * 0.42 + 0.35 * sin(wx * 0.5), f = fract(u),
           amp = 0.35 + 0.9 * noise2(wx * 0.22, floor(u) * 7.3 + wz * 0.05, 43);
    double crest = f < 0.70 ? sstep(0, 1, f / 0.70) : pow(1 - (f - 0.70) / 0.30, 1.35);
    double h = amp * crest * sstep(0, 0.1, f) * sstep(0, 0.06, 1 - f) + 0.35 * noise2(x * 0.11, z * 0.11, 44);
    if (oct > 7)
        h += 0.006 * sin(38 * (z + 0.35 * noise2(x * 1.7, z * 1.1, 45) + 0.05 * x)) * (0.3 + 0.7 * noise2(x, z, 46));
    return h;
}
static V s_dunes(double x, double y) {
    V l = norm(v3(-0.80, 0.36, 0.42)), eye = v3(1.3, 2.0, 2.2);
    V d = ray(eye, v3(1.9, 1.15, -2), x, y, 1.75);
    V skyc = mix(v3(0.98, 0.72, 0.46), v3(0.22, 0.40, 0.66), pow(clamp(d.y * 2.2 + 0.06, 0, 1), 0.55));
    skyc = add(skyc, mul(v3(1.2, 0.8, 0.4), 0.5 * pow(clamp(dot(d, l), 0, 1), 30)));
    double t = land(eye, d, 0.05, 50, 6);
    if (t < 0) return skyc;
    V p = add(eye, mul(d, t)), n = land_normal(p, t * 0.6, t < 14 ? 9 : 6);
    double sh = land_shadow(add(p, v3(0, 0.01, 0)), l, 6);
    V c = mix(v3(0.56, 0.31, 0.14), v3(0.68, 0.42, 0.21), fbm2(p.x * 40, p.z * 40, 3, 2));
    V li = add(mul(v3(3.4, 2.5, 1.5), fmax(0, dot(n, l)) * sh), mul(v3(0.34, 0.36, 0.48), 0.4 + 0.6 * n.y));
    return mix(had(c, li), v3(0.92, 0.66, 0.44), 1 - exp(-0.0012 * t * t));
}
static void p_dunes(void) {
    height = h_dunes;
    render(640, 427, 9, s_dunes);
    tonemap(0.6);
}

static double h_mesa(double x, double z, int oct) {
    double b = fbm2(x * 0.16 + 4.1, z * 0.16 + 2.2, 3, 61);
    double m =
        sstep(0.46, 0.50, b + 0.02 * fbm2(x, z, 4, 62)) * 1.1 + sstep(0.53, 0.57, b) * 0.9 + sstep(0.60, 0.64, b) * 0.6;
    return -0.35 + m * (0.8 + 0.4 * noise2(x * 0.3, z * 0.3, 66)) + 0.35 * b +
           0.28 * (eroded(x * 1.1, z * 1.1, oct, 63) - 0.5);
}
static V mesa_sky(V d, V l) {
    V c = mix(v3(0.95, 0.72, 0.55), v3(0.20, 0.33, 0.60), pow(clamp(d.y * 2.0, 0, 1), 0.5));
    c = add(c, mul(v3(1.3, 0.7, 0.3), 0.4 * pow(clamp(dot(d, l), 0, 1), 12)));
    if (d.y > 0.005) {
        double k = fbm2(d.x / (d.y + 0.03) * 0.5 + 1, d.z / (d.y + 0.03) * 1.4, 6, 25);
        c = mix(c, v3(1.05, 0.72, 0.58), 0.7 * sstep(0.45, 0.75, k) * sstep(0.01, 0.12, d.y));
    }
    return c;
}
static V mesa_shade(V p, V d, double t, V l) {
    V n = land_normal(p, t, 11);
    double band = fbm2(p.y * 7 + 0.4 * fbm2(p.x, p.z, 3, 3), 2.5, 4, 71);
    V c = mix(v3(0.34, 0.13, 0.06), v3(0.62, 0.36, 0.20), sstep(0.3, 0.62, band));
    c = mix(c, v3(0.42, 0.27, 0.15), sstep(0.7, 0.9, n.y));
    c = mix(c, v3(0.10, 0.12, 0.04), 0.8 * sstep(0.86, 0.95, n.y) * sstep(0.45, 0.6, fbm2(p.x * 12, p.z * 12, 4, 8)));
    double sh = land_shadow(add(p, v3(0, 0.006 * t, 0)), l, 8);
    V li = add(mul(v3(3.4, 2.2, 1.25), fmax(0, dot(n, l)) * sh), mul(v3(0.32, 0.33, 0.46), 0.5 + 0.5 * n.y));
    V fog = mix(v3(0.66, 0.52, 0.50), v3(1.1, 0.75, 0.45), pow(clamp(dot(d, l), 0, 1), 4));
    return mix(had(c, li), fog, 1 - exp(-0.0011 * t * t - 0.006 * t));
}
static V s_mesa(double x, double y) {
    V l = norm(v3(0.85, 0.30, 0.25)), eye = v3(8.0, 0.60, 1.2);
    V d = ray(eye, v3(5.8, 0.80, -7), x, y, 1.8);
    double t = land(eye, d, 0.05, 50, 8), tw = d.y < 0 ? -eye.y / d.y : 1e9;
    if (t < 0 && tw > 60) return mesa_sky(d, l);
    if (t > 0 && t < tw) return mesa_shade(add(eye, mul(d, t)), d, t, l);
    V p = add(eye, mul(d, tw));
    double k = 0.03 / (1 + 0.05 * tw), q = 9;
    V n = norm(v3(k * (noise2(p.x * q, p.z * q * 2.5, 1) - 0.5 + noise2(p.x * 3 * q, p.z * 5 * q, 2) - 0.5), 1,
                  k * 2 * (noise2(p.x * q + 50, p.z * q * 2.5, 3) - 0.5 + noise2(p.x * 3 * q, p.z * 5 * q, 4) - 0.5)));
    V r = reflect(d, n), c;
    if (r.y < 0.002) r.y = 0.002;
    double tr = land(p, r, 0.03, 40, 7);
    c = tr < 0 ? mesa_sky(r, l) : mesa_shade(add(p, mul(r, tr)), r, tw + tr, l);
    double fr = 0.04 + 0.96 * pow(clamp(1 + dot(d, n), 0, 1), 5);
    c = add(mul(c, 0.25 + 0.7 * fr), mul(v3(0.05, 0.09, 0.09), 1 - fr));
    return mix(c, v3(0.66, 0.52, 0.50), 1 - exp(-0.0011 * tw * tw));
}
static void p_mesa(void) {
    height = h_mesa;
    render(640, 400, 9, s_mesa);
    tonemap(0.55);
}

static double h_sea(double x, double z, int oct) {
    double f = 0.16, a = 0.6, ch = 4.0, h = 0, t, ux = x * 0.75, uz = z;
    for (int i = 0; i < oct; i++) {
        double s = 0;
        for (int k = -1; k <= 1; k += 2) {
            double px = (ux + k * 3.1) * f, pz = (uz + k * 1.7) * f, n = 2 * noise2(px, pz, 80) - 1;
            px += n;
            pz += n;
            double wx = 1 - fabs(sin(px)), wz = 1 - fabs(sin(pz)), sx = fabs(cos(px)), sz = fabs(cos(pz));
            wx = lerp(wx, sx, wx);
            wz = lerp(wz, sz, wz);
            s += pow(1 - pow(wx * wz, 0.65), ch);
        }
        h += s * a;
        t = 1.6 * ux + 1.2 * uz;
        uz = -1.2 * ux + 1.6 * uz;
        ux = t;
        f *= 1.9;
        a *= 0.22;
        ch = lerp(ch, 1, 0.2);
    }
    return h - 0.6;
}
static V sea_sky(V d, V l) {
    double s = clamp(dot(d, l), 0, 1), e = clamp(d.y, 0, 1);
    V c = mix(v3(0.90, 0.46, 0.22), v3(0.10, 0.16, 0.36), pow(e, 0.42));
    c = add(c, mul(v3(1.2, 0.55, 0.2), 0.55 * pow(s, 8)));
    c = add(c, mul(v3(2.2, 1.4, 0.7), pow(s, 160)));
    if (s > 0.9993) c = add(c, v3(12, 9, 5));
    double k = fbm2(d.x / (e + 0.06) * 0.5 + 8, d.z / (e + 0.06) * 1.3 + 2, 6, 33);
    V cl = mix(v3(0.20, 0.14, 0.20), v3(1.3, 0.55, 0.25), pow(s, 5));
    return mix(c, cl, 0.8 * sstep(0.47, 0.70, k) * sstep(0.015, 0.10, e));
}
static V s_sea(double x, double y) {
    V l = norm(v3(0.22, 0.10, -1)), eye = v3(0, 2.4, 4), d = ray(eye, v3(0.35, 2.05, -2), x, y, 1.9);
    double t = land(eye, d, 0.3, 130, 4);
    if (t < 0) {
        if (d.y < 0.001) d.y = 0.001;
        return sea_sky(d, l);
    }
    V p = add(eye, mul(d, t)), n = land_normal(p, t * 0.7 + 0.6, 6);
    n = norm(mix(n, v3(0, 1, 0), sstep(20, 120, t) * 0.7));
    double fr = pow(clamp(1 + dot(n, d), 0, 1), 3) * 0.7 + 0.03;
    V r = reflect(d, n);
    if (r.y < 0.01) r.y = 0.01;
    V deep = v3(0.015, 0.045, 0.06), c = mix(deep, sea_sky(norm(r), l), fr);
    c = add(c, mul(v3(0.09, 0.14, 0.10), 0.5 * clamp(p.y + 0.1, 0, 1.2) * exp(-0.0012 * t * t)));
    c = add(c, mul(v3(3, 1.7, 0.7), 0.8 * pow(clamp(dot(norm(r), l), 0, 1), 90)));
    return mix(c, v3(0.72, 0.40, 0.25), 1 - exp(-0.00009 * t * t));
}
static void p_sea(void) {
    height = h_sea;
    render(640, 427, 4, s_sea);
    tonemap(0.6);
    vignette(0.2);
}

/* --------------------------------------------------------------- the sky */

static double cloud_density(V p, int oct) {
    double base = fbm3(mul(p, 0.55), oct, 90), prof = sstep(1.5, 2.0, p.y) * sstep(4.6, 2.4, p.y);
    return clamp((base - 0.465) * 8.5 * prof - 0.12 * (1 - prof), 0, 1);
}
static V s_clouds(double x, double y) {
    V l = norm(v3(0.55, 0.42, -0.6)), d = ray(v3(0, 0, 0), v3(0, 0.72, -1), x, y, 1.7);
    double s = clamp(dot(d, l), 0, 1);
    V c = mix(v3(0.55, 0.72, 0.92), v3(0.08, 0.24, 0.60), pow(clamp(d.y * 1.3, 0, 1), 0.7));
    c = add(c, mul(v3(1, 0.85, 0.6), 0.5 * pow(s, 20)));
    if (d.y < 0.03) return c;
    double t0 = 1.5 / d.y, t1 = fmin(4.6 / d.y, 40), T = 1, dt = (t1 - t0) / 70, t = t0 + dt * rnd();
    V acc = v3(0, 0, 0);
    for (int i = 0; i < 70 && T > 0.02; i++, t += dt) {
        V p = mul(d, t);
        double rho = cloud_density(p, 7);
        if (rho < 0.01) continue;
        double tau = 0;
        for (int k = 1; k <= 5; k++) tau += cloud_density(add(p, mul(l, 0.16 * k)), 4) * 0.16;
        double beam = exp(-tau * 5.5) + 0.28 * exp(-tau * 1.1);
        V li = add(mul(v3(1.9, 1.65, 1.35), beam * (0.75 + 0.7 * pow(s, 8))),
                   mul(v3(0.42, 0.52, 0.68), 0.42 + 0.14 * (p.y - 1.5)));
        double a = 1 - exp(-rho * dt * 4.2);
        V far = mix(li, v3(0.66, 0.76, 0.88), 1 - exp(-0.0016 * t * t));
        acc = add(acc, mul(far, T * a));
        T *= 1 - a;
    }
    return add(acc, mul(c, T));
}
static void p_clouds(void) {
    render(640, 427, 9, s_clouds);
    tonemap(0.5);
}

static V stars(double x, double y, double dens, int s) {
    V c = v3(0, 0, 0);
    for (int k = 0; k < 3; k++) {
        double q = 22 * (k + 1), gx = x * q, gy = y * q;
        int i = (int)floor(gx), j = (int)floor(gy);
        double h = hash3(i, j, s + k);
        if (h > dens) continue;
        double px = i + 0.3 + 0.4 * hash3(i, j, s + 20 + k), py = j + 0.3 + 0.4 * hash3(i, j, s + 30 + k);
        double r = hypot(gx - px, gy - py) / (0.05 * (k + 1)), m = pow(hash3(i, j, s + 40 + k), 5) * 4 + 0.25;
        double hue = hash3(i, j, s + 50 + k);
        V tint =
            hue < 0.5 ? mix(v3(0.65, 0.78, 1), v3(1, 1, 1), 2 * hue) : mix(v3(1, 1, 1), v3(1, 0.75, 0.5), 2 * hue - 1);
        c = add(c, mul(tint, m * exp(-r * r * 1.2)));
    }
    return c;
}

static double crater_field(V p, double scale, int s, double dens) {
    V q = mul(p, scale);
    int ci = (int)floor(q.x), cj = (int)floor(q.y), ck = (int)floor(q.z);
    double h = 0;
    for (int k = ck - 1; k <= ck + 1; k++)
        for (int j = cj - 1; j <= cj + 1; j++)
            for (int i = ci - 1; i <= ci + 1; i++) {
                int w = k + s * 977;
                if (hash3(i, j, w) > dens) continue;
                V c = v3(i + hash3(i, j, w + 311), j + hash3(i, j, w + 622), k + hash3(i, j, w + 933));
                double r = 0.18 + 0.32 * pow(hash3(i, j, w + 1244), 2), d = len(sub(q, c)) / r;
                if (d > 2) continue;
                double bowl = d < 1 ? (d * d - 1) * 0.55 : 0, rim = 0.32 * exp(-14 * (d - 1) * (d - 1));
                h += r * (bowl + rim) * sstep(2, 1.4, d);
            }
    return h / scale;
}
static double moon_height(V p) {
    double h = 0.030 * fbm3(mul(p, 3), 6, 5) + crater_field(p, 2.2, 1, 0.30) * 0.5;
    h += crater_field(p, 5, 2, 0.35) * 0.7 + crater_field(p, 11, 3, 0.4) * 0.8 + crater_field(p, 25, 4, 0.4) * 0.9 +
         crater_field(p, 55, 5, 0.4);
    return h;
}
static V s_moon(double x, double y) {
    double cx = 0.12, cy = -0.05, R = 0.86, u = (x - cx) / R, v = (y - cy) / R, q = u * u + v * v;
    if (q > 1) return mul(stars(x, y, 0.02, 3), 0.35);
    V n = v3(u, v, sqrt(1 - q)), l = norm(v3(-0.82, 0.28, 0.42));
    double e = 0.0022;
    V t1 = norm(cross(n, v3(0.1, 1, 0.2))), t2 = cross(n, t1);
    double h0 = moon_height(n), h1 = moon_height(norm(add(n, mul(t1, e)))), h2 = moon_height(norm(add(n, mul(t2, e))));
    V m = norm(sub(n, add(mul(t1, (h1 - h0) / e * 0.8), mul(t2, (h2 - h0) / e * 0.8))));
    double mare = sstep(0.42, 0.58, fbm3(mul(n, 1.7), 5, 8)), alb = lerp(0.42, 0.17, mare);
    alb *= 0.85 + 0.3 * fbm3(mul(n, 22), 4, 12);
    double li = clamp(dot(m, l), 0, 1) * sstep(-0.06, 0.12, dot(n, l));
    return mul(v3(1.02, 1.0, 0.95), alb * li * 2.3);
}
static void p_moon(void) {
    render(600, 480, 9, s_moon);
    tonemap(0.75);
}

static V s_planet(double x, double y) {
    double cx = 0.42, cy = -0.62, R = 1.25, u = (x - cx) / R, v = (y - cy) / R, q = u * u + v * v;
    V l = norm(v3(-0.75, 0.55, 0.35)), c = mul(stars(x, y, 0.035, 9), 0.7);
    V g = norm(v3(x - cx, y - cy, 0.25));
    double rim = fmax(0, sqrt(q) - 1), lit = sstep(-0.25, 0.7, dot(g, l));
    c = add(c, mul(v3(0.25, 0.5, 1.0), 1.1 * exp(-rim * 26) * lit));
    if (q > 1) return c;
    V n = v3(u, v, sqrt(1 - q));
    double a = 0.6;
    V p = v3(cos(a) * n.x + sin(a) * n.z, n.y, cos(a) * n.z - sin(a) * n.x);
    double h = fbm3(add(mul(p, 2.0), v3(3.3, 1.2, 7)), 8, 14), land = sstep(0.492, 0.505, h);
    double lat = fabs(p.y) + 0.12 * (fbm3(mul(p, 5), 4, 3) - 0.5);
    V soil =
        mix(v3(0.06, 0.13, 0.04), v3(0.36, 0.27, 0.14), sstep(0.50, 0.60, h + 0.12 * (fbm3(mul(p, 7), 4, 6) - 0.5)));
    soil = mix(soil, v3(0.8, 0.82, 0.85), sstep(0.78, 0.86, lat));
    V sea = mix(v3(0.008, 0.03, 0.085), v3(0.02, 0.12, 0.17), sstep(0.44, 0.495, h)), col = mix(sea, soil, land);
    V w = v3(0.8 * fbm3(mul(p, 2.1), 4, 31), 0.5 * fbm3(mul(p, 2.6), 4, 32), 0);
    double cl = sstep(0.47, 0.66, fbm3(add(mul(had(p, v3(1, 1.7, 1)), 3.0), mul(w, 2.3)), 7, 33));
    double day = dot(n, l);
    V li = mul(v3(2.6, 2.5, 2.35), clamp(day * 1.05, 0, 1));
    V hv = norm(add(l, v3(0, 0, 1)));
    V out = had(col, li);
    if (land < 0.5) out = add(out, mul(v3(1.2, 1.05, 0.8), pow(clamp(dot(n, hv), 0, 1), 60) * clamp(day, 0, 1)));
    out = mix(out, mul(li, 0.40), 0.92 * cl);
    double edge = pow(1 - n.z, 2.6);
    return add(out, mul(v3(0.22, 0.45, 0.95), 1.3 * edge * sstep(-0.15, 0.5, day)));
}
static void p_planet(void) {
    render(640, 427, 9, s_planet);
    tonemap(0.5);
}

static V s_nebula(double x, double y) {
    V p = v3(x * 1.1 + 2, y * 1.1, 0.5), w = v3(fbm3(mul(p, 1.3), 5, 1), fbm3(add(mul(p, 1.3), v3(7, 3, 1)), 5, 2), 0);
    V q = add(p, mul(w, 1.9));
    double a = fbm3(mul(q, 1.4), 7, 3), b = fbm3(add(mul(q, 2.1), v3(9, 1, 4)), 7, 4),
           dust = fbm3(add(mul(q, 1.7), v3(2, 8, 6)), 7, 5);
    double glow = exp(-1.6 * ((x - 0.15) * (x - 0.15) + (y - 0.05) * (y - 0.05) * 1.7));
    V c = mul(v3(0.95, 0.16, 0.22), 2.4 * pow(sstep(0.38, 0.78, a), 1.6) * (0.25 + glow));
    c = add(c, mul(v3(0.12, 0.38, 0.75), 1.8 * pow(sstep(0.42, 0.80, b), 1.5) * (0.2 + glow)));
    c = add(c, mul(v3(1.0, 0.72, 0.42), 1.5 * pow(glow, 4) * sstep(0.3, 0.6, a)));
    c = mul(c, 1 - 0.85 * sstep(0.46, 0.66, dust));
    c = add(c, mul(v3(0.006, 0.007, 0.014), 1));
    c = add(c, mul(stars(x, y, 0.07, 60), 0.8));
    seed(4242);
    for (int i = 0; i < 9; i++) {
        double sx = 2.6 * (rnd() - 0.5), sy = 1.9 * (rnd() - 0.5), m = 0.3 + rnd();
        double dx = fabs(x - sx), dy = fabs(y - sy), r = hypot(dx, dy);
        double f = 0.00016 / (r * r + 0.00006) + 0.0006 / (dx * 60 * dx + dy * 0.9 + 0.004) * exp(-dy * 22) +
                   0.0006 / (dy * 60 * dy + dx * 0.9 + 0.004) * exp(-dx * 22);
        c = add(c, mul(mix(v3(0.6, 0.75, 1), v3(1, 0.8, 0.6), rnd()), f * m));
    }
    return c;
}
static void nebula_wrap(void) {
    /* the picture reseeds inside, so the jitter is made here on a fixed grid */
    image(640, 480);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            V c = v3(0, 0, 0);
            for (int s = 0; s < 9; s++)
                c = add(c, s_nebula((2 * (x + (s % 3 + 0.5) / 3) - W) / H, (H - 2 * (y + (s / 3 + 0.5) / 3)) / H));
            buf[y * W + x] = mul(c, 1.0 / 9);
        }
    tonemap(0.75);
}

/* -------------------------------------------------- pictures of surfaces */

static V s_bark(double x, double y) {
    /* weathered boards */
    double k = floor((x + 3) / 0.62), u = fract((x + 3) / 0.62), id = hash3((int)k, 1, 3);
    double yy = y + 20 * id, xx = u + 9 * id;
    double kx = 0.5 + 0.25 * (id - 0.5), best = 9;
    for (int i = 0; i < 3; i++) {
        double ky = -1 + 2 * hash3((int)k, i, 8),
               kd = hypot((u - 0.25 - 0.5 * hash3((int)k, i, 9)) * 0.62, (y - ky) * 0.45);
        best = fmin(best, kd + (hash3((int)k, i, 10) < 0.45 ? 9 : 0));
    }
    double knot = exp(-best * best * 90);
    double f = (xx - kx) * 6 + 1.1 * fbm2(xx * 1.5, yy * 0.35, 4, 5) + 2.2 * knot;
    double ring = 0.5 + 0.5 * sin(f * 9 + 3 * fbm2(xx * 3, yy * 0.5, 3, 7)), fibre = fbm2(xx * 55, yy * 1.6, 5, 6),
           pore = noise2(xx * 130, yy * 5, 9);
    V c = mix(v3(0.20, 0.13, 0.085), v3(0.47, 0.35, 0.25), 0.55 * ring + 0.45 * fibre);
    c = mix(c, v3(0.36, 0.35, 0.34), 0.55 * sstep(0.4, 0.7, fbm2(x * 1.2 + 5, y * 0.8, 5, 12)));
    c = mul(c, 0.65 + 0.5 * sstep(0.15, 0.45, pore));
    c = mix(c, v3(0.07, 0.04, 0.025), 0.9 * sstep(0.75, 0.97, knot));
    double crack = fabs(fbm2(xx * 4, yy * 0.25, 4, 15) - 0.46);
    c = mul(c, 0.35 + 0.65 * sstep(0.0, 0.012, crack));
    double e = fmin(u, 1 - u) * 0.62;
    c = mul(c, sstep(0.004, 0.022, e));
    for (int i = -1; i <= 1; i += 2) {
        double ny = i * 0.72 + 0.03 * (id - 0.5), nx = 0.5 + 0.1 * (hash3((int)k, i, 2) - 0.5),
               r = hypot((u - nx) * 0.62, y - ny);
        if (r < 0.024)
            c = mul(v3(0.10, 0.085, 0.08), 0.7 + 12 * clamp((y - ny), -0.02, 0.02));
        else
            c = mix(c, v3(0.13, 0.06, 0.03), 0.7 * exp(-(r - 0.024) * 26) * (y < ny ? 1 : 0.5));
    }
    return mul(c, 1.5 * (0.78 + 0.3 * id) * (1 - 0.25 * (x * 0.3 - y * 0.4)));
}
static void p_boards(void) {
    render(600, 480, 16, s_bark);
    tonemap(0.62);
    vignette(0.25);
}

static double brick_height(double x, double y, double *id, double *mortar) {
    double bw = 0.52, bh = 0.19, row = floor(y / bh),
           u = x / bw + 0.5 * fmod(fabs(row), 2) + 0.06 * (hash3((int)row, 0, 1) - 0.5);
    double wob = 0.012 * (fbm2(x * 9, y * 9, 4, 3) - 0.5), k = hash3((int)floor(u), (int)row, 2);
    double ex = fmin(fract(u), 1 - fract(u)) * bw + wob, ey = fmin(fract(y / bh), 1 - fract(y / bh)) * bh + wob;
    double inx = sstep(0.010, 0.026, ex), iny = sstep(0.010, 0.026, ey), in = inx * iny;
    *id = k;
    *mortar = 1 - in;
    double chip = sstep(0.60, 0.72, fbm2(x * 6 + 40 * k, y * 6, 4, 5)) * 0.5;
    return in * (0.030 + 0.012 * (k - 0.5) - 0.012 * chip + 0.010 * fbm2(x * 22, y * 22, 5, 4)) +
           (1 - in) * 0.007 * fbm2(x * 60, y * 60, 3, 6);
}
static V s_brick(double x, double y) {
    double id, m, a, b, e = 0.0022, h = brick_height(x, y, &id, &m);
    double hx = brick_height(x + e, y, &a, &b), hy = brick_height(x, y + e, &a, &b);
    V n = norm(v3((h - hx) / e, (h - hy) / e, 1)), l = norm(v3(-0.75, 0.45, 0.35));
    double sh = 1;
    for (int i = 1; i <= 14; i++) {
        double t = i * 0.006, hh = brick_height(x + l.x * t, y + l.y * t, &a, &b);
        sh = fmin(sh, clamp(1 - (hh - h - l.z * t) * 90, 0, 1));
    }
    V c = mix(v3(0.36, 0.12, 0.07), v3(0.52, 0.25, 0.15), id);
    if (id > 0.86) c = v3(0.22, 0.10, 0.08);
    c = mul(c, 0.7 + 0.6 * fbm2(x * 30, y * 30, 4, 8));
    c = mix(c, v3(0.55, 0.50, 0.45), 0.35 * sstep(0.55, 0.7, fbm2(x * 2.2, y * 2.2 + 3, 5, 9)));
    c = mix(c, mul(v3(0.48, 0.45, 0.40), 0.7 + 0.5 * fbm2(x * 50, y * 50, 3, 10)), m);
    c = mix(c, v3(0.08, 0.12, 0.05),
            0.55 * sstep(0.2, -0.9, y + 0.8 * (fbm2(x * 3, y * 3, 5, 11) - 0.5)) *
                sstep(0.42, 0.6, fbm2(x * 9, y * 9, 4, 12)));
    double band = sstep(-0.1, 0.1, y + 0.45 * x + 0.25 * sin(x * 2) - 0.55);
    V li = add(mul(v3(3.0, 2.5, 1.9), fmax(0, dot(n, l)) * sh * (1 - 0.85 * band)), mul(v3(0.38, 0.45, 0.56), 0.75));
    return had(c, li);
}
static void p_brick(void) {
    render(640, 480, 9, s_brick);
    tonemap(0.52);
}

static double mud_height(double x, double z) {
    double s, wx = x + 0.25 * fbm2(x * 1.8, z * 1.8, 4, 2), wz = z + 0.25 * fbm2(x * 1.8 + 9, z * 1.8, 4, 3);
    double f = worley(wx, wz, 5, &s, 0), e = s - f, s2, f2 = worley(wx * 2.7, wz * 2.7, 8, &s2, 0), e2 = s2 - f2;
    double plate = sstep(0.02, 0.10, e), small = sstep(0.008, 0.05, e2);
    double curl = 0.05 * exp(-e * 9);
    return plate * (0.11 + curl) + 0.03 * small * plate + 0.012 * fbm2(x * 14, z * 14, 4, 6);
}
static double h_mud(double x, double z, int oct) {
    (void)oct;
    return mud_height(x * 1.6, z * 1.6) * 0.8;
}
static V s_mud(double x, double y) {
    V l = norm(v3(-0.75, 0.34, -0.5)), eye = v3(0, 0.95, 2.2), d = ray(eye, v3(0, 0.42, -0.6), x, y, 1.65);
    V skyc = mix(v3(0.86, 0.78, 0.68), v3(0.22, 0.42, 0.70), pow(clamp(d.y * 2.4, 0, 1), 0.6));
    double az = atan2(d.x, -d.z), ridge = 0.012 + 0.055 * ridged(az * 3 + 2, 0.7, 6, 4),
           ridge2 = 0.008 + 0.03 * ridged(az * 5 + 9, 2.7, 6, 4);
    if (d.y > 0) {
        if (d.y < ridge2) return mix(v3(0.30, 0.25, 0.25), v3(0.70, 0.62, 0.55), 0.45);
        if (d.y < ridge) return mix(v3(0.33, 0.33, 0.40), v3(0.75, 0.70, 0.66), 0.62);
    }
    double t = land(eye, d, 0.1, 60, 6);
    if (t < 0) return d.y > 0 ? skyc : v3(0.70, 0.60, 0.50);
    V p = add(eye, mul(d, t)), n = land_normal(p, t, 6);
    double sh = t < 12 ? land_shadow(add(p, v3(0, 0.004, 0)), l, 0.8) : 1, hh = p.y;
    V c = mix(v3(0.16, 0.10, 0.07), v3(0.52, 0.40, 0.29), sstep(0.0, 0.07, hh));
    c = mul(c, 0.75 + 0.5 * fbm2(p.x * 7, p.z * 7, 5, 9));
    V li = add(mul(v3(3.0, 2.5, 1.9), fmax(0, dot(n, l)) * sh),
               mul(v3(0.40, 0.45, 0.55), 0.25 + 0.75 * sstep(0, 0.08, hh)));
    return mix(had(c, li), v3(0.78, 0.69, 0.58), 1 - exp(-0.004 * t * t));
}
static void p_mud(void) {
    height = h_mud;
    render(640, 427, 9, s_mud);
    tonemap(0.5);
}

/* ------------------------------------- out-of-focus lights, rain, forest */

typedef struct {
    double x, y, r;
    V c;
} Lamp;
static Lamp lamps[400];
static int nlamps;

static V bokeh(double x, double y) {
    V c = mix(v3(0.012, 0.014, 0.03), v3(0.05, 0.035, 0.06), sstep(0.9, -0.6, y));
    c = add(c, mul(v3(0.10, 0.05, 0.02), exp(-3 * (y + 0.12) * (y + 0.12))));
    for (int i = 0; i < nlamps; i++) {
        double dx = x - lamps[i].x, dy = y - lamps[i].y, r = lamps[i].r, q = hypot(dx, dy);
        if (q > 1.3 * r) continue;
        /* a seven-bladed iris with rounded sides */
        double a = atan2(dy, dx) + 0.3, seg = 2 * PI / 7, k = cos(seg / 2) / cos(a - seg * floor(a / seg + 0.5));
        double rr = r * lerp(1, k, 0.45), edge = q / rr;
        double in = sstep(1.02, 0.96, edge) * (0.75 + 0.35 * sstep(0.6, 0.98, edge)) + 0.05 * sstep(1.3, 0.9, edge);
        c = add(c, mul(lamps[i].c, in));
    }
    return c;
}
static void street_lamps(uint64_t s) {
    V kinds[6] = {{1.0, 0.62, 0.22},  {1.0, 0.78, 0.48}, {0.85, 0.10, 0.06},
                  {0.25, 0.75, 0.45}, {0.45, 0.62, 1.0}, {1.0, 0.92, 0.8}};
    seed(s);
    nlamps = 0;
    for (int i = 0; i < 26; i++) { /* two rows of street lights toward a vanishing point */
        double z = 1 + 0.55 * i, side = i & 1 ? 1 : -1;
        Lamp l = {0.1 + side * 2.4 / z + 0.02 * rnd(), 0.08 + 1.7 / z * 0.62, 0.03 + 0.15 / z,
                  mul(kinds[rnd() < 0.8 ? 0 : 1], 0.75)};
        lamps[nlamps++] = l;
    }
    for (int i = 0; i < 46; i++) { /* cars: red ones leave, white ones come */
        double z = 1 + 9 * rnd(), lane = (0.15 + 0.85 * rnd()) * (i & 1 ? 1 : -1);
        for (int k = 0; k < 2; k++) {
            Lamp l = {0.1 + (lane * 1.7 + (k ? 0.16 : -0.16)) / z, 0.05 - 0.85 / z, 0.02 + 0.12 / z,
                      mul(kinds[i & 1 ? 2 : 5], 0.55)};
            lamps[nlamps++] = l;
        }
    }
    for (int i = 0; i < 110; i++) { /* windows and signs */
        double side = rnd() < 0.5 ? -1 : 1, x = side * (0.25 + 1.3 * rnd());
        Lamp l = {x, 0.04 + 0.75 * rnd() * fabs(x), 0.03 + 0.05 * rnd(),
                  mul(kinds[rnd32() % 6], 0.10 + 0.4 * rnd() * rnd())};
        lamps[nlamps++] = l;
    }
    for (int i = nlamps - 1; i >= 0 && nlamps < 390; i--) { /* wet road */
        if (lamps[i].y < 0 || rnd() < 0.5) continue;
        Lamp l = lamps[i];
        l.y = -0.06 - 0.9 * l.y;
        l.r *= 1.15;
        l.c = mul(l.c, 0.16);
        lamps[nlamps++] = l;
    }
}
static void p_bokeh(void) {
    street_lamps(31);
    render(640, 427, 9, bokeh);
    tonemap(0.5);
    vignette(0.2);
}

typedef struct {
    double x, y, r, sq;
} Drop;
static Drop drops[2600];
static int ndrops;
static V s_rain(double x, double y) {
    V blur = v3(0, 0, 0);
    Drop *best = 0;
    double bq = 1;
    for (int i = 0; i < ndrops; i++) {
        double dx = x - drops[i].x, dy = y - drops[i].y;
        if (fabs(dx) > drops[i].r || fabs(dy) > 1.5 * drops[i].r) continue;
        if (drops[i].r > 0.012) dx += 0.10 * drops[i].r * (noise2(x * 30, y * 30, i) - 0.5);
        double q = hypot(dx, (dy > 0 ? dy / drops[i].sq : dy)) / drops[i].r;
        if (q < bq) {
            bq = q;
            best = &drops[i];
        }
    }
    if (!best) {
        blur = mul(bokeh(x, y), 0.85);
        double mist = fbm2(x * 5, y * 5, 5, 4);
        return add(mul(blur, 0.9), mul(v3(0.045, 0.045, 0.055), mist));
    }
    double dx = (x - best->x) / best->r, dy = (y - best->y) / best->r;
    double bend = 1.2 * (0.35 + bq * bq);
    V c = mul(bokeh(best->x * 0.5 - dx * bend * 1.1, best->y * 0.4 - dy * bend * 0.8 + 0.05), 1.25);
    c = add(c, mul(v3(0.05, 0.055, 0.07), 1 - bq));
    c = mul(c, 1 - 0.88 * sstep(0.72, 1.0, bq) * (dy > 0 ? 1 : 0.55));
    double g = hypot(dx + 0.33, dy - 0.42);
    c = add(c, mul(v3(1.1, 1.05, 1.0), sstep(0.20, 0.08, g)));
    return add(c, mul(v3(0.5, 0.4, 0.3), 0.5 * sstep(0.5, 0.8, bq) * sstep(0.98, 0.85, bq) * sstep(-0.3, -0.9, dy)));
}
static void p_rain(void) {
    street_lamps(77);
    for (int i = 0; i < nlamps; i++) {
        lamps[i].r = lamps[i].r * 1.3 + 0.05;
        lamps[i].c = mul(lamps[i].c, 0.7);
    }
    seed(8);
    ndrops = 0;
    for (int tries = 0; tries < 60000 && ndrops < 620; tries++) {
        double k = (double)tries / 60000, r = tries < 900 ? 0.045 + 0.075 * rnd()
                                              : k < 0.4   ? 0.014 + 0.028 * rnd()
                                                          : 0.004 + 0.009 * rnd();
        double x = 2.9 * (rnd() - 0.5), y = 2.1 * (rnd() - 0.5);
        int ok = 1;
        for (int i = 0; i < ndrops && ok; i++) ok = hypot(x - drops[i].x, y - drops[i].y) > 1.12 * (r + drops[i].r);
        if (!ok || (tries < 900 && ndrops > 75)) continue;
        Drop d = {x, y, r, 1 + 0.35 * rnd()};
        drops[ndrops++] = d;
    }
    render(640, 480, 9, s_rain);
    tonemap(0.5);
}

static double pine(double x, double y, int layer, double scale) {
    double best = 0;
    int c = (int)floor(x / scale);
    for (int i = c - 2; i <= c + 2; i++)
        for (int k = 0; k < 2; k++) {
            double px = (i + hash3(i, layer, 1 + k)) * scale, th = scale * (1.5 + 2.6 * hash3(i, layer, 3 + k));
            double base = -0.25 * scale, v = (y - base) / th;
            if (v < 0 || v > 1) continue;
            double tiers = 9 + 5 * hash3(i, layer, 7 + k), f = fract(v * tiers), dx = x - px;
            double wide = (1 - v) * scale * 0.46 * (0.55 + 0.45 * (1 - f)) + 0.006 * scale;
            wide *= 0.72 + 0.56 * noise2(v * 70 + i * 9, (dx > 0 ? 3.3 : 8.8) + k, layer);
            wide *= sstep(0.02, 0.10, v) * 0.9 + 0.1;
            best = fmax(best, sstep(wide + 0.008 * scale, wide - 0.008 * scale, fabs(dx)));
        }
    return best;
}
static V s_forest(double x, double y) {
    V fog = mix(v3(0.80, 0.83, 0.84), v3(0.52, 0.60, 0.66), sstep(-0.4, 1.0, y));
    fog = add(fog, mul(v3(0.35, 0.26, 0.12), exp(-2.6 * ((x - 0.5) * (x - 0.5) + (y - 0.6) * (y - 0.6)))));
    V c = fog;
    for (int k = 0; k < 8; k++) {
        double z = 1 - k / 7.5, sc = 0.075 + 0.30 * pow(1 - z, 1.9);
        double ridge =
            0.50 - 1.25 * (1 - z) + (0.15 + 0.2 * z) * (2 * fbm2(x * (0.7 + 0.5 * z) + 13 * k, 0.5, 5, 20 + k) - 0.9);
        double a = y < ridge ? 1 : pine(x + 7.7 * k, y - ridge, k, sc);
        V col = mix(v3(0.022, 0.034, 0.030), fog, 0.06 + 0.84 * pow(z, 0.8));
        double below = clamp((ridge - y) * (2.4 - 1.2 * (1 - z)), 0, 1) *
                       (0.25 + 0.65 * fbm2(x * 1.3 + k, y * 3, 5, 40 + k)) * (0.25 + 0.75 * z);
        col = mix(col, fog, below);
        c = mix(c, col, a);
    }
    return c;
}
static void p_forest(void) {
    render(640, 427, 16, s_forest);
    tonemap(0.45);
    vignette(0.2);
}

/* ----------------------------------------------- drawn with soft strokes */

typedef struct {
    float r, g, b, a;
} P;

static void disc(P *l, int w, int h, double x, double y, double r, V c, double alpha) {
    int x0 = (int)fmax(0, x - r - 1), x1 = (int)fmin(w - 1, x + r + 1), y0 = (int)fmax(0, y - r - 1),
        y1 = (int)fmin(h - 1, y + r + 1);
    for (int j = y0; j <= y1; j++)
        for (int i = x0; i <= x1; i++) {
            float a = alpha * clamp(r + 0.5 - hypot(i + 0.5 - x, j + 0.5 - y), 0, 1);
            if (a <= 0) continue;
            P *p = &l[j * w + i];
            p->r += (c.x - p->r) * a;
            p->g += (c.y - p->g) * a;
            p->b += (c.z - p->b) * a;
            p->a += (1 - p->a) * a;
        }
}
static void blur(P *l, int w, int h, int r) {
    int m = w > h ? w : h;
    P *t = malloc(sizeof *t * m);
    float k = 1.0f / (2 * r + 1);
    if (!t) exit(1);
    for (int pass = 0; pass < 6 && r > 0; pass++) {
        int down = pass & 1, n = down ? h : w, lines = down ? w : h, st = down ? w : 1, ot = down ? 1 : w;
        for (int o = 0; o < lines; o++) {
            double s[4] = {0, 0, 0, 0};
            for (int i = 0; i < n; i++) t[i] = l[o * ot + i * st];
            for (int i = -r; i < n; i++) {
                P a = t[i + r < 0 ? 0 : i + r >= n ? n - 1 : i + r];
                s[0] += a.r;
                s[1] += a.g;
                s[2] += a.b;
                s[3] += a.a;
                if (i < 0) {
                    if (i == -r)
                        for (int q = 0; q < r; q++) {
                            s[0] += t[0].r;
                            s[1] += t[0].g;
                            s[2] += t[0].b;
                            s[3] += t[0].a;
                        }
                    continue;
                }
                P z = {s[0] * k, s[1] * k, s[2] * k, s[3] * k}, b = t[i - r < 0 ? 0 : i - r];
                l[o * ot + i * st] = z;
                s[0] -= b.r;
                s[1] -= b.g;
                s[2] -= b.b;
                s[3] -= b.a;
            }
        }
    }
    free(t);
}

static void p_meadow(void) {
    int S = 2, w = 640 * S, h = 427 * S;
    P *acc = calloc((size_t)w * h, sizeof *acc), *lay = calloc((size_t)w * h, sizeof *lay);
    for (int j = 0; j < h; j++)
        for (int i = 0; i < w; i++) {
            double v = (double)j / h, u = (double)i / w, g = fbm2(u * 5, v * 5, 4, 3);
            V c = mix(v3(0.34, 0.46, 0.36), v3(0.06, 0.13, 0.03), sstep(0.0, 0.6, v + 0.9 * (g - 0.5)));
            c = add(c, mul(v3(0.9, 0.75, 0.35), 0.55 * exp(-6 * ((u - 0.7) * (u - 0.7) + v * v))));
            P p = {c.x, c.y, c.z, 1};
            acc[j * w + i] = p;
        }
    seed(17);
    for (int layer = 0; layer < 14; layer++) {
        double z = layer / 13.0, size = 0.25 + 1.3 * z * z, focus = fabs(z - 0.62);
        memset(lay, 0, sizeof *lay * w * h);
        V tint = mix(v3(0.25, 0.36, 0.12), v3(0.10, 0.20, 0.03), z);
        for (int i = 0; i < w * h; i++) {
            lay[i].r = tint.x;
            lay[i].g = tint.y;
            lay[i].b = tint.z;
        }
        int blades = (int)(620 - 330 * z);
        for (int b = 0; b < blades; b++) {
            double x = rnd() * 1.2 * w - 0.1 * w, y = h * (0.50 + 0.74 * z) + h * (0.10 + 0.25 * z) * rnd(),
                   L = h * 0.40 * size * (0.5 + 0.7 * rnd());
            double lean = (rnd() - 0.42) * L * 0.7, curl = (rnd() - 0.4) * L * 0.5, wd = 2.6 * S * size * (0.5 + rnd());
            double shade = 0.6 + 0.8 * rnd();
            V dark = v3(0.05 * shade, 0.11 * shade, 0.02),
              lit = v3((0.30 + 0.22 * rnd()) * shade, 0.46 * shade, 0.09 * shade);
            int n = (int)(L / (0.35 * wd + 0.6)) + 4;
            for (int k = 0; k <= n; k++) {
                double t = (double)k / n, px = x + lean * t + curl * t * t, py = y - L * t * (1 - 0.12 * t),
                       r = wd * (1 - t) * (0.6 + 0.4 * sin(PI * fmin(1, t + 0.35)));
                disc(lay, w, h, px, py, fmax(r, 0.5), mix(dark, lit, sstep(0.0, 0.95, t)), 1);
            }
            if (rnd() < 0.06 && z > 0.2) {
                double px = x + lean + curl, py = y - L * 0.88, R = 15 * size * S * (0.6 + 0.3 * rnd());
                V petal = rnd() < 0.5   ? v3(0.95, 0.93, 0.86)
                          : rnd() < 0.5 ? v3(0.85, 0.16, 0.07)
                                        : v3(0.45, 0.35, 0.80);
                double tilt = 0.45 + 0.4 * rnd();
                for (int q = 0; q < 13; q++)
                    for (int k = 3; k < 12; k++) {
                        double a = 2 * PI * q / 13 + 0.2 * sin(q * 7), rr = R * k / 12.0;
                        disc(lay, w, h, px + rr * cos(a), py + rr * sin(a) * tilt, R * 0.12 * (k < 10 ? 1 : 0.8),
                             mul(petal, 0.7 + 0.03 * k + 0.04 * (q % 3)), 1);
                    }
                for (int k = 0; k < 60; k++) {
                    double a = 2 * PI * rnd(), rr = R * 0.28 * sqrt(rnd());
                    disc(lay, w, h, px + rr * cos(a), py + rr * sin(a) * tilt - R * 0.04, R * 0.07,
                         mul(v3(0.95, 0.68, 0.08), 0.6 + 0.5 * rnd()), 1);
                }
            }
        }
        blur(lay, w, h, (int)(focus * focus * 46 * S));
        for (int i = 0; i < w * h; i++) {
            float a = lay[i].a;
            acc[i].r += (lay[i].r - acc[i].r) * a;
            acc[i].g += (lay[i].g - acc[i].g) * a;
            acc[i].b += (lay[i].b - acc[i].b) * a;
        }
    }
    image(640, 427);
    for (int j = 0; j < H; j++)
        for (int i = 0; i < W; i++) {
            V c = v3(0, 0, 0);
            for (int k = 0; k < S * S; k++) {
                P p = acc[(j * S + k / S) * w + i * S + k % S];
                c = add(c, v3(p.r, p.g, p.b));
            }
            buf[j * W + i] = mul(c, 1.0 / (S * S));
        }
    free(acc);
    free(lay);
    tonemap(0.5);
    vignette(0.3);
}

static P *canvas;
static int cw, ch;
static void branch(double x, double y, double a, double L, double r, int depth) {
    int n = (int)(L / (0.4 * r + 0.5)) + 2;
    double bend = 0.5 * (rnd() - 0.5);
    for (int i = 0; i < n; i++) {
        double t = (double)i / n;
        disc(canvas, cw, ch, x, y, r * (1 - 0.3 * t), v3(0.012, 0.009, 0.012), 1);
        x += cos(a) * L / n;
        y -= sin(a) * L / n;
        a += bend / n;
    }
    if (depth == 0 || r < 0.5) return;
    int kids = rnd() < 0.35 ? 3 : 2;
    for (int i = 0; i < kids; i++) {
        double turn = (i - (kids - 1) / 2.0) * (0.62 + 0.35 * rnd()) + 0.25 * (rnd() - 0.5);
        double b = a + turn;
        b += 0.10 * (PI / 2 - b);
        branch(x, y, b, L * (0.70 + 0.16 * rnd()), r * 0.69, depth - 1);
    }
}
static void p_tree(void) {
    int S = 2;
    cw = 640 * S;
    ch = 440 * S;
    canvas = calloc((size_t)cw * ch, sizeof *canvas);
    for (int j = 0; j < ch; j++)
        for (int i = 0; i < cw; i++) {
            double u = (i - 0.62 * cw) / ch, v = 1 - (double)j / ch, e = clamp((v - 0.2) / 0.8, 0, 1),
                   s = hypot(u, v - 0.28);
            V c = mix(v3(1.15, 0.42, 0.10), v3(0.10, 0.10, 0.28), pow(e, 0.75));
            c = add(c, mul(v3(1.2, 0.6, 0.15), 0.7 * exp(-s * s * 9)));
            double k = fbm2(u * 2.2 + 4, v * 9 + 1, 6, 5);
            c = mix(c, mix(v3(0.30, 0.08, 0.14), v3(1.6, 0.55, 0.2), exp(-s * 2.5)),
                    0.75 * sstep(0.46, 0.68, k) * sstep(0.2, 0.4, v));
            if (s < 0.085) c = v3(3.5, 2.4, 0.9);
            double hill = 0.20 + 0.035 * fbm2(u * 1.5, 3.3, 6, 7), near = 0.13 + 0.05 * fbm2(u * 1.1 + 7, 1.3, 8, 8);
            if (v < hill) c = mul(v3(0.22, 0.07, 0.06), 0.6 + 0.4 * v / hill);
            if (v < near) c = v3(0.014, 0.010, 0.012);
            P p = {c.x, c.y, c.z, 1};
            canvas[j * cw + i] = p;
        }
    seed(23);
    branch(0.33 * cw, 0.90 * ch, PI / 2 + 0.06, 0.20 * ch, 19, 10);
    seed(61);
    branch(0.86 * cw, 0.89 * ch, PI / 2 - 0.05, 0.085 * ch, 7.5, 8);
    for (int i = 0; i < 2400; i++) {
        double x = rnd() * cw, y = ch * (0.87 + 0.05 * rnd()), L = 10 + 26 * rnd(), lean = 14 * (rnd() - 0.5);
        for (int k = 0; k < 16; k++)
            disc(canvas, cw, ch, x + lean * k / 16, y - L * k / 16, 1.5 * (1 - k / 17.0) + 0.4, v3(0.012, 0.009, 0.012),
                 1);
    }
    image(640, 440);
    for (int j = 0; j < H; j++)
        for (int i = 0; i < W; i++) {
            V c = v3(0, 0, 0);
            for (int k = 0; k < S * S; k++) {
                P p = canvas[(j * S + k / S) * cw + i * S + k % S];
                c = add(c, v3(p.r, p.g, p.b));
            }
            buf[j * W + i] = mul(c, 1.0 / (S * S));
        }
    free(canvas);
    tonemap(0.55);
}

/* ---------------------------------------------------------------- a city */

static double tower(int i, int j) {
    double c = exp(-0.010 * ((i - 4) * (i - 4) + (j + 16) * (j + 16))), k = hash3(i, j, 3);
    if (i % 5 == 0 || j % 6 == 0) return 0;
    return 0.35 + 1.3 * k * k + 4.2 * c * pow(hash3(i, j, 4), 2);
}
static V s_city(double x, double y) {
    V eye = v3(0.5, 4.3, 9), d = ray(eye, v3(3.6, 1.9, -12), x, y, 1.9);
    V skyc = mix(v3(0.55, 0.26, 0.20), v3(0.03, 0.05, 0.14), pow(clamp(d.y * 2.2 + 0.12, 0, 1), 0.6));
    skyc = add(skyc, mul(stars(x * 1.3, y * 1.3, 0.03, 8), 0.12 * sstep(0.1, 0.4, d.y)));
    int ix = (int)floor(eye.x), iz = (int)floor(eye.z), sx = d.x > 0 ? 1 : -1, sz = d.z > 0 ? 1 : -1;
    double tx = ((ix + (sx > 0)) - eye.x) / d.x, tz = ((iz + (sz > 0)) - eye.z) / d.z, t = 0, best = 1e9;
    V n = v3(0, 1, 0);
    int hx = 0, hz = 0, found = 0;
    for (int step = 0; step < 150 && !found; step++) {
        double h = tower(ix, iz), m = 0.10, tn = fmin(tx, tz);
        if (h > 0) {
            V lo = v3(ix + m, -1, iz + m), hi = v3(ix + 1 - m, h, iz + 1 - m);
            double t0 = -1e9, t1 = 1e9;
            V nn = n;
            double o3[3] = {eye.x, eye.y, eye.z}, d3[3] = {d.x, d.y, d.z}, l3[3] = {lo.x, lo.y, lo.z},
                   h3[3] = {hi.x, hi.y, hi.z};
            for (int k = 0; k < 3; k++) {
                double a = (l3[k] - o3[k]) / d3[k], b = (h3[k] - o3[k]) / d3[k];
                double near = fmin(a, b);
                if (near > t0) {
                    t0 = near;
                    nn = v3(k == 0 ? -sx : 0, k == 1 ? (d.y > 0 ? -1 : 1) : 0, k == 2 ? -sz : 0);
                }
                t1 = fmin(t1, fmax(a, b));
            }
            if (t0 < t1 && t0 > 0) {
                best = t0;
                n = nn;
                hx = ix;
                hz = iz;
                found = 1;
            }
        }
        t = tn;
        if (tx < tz) {
            ix += sx;
            tx += sx / d.x;
        } else {
            iz += sz;
            tz += sz / d.z;
        }
        if (t > 110) break;
    }
    double tg = d.y < 0 ? -eye.y / d.y : 1e9;
    V c, haze = v3(0.30, 0.16, 0.15);
    if (!found && tg > 110) return skyc;
    if (tg < best) {
        V p = add(eye, mul(d, tg));
        best = tg;
        c = v3(0.012, 0.012, 0.016);
        int i = (int)floor(p.x), j = (int)floor(p.z), rx = i % 5 == 0, rz = j % 6 == 0;
        if (rx || rz) {
            double s = rx ? p.z : p.x, o = rx ? fract(p.x) : fract(p.z);
            c = v3(0.05, 0.032, 0.02);
            double g = hypot(fract(s * 2) - 0.5, (o - 0.5) * 2);
            c = add(c, mul(v3(1.6, 0.85, 0.30), 0.5 * exp(-g * g * 20)));
            for (int k = 0; k < 2; k++) {
                double cell = floor(s * 5 + k * 0.37),
                       q = hypot((fract(s * 5 + k * 0.37) - 0.5) / 5, o - (k ? 0.62 : 0.38));
                if (hash3((int)cell, rx ? i : j, 70 + k) < 0.5)
                    c = add(c, mul(k ? v3(2.4, 0.25, 0.12) : v3(2.4, 2.2, 1.8), exp(-q * q * 900)));
            }
        }
    } else {
        V p = add(eye, mul(d, best));
        V wall = mix(v3(0.03, 0.032, 0.045), v3(0.09, 0.075, 0.07), hash3(hx, hz, 8));
        c = mul(wall, 0.5 + 0.5 * fabs(n.x) + 0.25 * n.y);
        c = add(c, mul(v3(0.10, 0.045, 0.03), 0.5 * fmax(0, -n.z) + 0.35 * fmax(0, -n.x)));
        if (n.y < 0.5) {
            double q = fabs(n.x) > 0.5 ? p.z : p.x, fx = q * 11, fy = p.y * 13, u = fract(fx), v = fract(fy);
            double k = hash3((int)floor(fx) + 37 * hx, (int)floor(fy), hz * 7 + (fabs(n.x) > 0.5)),
                   on = hash3(hx, hz, 12) * 0.45 + 0.18;
            if (u > 0.22 && u < 0.80 && v > 0.25 && v < 0.80 && p.y < tower(hx, hz) - 0.05) {
                if (k < on) {
                    V lamp = k < on * 0.6    ? v3(1.5, 0.95, 0.45)
                             : k < on * 0.85 ? v3(1.2, 1.15, 1.0)
                                             : v3(0.55, 0.8, 1.2);
                    c = mul(lamp, 0.35 + 1.0 * hash3((int)floor(fx), (int)floor(fy), hx + 99 * hz));
                } else
                    c = add(mul(c, 0.4), mul(skyc, 0.06));
            }
        } else if (hash3(hx, hz, 15) < 0.3 && hypot(fract(p.x) - 0.5, fract(p.z) - 0.5) < 0.05)
            c = v3(3, 0.2, 0.15);
        c = add(c, mul(v3(0.35, 0.17, 0.06), exp(-p.y * 3.0)));
    }
    return mix(c, haze, 1 - exp(-0.00065 * best * best));
}
static void p_city(void) {
    render(640, 400, 25, s_city);
    tonemap(0.6);
}

/* ------------------------------------------------- fractals and patterns */

static V palette(double t, V a, V b, V c, V d) {
    return v3(a.x + b.x * cos(2 * PI * (c.x * t + d.x)), a.y + b.y * cos(2 * PI * (c.y * t + d.y)),
              a.z + b.z * cos(2 * PI * (c.z * t + d.z)));
}

static V s_mandel(double x, double y) {
    double zoom = 0.00285, cr = -0.7454 + x * zoom, ci = 0.1130 + y * zoom, zr = 0, zi = 0, dr = 0, di = 0;
    int i, n = 2600;
    for (i = 0; i < n; i++) {
        double t = 2 * (zr * dr - zi * di) + 1;
        di = 2 * (zr * di + zi * dr);
        dr = t;
        t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        if (zr * zr + zi * zi > 1e6) break;
    }
    if (i == n) return v3(0, 0, 0);
    double r = hypot(zr, zi), mu = i + 1 - log2(log(r)), dist = r * log(r) / hypot(dr, di) / zoom;
    V c = palette(sqrt(mu) * 0.17, v3(0.5, 0.45, 0.42), v3(0.5, 0.42, 0.42), v3(1, 1, 1), v3(0.62, 0.70, 0.80));
    return mul(c, 0.25 + 0.75 * sstep(0, 0.012, dist));
}
static void p_mandel(void) { render(640, 480, 16, s_mandel); }

static V s_julia(double x, double y) {
    double zr = x * 1.12, zi = y * 1.12, t1 = 1e9, t2 = 1e9;
    int i;
    for (i = 0; i < 400; i++) {
        double t = zr * zr - zi * zi - 0.7885 * 0.9055;
        zi = 2 * zr * zi + 0.7885 * 0.218;
        zr = t;
        t1 = fmin(t1, fabs(zr * zi));
        t2 = fmin(t2, hypot(zr - 0.3, zi + 0.2));
        if (zr * zr + zi * zi > 400) break;
    }
    double mu = i + 1 - log2(log(hypot(zr, zi) + 1e-9) + 1e-9);
    V c = palette(log(t1 + 1e-6) * 0.16, v3(0.42, 0.36, 0.38), v3(0.42, 0.36, 0.35), v3(1, 1, 1), v3(0.05, 0.22, 0.42));
    c = mul(c, 0.45 + 0.75 * exp(-3 * t2));
    return i == 400 ? c : mix(c, v3(0.02, 0.03, 0.08), exp(-mu * 0.075));
}
static void p_julia(void) { render(640, 400, 16, s_julia); }

static V s_newton(double x, double y) {
    double zr = 1.15 * x * 0.9 - 0.22, zi = 1.15 * y * 0.9 + 0.35, last = 1;
    int i;
    for (i = 0; i < 60; i++) {
        /* z^5 - 1 */
        double r2 = zr * zr - zi * zi, i2 = 2 * zr * zi, r4 = r2 * r2 - i2 * i2, i4 = 2 * r2 * i2;
        double fr = r4 * zr - i4 * zi - 1, fi = r4 * zi + i4 * zr, dr = 5 * r4, di = 5 * i4,
               q = dr * dr + di * di + 1e-30;
        double sr = (fr * dr + fi * di) / q, si = (fi * dr - fr * di) / q;
        zr -= sr;
        zi -= si;
        double e = hypot(sr, si);
        if (e < 1e-5) break;
        last = e;
    }
    double a = atan2(zi, zr) / (2 * PI), sm = i + log(last + 1e-12) / log(1e-5) * 0.5;
    V hue[5] = {{0.90, 0.55, 0.15}, {0.10, 0.38, 0.48}, {0.62, 0.12, 0.20}, {0.86, 0.78, 0.55}, {0.16, 0.17, 0.34}};
    int k = ((int)floor(a * 5 + 5.5)) % 5;
    return mul(hue[k], 1.12 * exp(-0.075 * (sm - 3)) + 0.10 * sin(sm * 2.2));
}
static void p_newton(void) {
    render(600, 480, 16, s_newton);
    for (int i = 0; i < W * H; i++)
        buf[i] = v3(pow(fmax(0, buf[i].x), 0.7), pow(fmax(0, buf[i].y), 0.7), pow(fmax(0, buf[i].z), 0.7));
}

/* a fractal flame: affine maps with variations, log-density colouring */
typedef struct {
    double a, b, c, d, e, f, w, col;
    int var;
} Map;
static void flame(const Map *m, int n, int w, int h, double scale, double cx, double cy, int turns, V p0, V p1, V p2,
                  uint64_t s) {
    int S = 2, bw = w * S, bh = h * S;
    float(*hist)[4] = calloc((size_t)bw * bh, sizeof *hist);
    seed(s);
    double x = 0.1, y = 0.2, c = 0.5, tot = 0;
    for (int i = 0; i < n; i++) tot += m[i].w;
    for (long it = 0; it < 42000000L; it++) {
        double q = rnd() * tot;
        int k = 0;
        while (k < n - 1 && q > m[k].w) q -= m[k++].w;
        double u = m[k].a * x + m[k].b * y + m[k].c, v = m[k].d * x + m[k].e * y + m[k].f, r2 = u * u + v * v + 1e-12,
               r = sqrt(r2), th;
        switch (m[k].var) {
        case 1:
            x = sin(u);
            y = sin(v);
            break;
        case 2:
            x = u / r2;
            y = v / r2;
            break;
        case 3:
            x = u * sin(r2) - v * cos(r2);
            y = u * cos(r2) + v * sin(r2);
            break;
        case 4:
            x = (u - v) * (u + v) / r;
            y = 2 * u * v / r;
            break;
        case 5:
            th = atan2(u, v);
            x = th / PI;
            y = r - 1;
            break;
        case 6:
            th = atan2(u, v) / 2 + (rnd() < 0.5 ? 0 : PI);
            x = sqrt(r) * cos(th);
            y = sqrt(r) * sin(th);
            break;
        case 7:
            x = 2 * u / (r + 1);
            y = 2 * v / (r + 1);
            break;
        default: x = u; y = v;
        }
        c = (c + m[k].col) / 2;
        if (!(fabs(x) < 1e6 && fabs(y) < 1e6)) {
            x = rnd();
            y = rnd();
            continue;
        }
        if (it < 40) continue;
        double px = x, py = y;
        if (turns > 1) {
            double a = 2 * PI * (rnd32() % turns) / turns;
            px = cos(a) * x - sin(a) * y;
            py = sin(a) * x + cos(a) * y;
        }
        int ix = (int)floor(((px - cx) * scale * h / 2 + w / 2.0) * S),
            iy = (int)floor((h / 2.0 - (py - cy) * scale * h / 2) * S);
        if (ix < 0 || iy < 0 || ix >= bw || iy >= bh) continue;
        V col = c < 0.5 ? mix(p0, p1, 2 * c) : mix(p1, p2, 2 * c - 1);
        float *g = hist[iy * bw + ix];
        g[0] += col.x;
        g[1] += col.y;
        g[2] += col.z;
        g[3] += 1;
    }
    image(w, h);
    double avg = 42e6 / ((double)bw * bh);
    for (int j = 0; j < h; j++)
        for (int i = 0; i < w; i++) {
            V s2 = v3(0, 0, 0);
            for (int k = 0; k < S * S; k++) {
                float *g = hist[(j * S + k / S) * bw + i * S + k % S];
                if (g[3] <= 0) continue;
                double l = log(1 + g[3] / avg * 1.6) / log(1 + 60.0), a = pow(clamp(l, 0, 1.6), 0.62) / g[3];
                s2 = add(s2, mul(v3(g[0], g[1], g[2]), a));
            }
            s2 = mul(s2, 1.0 / (S * S));
            buf[j * w + i] = add(v3(0.012, 0.012, 0.02), s2);
        }
    free(hist);
}
static void p_flame1(void) {
    static const Map m[] = {{0.72, -0.35, 0.15, 0.40, 0.68, -0.20, 1.0, 0.05, 3},
                            {-0.48, 0.30, -0.55, -0.25, -0.55, 0.45, 0.7, 0.55, 1},
                            {0.35, 0.10, 0.75, -0.15, 0.42, 0.10, 0.6, 0.98, 7},
                            {0.60, 0.55, 0.0, -0.55, 0.60, 0.35, 0.5, 0.75, 6}};
    flame(m, 4, 600, 480, 1.0, -0.05, 0.12, 1, v3(1.0, 0.45, 0.10), v3(0.85, 0.12, 0.35), v3(0.20, 0.55, 1.0), 3);
}
static void p_flame2(void) {
    static const Map m[] = {{0.62, -0.28, 0.42, 0.31, 0.60, 0.12, 1.0, 0.1, 7},
                            {0.30, 0.52, -0.35, -0.45, 0.28, 0.62, 0.8, 0.6, 4},
                            {-0.55, 0.10, 0.22, 0.20, 0.50, -0.48, 0.7, 0.95, 1}};
    flame(m, 3, 560, 560, 0.72, 0, 0, 6, v3(0.12, 0.75, 0.65), v3(0.95, 0.85, 0.35), v3(0.55, 0.25, 0.95), 9);
}

static void p_attractor(void) {
    int S = 2, w = 640, h = 480, bw = w * S, bh = h * S;
    float(*g)[3] = calloc((size_t)bw * bh, sizeof *g);
    double x = 0.1, y = 0.1, a = -1.7, b = 1.8, c = -1.9, d = -0.4;
    for (long i = 0; i < 40000000L; i++) {
        double nx = sin(a * y) + c * cos(a * x), ny = sin(b * x) + d * cos(b * y), sp = hypot(nx - x, ny - y);
        x = nx;
        y = ny;
        int ix = (int)((x * 0.30 + 1.333 + 0.02) / 2.0 * bh), iy = (int)((y * 0.56 + 1.0) / 2.0 * bh);
        if (ix < 0 || iy < 0 || ix >= bw || iy >= bh) continue;
        double t = clamp(sp / 4, 0, 1);
        float *q = g[iy * bw + ix];
        q[0] += 0.25 + 0.75 * t;
        q[1] += 0.42;
        q[2] += 1.0 - 0.7 * t;
    }
    image(w, h);
    for (int j = 0; j < h; j++)
        for (int i = 0; i < w; i++) {
            V s = v3(0, 0, 0);
            for (int k = 0; k < S * S; k++) {
                float *q = g[(j * S + k / S) * bw + i * S + k % S];
                s = add(s, v3(q[0], q[1], q[2]));
            }
            s = mul(s, 0.011);
            /* ink on paper */
            V ink = v3(1 - exp(-s.x * 0.8), 1 - exp(-s.y * 0.8), 1 - exp(-s.z * 0.8));
            V paper = mul(v3(0.965, 0.945, 0.90), 0.96 + 0.05 * fbm2(i * 0.05, j * 0.05, 5, 2));
            buf[j * w + i] =
                v3(paper.x * (1 - 0.95 * ink.z), paper.y * (1 - 0.92 * ink.y), paper.z * (1 - 0.80 * ink.x));
        }
    free(g);
}

static void p_turing(void) {
    int w = 560, h = 420, n = w * h;
    float *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *u2 = malloc(n * sizeof *u),
          *v2 = malloc(n * sizeof *v);
    seed(6);
    for (int i = 0; i < n; i++) {
        u[i] = 1;
        v[i] = 0;
    }
    for (int k = 0; k < 260; k++) {
        int cx = rnd32() % w, cy = rnd32() % h;
        for (int j = -3; j <= 3; j++)
            for (int i = -3; i <= 3; i++) {
                int q = (cy + j + h) % h * w + (cx + i + w) % w;
                u[q] = 0.5f;
                v[q] = 0.25f + 0.1f * rnd();
            }
    }
    for (int it = 0; it < 9000; it++) {
        for (int y = 0; y < h; y++) {
            int yu = (y + h - 1) % h * w, yc = y * w, yd = (y + 1) % h * w;
            for (int x = 0; x < w; x++) {
                int l = x ? x - 1 : w - 1, r = x < w - 1 ? x + 1 : 0, q = yc + x;
                float lu = 0.2f * (u[yu + x] + u[yd + x] + u[yc + l] + u[yc + r]) +
                           0.05f * (u[yu + l] + u[yu + r] + u[yd + l] + u[yd + r]) - u[q];
                float lv = 0.2f * (v[yu + x] + v[yd + x] + v[yc + l] + v[yc + r]) +
                           0.05f * (v[yu + l] + v[yu + r] + v[yd + l] + v[yd + r]) - v[q];
                float t = (float)x / w, F = 0.0370f + 0.020f * t, K = 0.0600f + 0.0025f * t, uvv = u[q] * v[q] * v[q];
                u2[q] = u[q] + 1.0f * lu - uvv + F * (1 - u[q]);
                v2[q] = v[q] + 0.5f * lv + uvv - (F + K) * v[q];
            }
        }
        float *t = u;
        u = u2;
        u2 = t;
        t = v;
        v = v2;
        v2 = t;
    }
    image(w, h);
    V l = norm(v3(-0.6, 0.6, 0.55));
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            int q = y * w + x;
            float dx = v[y * w + (x + 1) % w] - v[y * w + (x + w - 1) % w],
                  dy = v[(y + 1) % h * w + x] - v[(y + h - 1) % h * w + x];
            V nn = norm(v3(-dx * 9, dy * 9, 1)), hv = norm(add(l, v3(0, 0, 1)));
            V c = mix(v3(0.86, 0.72, 0.48), v3(0.36, 0.09, 0.10), sstep(0.08, 0.32, v[q]));
            c = mul(c, 0.35 + 0.95 * fmax(0, dot(nn, l)));
            c = add(c, mul(v3(1, 0.95, 0.85), 0.55 * pow(fmax(0, dot(nn, hv)), 40)));
            buf[q] = c;
        }
    free(u);
    free(v);
    free(u2);
    free(v2);
}

static V s_glass(double x, double y) {
    double s, f;
    int id[2];
    double r = hypot(x, y), a = atan2(y, x);
    f = worley(x * 4.2 + 0.5 * sin(2.2 * y), y * 4.2 + 0.4 * sin(1.7 * x), 12, &s, id);
    double h = hash3(id[0], id[1], 31), h2 = hash3(id[0], id[1], 32), e = s - f;
    double cx = (id[0] + 0.5) / 4.2, cy = (id[1] + 0.5) / 4.2, ring = hypot(cx, cy);
    V pal[7] = {{0.80, 0.10, 0.06}, {0.06, 0.18, 0.58}, {0.95, 0.60, 0.08}, {0.07, 0.42, 0.22},
                {0.42, 0.12, 0.48}, {0.12, 0.48, 0.60}, {0.90, 0.82, 0.62}};
    int k = ring < 0.38   ? (h < 0.7 ? 2 : 6)
            : ring < 0.75 ? (h < 0.6   ? 0
                             : h < 0.8 ? 4
                                       : 2)
            : ring < 1.12 ? (h < 0.5   ? 1
                             : h < 0.8 ? 5
                                       : 6)
                          : (h < 0.5   ? 3
                             : h < 0.8 ? 1
                                       : 5);
    V c = mul(pal[k], 0.6 + 0.7 * h2);
    double tex = fbm2(x * 16 + 9 * h, y * 5 + 20 * h2, 5, 3), bub = worley(x * 30, y * 30, 7, 0, 0);
    c = mul(c, (0.65 + 0.75 * tex) * (1 + 0.4 * sstep(0.22, 0.1, bub)));
    c = mul(c, 1.35 * exp(-0.35 * r * r) + 0.25 + 0.12 * sin(a * 3 + 1));
    double lead = sstep(0.035, 0.075, e), hi = sstep(0.01, 0.03, e) * sstep(0.06, 0.03, e);
    return add(mul(c, lead), mul(v3(0.10, 0.10, 0.11), (1 - lead) * (0.3 + hi)));
}
static void p_glass(void) {
    render(560, 560, 16, s_glass);
    tonemap(0.5);
}

static V s_ink(double x, double y) {
    double qx = fbm2(x * 0.9 + 1.3, y * 0.9, 6, 1), qy = fbm2(x * 0.9 + 5.2, y * 0.9 + 1.3, 6, 2);
    double rx = fbm2(x * 0.9 + 3.6 * qx + 1.7, y * 0.9 + 3.6 * qy + 9.2, 7, 3),
           ry = fbm2(x * 0.9 + 3.6 * qx + 8.3, y * 0.9 + 3.6 * qy + 2.8, 7, 4);
    double f = fbm2(x * 0.9 + 3.8 * rx, y * 0.9 + 3.8 * ry, 7, 5);
    V c = mix(v3(0.05, 0.10, 0.18), v3(0.86, 0.80, 0.68), sstep(0.25, 0.72, f));
    c = mix(c, v3(0.10, 0.36, 0.42), 0.75 * sstep(0.40, 0.62, rx));
    c = mix(c, v3(0.82, 0.38, 0.12), 0.7 * sstep(0.50, 0.68, ry) * sstep(0.35, 0.6, f));
    double vein = fabs(f - 0.47);
    return mix(c, v3(0.93, 0.80, 0.48), 0.8 * sstep(0.012, 0.0, vein) * sstep(0.3, 0.6, qx));
}
static void p_ink(void) {
    render(640, 427, 9, s_ink);
    for (int i = 0; i < W * H; i++)
        buf[i] = v3(pow(fmax(0, buf[i].x), 0.75), pow(fmax(0, buf[i].y), 0.75), pow(fmax(0, buf[i].z), 0.75));
}

/* ------------------------------------------------------------------ main */

static const struct {
    const char *name;
    void (*draw)(void);
} all[] = {
    {"checker", p_checker},  {"cornell", p_cornell}, {"scatter", p_scatter}, {"marbles", p_marbles},
    {"steel", p_steel},      {"blocks", p_blocks},   {"bulb", p_bulb},       {"menger", p_menger},
    {"knot", p_knot},        {"alps", p_alps},       {"dunes", p_dunes},     {"mesa", p_mesa},
    {"sea", p_sea},          {"clouds", p_clouds},   {"moon", p_moon},       {"planet", p_planet},
    {"nebula", nebula_wrap}, {"boards", p_boards},   {"brick", p_brick},     {"mud", p_mud},
    {"bokeh", p_bokeh},      {"rain", p_rain},       {"forest", p_forest},   {"meadow", p_meadow},
    {"tree", p_tree},        {"city", p_city},       {"mandel", p_mandel},   {"julia", p_julia},
    {"newton", p_newton},    {"flame1", p_flame1},   {"flame2", p_flame2},   {"attractor", p_attractor},
    {"turing", p_turing},    {"glass", p_glass},     {"ink", p_ink},
};

int main(int argc, char **argv) {
    int n = sizeof all / sizeof *all;
    if (argc == 2 && !strcmp(argv[1], "-l")) {
        for (int i = 0; i < n; i++) puts(all[i].name);
        return 0;
    }
    if (argc < 2) {
        fprintf(stderr, "usage: %s DIR [NAME...] | -l\n", argv[0]);
        return 2;
    }
    for (int i = 0; i < n; i++) {
        int want = argc == 2;
        for (int k = 2; k < argc; k++) want |= !strcmp(argv[k], all[i].name);
        if (!want) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s.ppm", argv[1], all[i].name);
        seed(1);
        all[i].draw();
        write_ppm(path);
        fprintf(stderr, "%s\n", all[i].name);
    }
    return 0;
}
