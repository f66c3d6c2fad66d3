/* fs_text.h - one text out of several workers' texts: transcripts, translations, short answers.
 *
 *   fs_texts --> fs_text_new --> fs_text_fit (text by task, skill by worker) --> fs_text_free
 *
 * 1. FS_TEXT_ROVER aligns the texts word by word and votes at each place (Fiscus 1997): the result may be no one's
 * text. It begins with the text nearest to all others and adds the others by nearness, so the order of rows does not
 *    matter. With `as_given` it begins with the first row and a tie goes to the longer, then the greater word: what
 *    crowd-kit does.
 * 2. FS_TEXT_CLOSEST takes the text with the least mean edit distance to the others, in characters; a tie goes to the
 *    first in byte order, as_given: to the first row.
 * 3. Workers are weighted by skill, one more pass, unless as_given or `equal` says not: skill is 1 - word error rate
 *    against the result of all their tasks, shrunk towards that of all.
 * 4. Texts are UTF-8; a byte that is none counts as a character of its own. Words are what stands between white space;
 *    with `by_character` every character is a word, for languages that write no spaces.
 * 5. Texts beyond a maximum are FS_TOO_LARGE, with the row. */
#pragma once
#include "fs_core.h"

enum {
    FS_TEXT_WORDS_MAX = 5000,
    FS_TEXT_CHARACTERS_MAX = 40000,
    FS_TEXTS_PER_TASK_MAX = 1000,
    FS_TEXT_TASK_BYTES_MAX = 1000000
};

struct fs_texts {
    int64_t count;
    int32_t tasks, workers;
    const int32_t *task, *worker;
    const char *const *text; /* ended by NUL */
};

enum fs_text_method { FS_TEXT_ROVER, FS_TEXT_CLOSEST };

struct fs_text_options {
    enum fs_text_method method;
    bool by_character, as_given, equal;
    int threads; /* 0: all processors */
};

struct fs_text_task {
    int64_t answers;
    char *text;     /* NULL without answers */
    double support; /* ROVER: mean share of the votes of the words that won; CLOSEST: 1 - mean distance to the others */
    double agreement; /* 1 - mean distance of all pairs of texts, in characters; 1 for one text */
};

struct fs_text_worker {
    int64_t answers;
    double skill;           /* rule 3; 0 to 1 */
    double word_error_rate; /* words to change for each word of the results; may pass 1 */
};

struct fs_text_fit {
    int32_t task_count, worker_count;
    struct fs_text_task *task;
    struct fs_text_worker *worker;
};

FS_API enum fs_status fs_text_new(const struct fs_texts *texts, const struct fs_text_options *options,
                                  struct fs_text_fit **fit, struct fs_problem *problem);
FS_API void fs_text_free(struct fs_text_fit *fit);

/* --- distances --- */

/* Fewest insertions, deletions and changes that make b of a (Levenshtein 1966); -1 without memory. */
FS_API int64_t fs_edits(const int32_t *a, int64_t a_count, const int32_t *b, int64_t b_count);
/* Code points of UTF-8 (rule 4) into out, which has room for strlen(text); returns how many. */
FS_API int64_t fs_characters(const char *text, int32_t *out);
/* Edits in characters by the longer length, 0 to 1; -1 without memory. */
FS_API double fs_text_distance(const char *a, const char *b);
/* Edits in words by the words of reference; what was heard instead of nothing counts as 1. -1 without memory. */
FS_API double fs_word_error_rate(const char *reference, const char *heard);
