/* rating.h - ratings of requesters, loaded; what may be shown is decided by domain/rating. */
#pragma once
#include "base/json_out.h"
#include "domain/rating.h"
#include "store/store.h"

/* Sums of the ratings that are shown; count 0 = none are. */
err rating_load(struct store_conn *c, int64_t requester_id, struct rating_sums *sums);
/* The key "rating" of an open object: {"count","overall","pay","fairness","clarity"}, null when none are shown. */
err rating_json(struct store_conn *c, int64_t requester_id, struct json_out *o);
/* {"id","handle","display_name","rating","own","may_rate"} as one person sees it; ERR_NOT_FOUND for who is no
 * requester. */
err requester_json(struct store_conn *c, int64_t requester_id, int64_t person_id, struct json_out *o,
                   struct problem *p);
/* Requesters whom this worker may rate: answers of theirs were decided there. Newest first. */
struct page;
err rateable_json(struct store_conn *c, int64_t worker_id, struct page *page, struct json_out *o);
