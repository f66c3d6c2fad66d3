/* text_words.h - texts as numbers: characters and words. Internal. */
#pragma once
#include "fs_labels.h"
#include "fs_text.h"
#include "internal.h"

struct words {
    int32_t *word; /* numbers of `names` */
    int64_t count;
};

/* How many characters and words a text has. */
void fs_text_size(const char *text, bool by_character, int64_t *characters, int64_t *words);
/* Words of a text, numbered by names. False without memory. */
bool fs_words_of(const char *text, bool by_character, struct fs_names *names, struct fs_scratch *s,
                 struct words *words);

/* A place of an alignment: the words heard there, with the weight of those who heard them; -1: nothing heard. */
struct place {
    int32_t *word;
    double *weight;
    int32_t count;
};

/* Votes the texts of one task together, in the order given; weight: of each. The result's words into out (room for all
 * words of all texts), *support. False without memory. */
struct rover {
    const struct words *text;
    const double *weight;
    int32_t texts;
    const struct fs_names *names;
    bool as_given; /* ties as crowd-kit breaks them; else to what was heard first */
};
bool fs_rover(const struct rover *rover, struct fs_scratch *s, struct words *out, double *support);
