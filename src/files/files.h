/* files.h - the files beside the database: blobs named by their content, pictures that were really decoded, zip
 * archives.
 *
 *   files_open -> files_put / files_open_blob / picture_check / zip_read -> files_close
 *
 * A blob's name is the hex of the first 20 bytes of BLAKE2b-256 of its content (libsodium crypto_generichash): 40
 * digits. It is written to a temporary file, synced, renamed into DIR/ab/cdef..., and its directory synced before
 * files_put returns: a name that was given out has its bytes. Putting the same bytes twice gives the same name.
 *
 *   DIR/ab/cdef...   blobs, by the first two digits of their names
 *   DIR/spool/NAME   uploads that are not finished
 *   DIR/copies/...   smaller copies of pictures, made on demand
 *   DIR/tmp/...      blobs being written; what a crash left there is removed by files_open after a day
 *
 * Threads: all functions may be called from any thread. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum { BLOB_NAME_BYTES = 41 }; /* 40 hex digits and NUL */

struct files; /* an opened directory */

/* ERR_SYSTEM with the directory and the reason. Two programs may have the same directory open. */
err files_open(const char *directory, struct files **files, struct problem *p); /* makes it when missing */
void files_close(struct files *files);
const char *files_directory(const struct files *files);

/* Stores a blob and gives its name. ERR_STORE_FULL when the disk is full, ERR_SYSTEM otherwise. inject("blob") stands
 * before the write. */
err files_put(struct files *files, str bytes, char name[BLOB_NAME_BYTES], struct problem *p);
/* The same from a file, read piece by piece. ERR_NOT_FOUND. */
err files_put_file(struct files *files, const char *path, char name[BLOB_NAME_BYTES], struct problem *p);
/* A file without a name, for bytes that arrive bit by bit; the caller closes it. */
err files_draft(struct files *files, int *fd, struct problem *p);
/* Stores all of such a file; its bytes are not copied where the file system can give it a name. */
err files_put_draft(struct files *files, int fd, char name[BLOB_NAME_BYTES], struct problem *p);
/* Read-only descriptor and size; ERR_NOT_FOUND. A name that is not 40 hex digits is ERR_NOT_FOUND. */
err files_open_blob(struct files *files, const char *name, int *fd, int64_t *bytes);
/* Spool files for uploads: append at an offset, read back, remove. name: [a-z0-9-]{1,60}. files_spool_write returns
 * ERR_UPLOAD_GAP when offset is past the end, with the present size; writing at an earlier offset truncates to it first
 * (a repeated part). ERR_TOO_LARGE past IMPORT_BYTES_MAX. Two writers of one name take turns. inject("spool") stands
 * before the write. Synced before it returns; a write that failed half-way is undone. */
err files_spool_write(struct files *files, const char *name, int64_t offset, str bytes, int64_t *size,
                      struct problem *p);
err files_spool_open(struct files *files, const char *name, int *fd, int64_t *bytes);
void files_spool_remove(struct files *files, const char *name);

/* Content type of a picture by its first bytes (32 are enough): one of the five below, else NULL. */
const char *picture_type(str first_bytes);

struct picture_info {
    char type[20];     /* "image/jpeg", "image/png", "image/webp", "image/gif", "image/avif" */
    int width, height; /* of one frame */
};
enum { PICTURE_PIXELS_MAX = 100 * 1000 * 1000 /* in all frames of an animation together */ };
/* Decodes the whole picture with libvips in a child process (this same program started again as `faena picture-check`,
 * reading the file on stdin) that is limited in memory, CPU seconds and open files, has no environment, cannot write
 * files, open files, make connections or start programs, and is ended after 20 seconds; it may crash without hurting
 * the caller. Refused: not one of the five formats by content (SVG, PDF, TIFF ... too), does not decode to the last
 * row, a side above PICTURE_SIDE_MAX (checked before decoding), more than PICTURE_PIXELS_MAX, more bytes than
 * PICTURE_BYTES_MAX. ERR_PICTURE_INVALID with the reason. ERR_SYSTEM when the child cannot be started. program: path of
 * the faena binary
 * ("/proc/self/exe"). Takes 50 ms or more: not for a thread that serves connections. */
err picture_check(const char *program, str bytes, struct picture_info *info, struct problem *p);
/* Cuts out what a picture says beside its pixels (Exif with place and camera, XMP, IPTC, remarks), without coding it
 * anew; which side is up and colour profiles stay. out is empty when there was nothing to cut. ERR_PICTURE_INVALID: it
 * is not built as its format says, or is an animated AVIF; then nobody knows what it says. */
err picture_strip(str picture, struct buf *out, struct problem *p);
/* What `faena picture-check` runs: reads stdin, prints "TYPE WIDTH HEIGHT"; exit code 0, or why not (see picture.c). */
int picture_check_main(void);

/* --- smaller copies (picture_copy.c) ---
 * A stored picture at most `width` pixels wide (and four times as high), without metadata, turned upright, in sRGB. Its
 * quality is lowered until it has at most about 15 KB at 320 pixels, 45 KB at 640, 150 KB at 1280. Made by the same
 * kind of child as picture_check, on demand, and kept in DIR/copies, which may be emptied at any time. */
enum picture_form { PICTURE_AVIF, PICTURE_WEBP, PICTURE_JPEG, PICTURE_FORMS };
const char *picture_form_type(enum picture_form form);     /* "image/avif" ... */
enum picture_form picture_form_choose(const char *accept); /* by an Accept header; NULL or any: JPEG */
bool picture_width_offered(int64_t width);                 /* 320, 640 or 1280 */
/* ERR_NOT_FOUND when it has not been made yet. */
err picture_copy_open(struct files *files, const char *name, int width, enum picture_form form, int *fd,
                      int64_t *bytes);
/* ERR_NOT_FOUND: no such blob. ERR_PICTURE_INVALID: no copy can be made (an animation, no picture); show the original.
 * Takes 100 ms or more: not for a thread that serves connections. */
err picture_copy_make(struct files *files, const char *program, const char *name, int width, enum picture_form form,
                      struct problem *p);
/* What `faena picture-check WIDTH FORM` runs: a picture on stdin, its copy on stdout; exit code as above. */
int picture_copy_main(int width, const char *form);

/* --- deep-zoom tiles (picture_tiles.c) ---
 * A big picture cut into JPEGs of at most TILE_SIDE pixels, in halves of its size: level levels - 1 is the picture
 * itself, level 0 fits into one tile. Turned upright, without metadata. All tiles of a picture are one file,
 * DIR/copies/NAME.tiles, made by the same kind of child as picture_check, on demand; it may be removed at any time. */
enum {
    TILE_SIDE = 512,
    TILE_LEVELS_MAX = 8,
    TILES_PIXELS_MIN = 3 * 1000 * 1000 /* smaller pictures are shown whole and have no levels */
};
struct picture_tiles {
    int width, height, levels; /* levels 0: the picture is small, or moves */
};
int picture_tiles_across(int side, int levels, int level); /* columns or rows of a level */
/* ERR_NOT_FOUND when they have not been made yet. tile: *fd is at the tile's first byte, *bytes its length;
 * ERR_NOT_FOUND too for a place outside of the picture. The caller closes fd. */
err picture_tiles_read(struct files *files, const char *name, struct picture_tiles *tiles);
err picture_tile_open(struct files *files, const char *name, int level, int column, int row, int *fd, int64_t *offset,
                      int64_t *bytes);
/* ERR_NOT_FOUND: no such blob. ERR_PICTURE_INVALID: it is no picture. Takes seconds for a big one. */
err picture_tiles_make(struct files *files, const char *program, const char *name, struct problem *p);
/* What `faena picture-check tiles` runs. */
int picture_tiles_main(void);

/* --- sound and video (media.c) ---
 * Stored as they are and never decoded here; browsers play them. The content type by what the file begins with (64
 * bytes are enough): "audio/ogg", "audio/mpeg", "audio/wav", "audio/flac", "audio/mp4", "video/mp4", "video/webm",
 * "video/ogg"; else NULL. */
const char *media_type(str first_bytes);

/* Smaller copies of sound (sound_copy.c): Opus at 16 kbit/s, one channel, without metadata, kept in DIR/copies.
 * program: ffmpeg ("/usr/bin/ffmpeg"), which need not be there. */
bool sound_copies_possible(const char *program);
err sound_copy_open(struct files *files, const char *name, int *fd, int64_t *bytes); /* ERR_NOT_FOUND: not made yet */
/* ERR_NOT_FOUND: no such blob. ERR_INVALID: no copy can be made (no sound, no ffmpeg, damaged); play the original.
 * Takes about a second for each ten minutes, 300 seconds at most. */
err sound_copy_make(struct files *files, const char *program, const char *name, struct problem *p);

/* Calls entry for every regular file of a zip archive, in order, with its name (UTF-8, "/" between folders) and its
 * bytes, both valid during the call; anything but OK from it ends the reading and is passed up. Left out: folders,
 * links, and what operating systems add (__MACOSX/, .DS_Store, Thumbs.db, desktop.ini). Refused as ERR_INVALID: not a
 * zip, more than ZIP_ENTRIES_MAX entries, a name that is absolute, climbs (..), has control characters or is longer
 * than ZIP_NAME_BYTES_MAX, an entry above entry_bytes_max, a total above total_bytes_max (counted while unpacking, not
 * believed from the header), encrypted, compressed in another way than deflate, damaged (CRC). What came before a bad
 * entry has been handed out by then. */
enum { ZIP_NAME_BYTES_MAX = 1000 };
typedef err zip_entry_fn(void *arg, const char *name, str bytes);
err zip_read(const char *path, int64_t entry_bytes_max, int64_t total_bytes_max, zip_entry_fn *entry, void *arg,
             struct problem *p);
