/* What kind of work a config asks for, told by the objects it shows. */
#include "base/json.h"
#include "domain/label_config.h"

#include <string.h>

static const struct {
    const char *tag;
    enum work_kind kind;
} shows[] = {{"Image", WORK_PICTURE}, {"Audio", WORK_SOUND}, {"Video", WORK_VIDEO}, {"TimeSeries", WORK_SERIES}};

static unsigned kinds_of(const json_t *node) {
    const char *tag = json_text(node, "tag");
    unsigned kinds = 0;
    size_t i;
    const json_t *child;
    for (i = 0; tag && i < sizeof shows / sizeof *shows; i++)
        if (strcmp(tag, shows[i].tag) == 0) kinds |= 1u << shows[i].kind;
    json_array_foreach(json_object_get(node, "children"), i, child) kinds |= kinds_of(child);
    return kinds;
}

unsigned label_config_kinds(const struct label_config *config) {
    unsigned kinds = kinds_of(label_config_json(config));
    return kinds ? kinds : 1u << WORK_TEXT;
}
