"""Alder CRM - KooGallery production endpoint (V2.0). Plain functions over a small in-process store."""
import hashlib
import hmac
import json
import os
import re
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

KEY = os.environ.get("KOOGALLERY_KEY", "")
WINDOW_MS = 60_000
MAX_BODY = 1 << 20
PORTAL = "https://alder.example.com"

guard = threading.RLock()
orders = {}     # (orderId, orderLineId) -> instance id
instances = {}  # instance id -> record
seen = {}       # nonce -> epoch ms after which it may be dropped


class Reject(Exception):
    def __init__(self, code, why):
        super().__init__(why)
        self.code, self.why = code, why


def bad(why):
    return Reject("000002", why)


def field(body, name, limit=64):
    v = body.get(name)
    if not isinstance(v, str) or not v or len(v) > limit:
        raise bad(f"param {name} is invalid")
    return v


def hmac_hex(data):
    return hmac.new(KEY.encode(), data.encode(), hashlib.sha256).hexdigest()


def canonical(body):
    """Parameters in ascending order, nulls left out, compact."""
    present = {k: v for k, v in body.items() if v is not None}
    return json.dumps(present, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def check_signature(args, body):
    stamp, nonce, given = (args.get(n, [""])[0] for n in ("timestamp", "nonce", "signature"))
    now = int(time.time() * 1000)
    if not re.fullmatch(r"[0-9]{13}", stamp) or abs(now - int(stamp)) > WINDOW_MS:
        raise bad("timestamp is missing or expired")
    if not nonce:
        raise bad("nonce is missing")
    expected = hmac_hex(KEY + nonce + stamp + hmac_hex(canonical(body)))
    if not given or not hmac.compare_digest(expected.encode(), given.lower().encode()):
        raise Reject("000001", "token is invalid")
    for old in [n for n, t in seen.items() if t < now]:
        del seen[old]
    if nonce in seen:
        raise Reject("000001", "nonce was already used")
    seen[nonce] = now + 2 * WINDOW_MS


def lookup(body, released_ok=False):
    rec = instances.get(field(body, "instanceId"))
    if rec is None or (rec["released"] and not released_ok):
        raise Reject("000003", "instance is invalid")
    return rec


def app_info():
    return {"frontEndUrl": PORTAL, "adminUrl": PORTAL + "/admin", "memo": "Account details were sent by mail."}


def new_instance(body):
    order = field(body, "orderId"), field(body, "orderLineId")
    field(body, "businessId")
    if order not in orders:
        iid = uuid.uuid4().hex
        instances[iid] = {"released": False, "frozen": False, "expires": None, "product": None, "applied": set()}
        orders[order] = iid
    return {"instanceId": orders[order], "appInfo": app_info()}


def query_instance(body):
    ids = field(body, "instanceId", 6500).split(",")
    if len(ids) > 100:
        raise bad("at most 100 instances per call")
    live = [i for i in ids if i in instances and not instances[i]["released"]]
    if not live:
        raise Reject("000003", "instance is invalid")
    return {"info": [{"instanceId": i, "appInfo": app_info()} for i in live]}


def refresh_instance(body):
    rec = lookup(body)
    scene = field(body, "scene")
    if scene not in {"TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE"}:
        raise bad("param scene is invalid")
    expires = field(body, "expireTime", 20)
    if not re.fullmatch(r"[0-9]{14}(?:[0-9]{3})?", expires):
        raise bad("param expireTime is invalid")
    mark = scene, field(body, "orderId"), field(body, "orderLineId")
    if mark not in rec["applied"]:
        rec["applied"].add(mark)
        rec["expires"] = expires[:14]
        rec["product"] = body.get("productId") or rec["product"]


def update_status(body):
    rec = lookup(body)
    status = field(body, "status", 32)
    if status not in ("FREEZE", "UNFREEZE"):
        raise bad("param status is invalid")
    rec["frozen"] = status == "FREEZE"


def release_instance(body):
    lookup(body, released_ok=True)["released"] = True


def upgrade_instance(body):
    rec = lookup(body)
    rec["applied"].add(("UPGRADE", field(body, "orderId"), field(body, "orderLineId")))


def change_check(body):
    lookup(body)
    target = body.get("productInfo")
    if not isinstance(target, (dict, str)) or not target:
        raise bad("param productInfo is invalid")
    # All of our editions have the same limits, any change fits.


ROUTES = {
    "newInstance": new_instance, "queryInstance": query_instance, "refreshInstance": refresh_instance,
    "updateInstanceStatus": update_status, "releaseInstance": release_instance,
    "upgradeInstance": upgrade_instance, "changeInstanceCheck": change_check,
}


def decode(raw):
    try:
        body = json.loads(raw.decode("utf-8"))
        canonical(body).encode("utf-8")
        return body
    except (ValueError, RecursionError, AttributeError, TypeError):
        raise bad("body is not a JSON object") from None


def handle(args, raw):
    body = decode(raw)
    with guard:
        check_signature(args, body)
        action = ROUTES.get(field(body, "activity", 32))
        if action is None:
            raise bad("param activity is invalid")
        return action(body) or {}


class Endpoint(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    wbufsize = -1

    def do_POST(self):
        url = urlsplit(self.path)
        size = self.headers.get("Content-Length", "")
        try:
            if not re.fullmatch(r"[0-9]{1,8}", size) or int(size) > MAX_BODY:
                self.close_connection = True
                raise bad("body length is missing or too large")
            raw = self.rfile.read(int(size))
            if url.path != "/isv":
                return self.reply({"resultCode": "000002", "resultMsg": "not found"}, 404)
            out = {"resultCode": "000000", "resultMsg": "success.", **handle(parse_qs(url.query, keep_blank_values=True), raw)}
        except Reject as r:
            out = {"resultCode": r.code, "resultMsg": r.why[:255]}
        except OSError:
            self.close_connection = True
            return
        except Exception as e:
            print("unexpected:", repr(e), file=sys.stderr)
            out = {"resultCode": "000005", "resultMsg": "other inner error"}
        self.reply(out)

    def reply(self, out, status=200):
        data = json.dumps(out).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *a):
        pass


if __name__ == "__main__":
    if not KEY:
        sys.exit("KOOGALLERY_KEY is not set")
    ThreadingHTTPServer.request_queue_size = 128
    srv = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Endpoint)
    print(f"Sells at http://127.0.0.1:{srv.server_port}/isv", flush=True)
    srv.serve_forever()
