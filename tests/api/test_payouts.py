"""Money that leaves: asked for, held, paid with a reference or refused with a reason; the same address of several accounts."""

import csv
import io

from faena import CENT, Client, tasks, work_all

UNIT = 10 ** 6
BANK = {"method": "bank", "address": "ES12 0049 1500", "holder": "Wanda Smith"}


def earner(s, cents=300, **more):
    """A worker who has earned so much."""
    requester, project = s.project(tasks(3), price_micros=cents * CENT // 3)
    worker = s.worker(**more)
    work_all(worker, project)
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_approve", {"ids": ids}, project=project)
    assert worker.do("session_show")["available_micros"] == cents * CENT
    return worker


def ask(worker, amount=2 * UNIT, **more):
    return worker.do("payout_ask", BANK | {"amount_micros": amount} | more)


def listed(s, state="asked"):
    return s.operator.all("payout_list", state=state)


def test_paid(s):
    """asked for, held, paid: the money leaves once; the books and both lists say so"""
    worker = earner(s)
    assert worker.do("payout_terms") == {"on": True, "least_micros": UNIT, "available_micros": 3 * UNIT, "methods": []}
    asked = ask(worker)
    assert (asked["state"], asked["amount_micros"], asked["decided_at"]) == ("asked", 2 * UNIT, None), asked
    assert worker.do("session_show")["available_micros"] == UNIT
    row = [r for r in listed(s) if r["id"] == asked["id"]][0]
    assert row["person"]["id"] == worker.id and row["address"] == BANK["address"] and row["others"] == 0, row
    assert s.operator.do("payout_decide", {"ids": [asked["id"], asked["id"]], "paid": True, "reference": "run 7"}) == {"decided": 1}
    paid = worker.all("own_payout_list")[0]
    assert (paid["state"], paid["reference"]) == ("paid", "run 7") and paid["decided_at"], paid
    assert worker.do("session_show")["available_micros"] == UNIT
    moved = [t for t in worker.all("transfer_list") if t["kind"] == "payout"]
    assert [(t["amount_micros"], t["state"]) for t in moved] == [(-2 * UNIT, "posted")], moved
    problem = s.operator.refused("payout_decide", 409, "bad_state", {"ids": [asked["id"]], "paid": False, "reason": "by mistake"})
    assert str(asked["id"]) in problem["detail"], problem
    worker.refused("payout_take_back", 409, "bad_state", payout=asked["id"])
    row = [r for r in listed(s, "paid") if r["id"] == asked["id"]][0]
    assert row["decided_by"] == s.operator.person["handle"], row


def test_refused(s):
    """refused with a reason the person reads, or taken back: the money is theirs again"""
    worker = earner(s)
    asked = ask(worker)
    for wrong in ({"paid": False}, {"paid": True}, {"paid": False, "reason": "no"}):
        s.operator.refused("payout_decide", 422, "invalid", {"ids": [asked["id"]]} | wrong)
    s.operator.do("payout_decide", {"ids": [asked["id"]], "paid": False, "reason": "The bank does not know this number."})
    assert worker.do("session_show")["available_micros"] == 3 * UNIT
    row = worker.all("own_payout_list")[0]
    assert (row["state"], row["reason"]) == ("refused", "The bank does not know this number."), row
    asked = ask(worker, 3 * UNIT)
    assert worker.do("session_show")["available_micros"] == 0
    earner(s).refused("payout_take_back", 404, "not_found", payout=asked["id"])
    worker.do("payout_take_back", payout=asked["id"])
    assert worker.do("session_show")["available_micros"] == 3 * UNIT and worker.all("own_payout_list")[0]["state"] == "taken_back"
    states = [t["state"] for t in worker.all("transfer_list") if t["kind"] == "payout"]
    assert states == ["voided", "voided"], states


def test_all_or_none(s):
    """of several payouts one that is not waiting any more stops all"""
    first, second = earner(s), earner(s)
    one, two = ask(first, address="one 11"), ask(second, address="two 22")
    second.do("payout_take_back", payout=two["id"])
    s.operator.refused("payout_decide", 409, "bad_state", {"ids": [one["id"], two["id"]], "paid": True, "reference": "run 8"})
    assert first.all("own_payout_list")[0]["state"] == "asked"
    s.operator.refused("payout_decide", 404, "not_found", {"ids": [one["id"], 5], "paid": True, "reference": "run 8"})
    s.operator.do("payout_decide", {"ids": [one["id"]], "paid": True, "reference": "run 8"})


def test_bounds(s):
    """one at a time, not more than there is, not less than is worth a transfer, by a method that the operator offers"""
    worker = earner(s)
    problem = worker.refused("payout_ask", 402, "short_balance", BANK | {"amount_micros": 4 * UNIT})
    assert problem["errors"][0]["pointer"] == "/amount_micros", problem
    problem = worker.refused("payout_ask", 422, "invalid", BANK | {"amount_micros": UNIT - 1})
    assert problem["errors"][0]["pointer"] == "/amount_micros", problem
    s.operator.do("server_limits_update", {"payout_methods": "bank, mobile money", "payout_least_micros": UNIT // 2})
    try:
        assert worker.do("payout_terms")["methods"] == ["bank", "mobile money"]
        problem = worker.refused("payout_ask", 422, "invalid", BANK | {"amount_micros": UNIT, "method": "cash"})
        assert problem["errors"][0]["pointer"] == "/method", problem
        ask(worker, UNIT // 2, method="mobile money", address="+57 300 123")
        worker.refused("payout_ask", 409, "conflict", BANK | {"amount_micros": UNIT})
        other = earner(s)
        s.operator.do("server_limits_update", {"payouts": False})
        other.refused("payout_ask", 409, "conflict", BANK | {"amount_micros": UNIT})
        assert other.do("payout_terms")["on"] is False
    finally:
        s.operator.do("server_limits_update", {"payouts": True, "payout_methods": "", "payout_least_micros": UNIT})
    changes = s.operator.do("server_limits_show")["changes"][0]["limits"]
    assert {"name": "payout_methods", "from": 2, "to": 0} in changes, changes
    worker.refused("payout_list", 403, "forbidden")
    worker.refused("payout_decide", 403, "forbidden", {"ids": [1], "paid": True, "reference": "mine"})


def test_repeat(s):
    """asked twice with one key: one payout"""
    worker = earner(s)
    replies = [worker.ask("payout_ask", BANK | {"amount_micros": UNIT}, key="same").json for _ in range(2)]
    assert replies[0]["id"] == replies[1]["id"] and len(worker.all("own_payout_list")) == 1


def test_shared_address(s):
    """two accounts that give one address, however written, are for a reviewer to look at; both are paid"""
    one, two = earner(s), earner(s)
    first, second = ask(one, address="+57 300-777 8888"), ask(two, address="573007778888")
    groups = [g for g in s.reviewer().all("account_signal_list") if g["kind"] == "payout"]
    found = [g for g in groups if {p["id"] for p in g["people"]} == {one.id, two.id}]
    assert len(found) == 1 and found[0]["open"], groups
    rows = {r["id"]: r for r in listed(s)}
    assert rows[first["id"]]["others"] == rows[second["id"]]["others"] == 1
    s.operator.do("payout_decide", {"ids": [first["id"], second["id"]], "paid": True, "reference": "run 9"})


def test_csv(s):
    """the table for the bank: exact amounts, no cell that a spreadsheet would run"""
    worker = earner(s)
    asked = ask(worker, 1_234_500, address="=HYPERLINK(1)", holder='Ana "la" Roja, hija')
    rows = list(csv.DictReader(io.StringIO(s.operator.reply("payout_csv", state="asked").text)))
    row = [r for r in rows if r["payout"] == str(asked["id"])][0]
    assert (row["amount"], row["currency"], row["address"], row["holder"]) == ("1.2345", "USD", "'=HYPERLINK(1)", 'Ana "la" Roja, hija'), row
    worker.do("payout_take_back", payout=asked["id"])
    whole = ask(worker, 2 * UNIT, address="+57 300 1")
    rows = list(csv.DictReader(io.StringIO(s.operator.reply("payout_csv", state="asked").text)))
    row = [r for r in rows if r["payout"] == str(whole["id"])][0]
    assert (row["amount"], row["address"]) == ("2.00", "+57 300 1"), row


def test_leaving(s):
    """nobody leaves while a payout waits; afterwards the books keep the amount and not the address"""
    worker = earner(s)
    asked = ask(worker, address="leaving 99")
    worker.refused("me_delete", 409, "bad_state", {"password": worker.password})
    s.operator.do("payout_decide", {"ids": [asked["id"]], "paid": True, "reference": "last"})
    assert [p["id"] for p in worker.reply("me_export").json["payouts"]] == [asked["id"]]
    worker.do("me_delete", {"password": worker.password})
    row = [r for r in listed(s, "paid") if r["id"] == asked["id"]][0]
    assert (row["address"], row["holder"], row["amount_micros"], row["reference"]) == ("", "", 2 * UNIT, "last"), row


def test_events(s):
    """the person's page is told"""
    worker = earner(s)
    asked = ask(worker, address="events 1")
    s.operator.do("payout_decide", {"ids": [asked["id"]], "paid": True, "reference": "x"})
    kinds = [k for k, in s.store.rows(f"SELECT kind FROM event WHERE person_id = {worker.id} AND kind LIKE 'payout.%' ORDER BY seq")]
    assert kinds == ["payout.asked", "payout.paid"], kinds
