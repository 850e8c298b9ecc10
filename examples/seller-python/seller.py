"""A complete seller of a SaaS product on KooGallery, production interface V2.0, in plain Python 3: what happens when a customer buys,
renews, changes, does not pay any more, and leaves. Nothing but the standard library. Read it from top to bottom, then run it:

    KOOGALLERY_KEY=my-key python3 examples/seller-python/seller.py

KooGallery POSTs every call to one address. `activity` in the body says what it wants, the signature in the query says that it is
KooGallery who wants it. The answer is JSON with status 200 whatever the result; the result is `resultCode`.
"""

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

# Result codes: text of six characters, quotation marks included. 000000 as a number would arrive as 0.
SUCCESS, AUTHENTICATION_FAILED, ILLEGAL_PARAMETER, NO_SUCH_INSTANCE, INTERNAL_ERROR = "000000", "000001", "000002", "000003", "000005"

# Other characters than ASCII in `memo` must be written as \uXXXX; json.dumps does so by itself.
SITE = "https://crm.example.com"
APP = {"frontEndUrl": SITE, "adminUrl": f"{SITE}/admin", "memo": "Sign in with the account from our mail."}
SCENES = ("TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE")
FRESH = 60_000  # A call is refused when its timestamp is further off than this. Keep the server's clock right.
LARGEST, AWAY = 1_000_000, 30  # Bytes of a body: the real ones have some hundreds. Seconds that a caller may say nothing.


class Refusal(Exception):
    """Ends a call with a result code and a text."""


class Seller:
    """What this seller knows, and what it does when it is called. A real one keeps it in a database."""

    def __init__(self, key):
        self.key = key
        # Calls come at the same moment, repeats of one order among them, and each has a thread of its own: whoever looks and then
        # writes must not be interrupted in between. In a database this is a unique index over order and order line.
        self.lock = threading.Lock()
        self.instances = {}
        # The idempotency key of newInstance is the order line, not the businessId: that is another one in every attempt.
        self.instance_of_line = {}
        # Nonces of the last minutes, with the moment at which they may be forgotten.
        self.nonces = {}
        self.activities = {
            "newInstance": self.new,
            "queryInstance": self.query,
            "refreshInstance": self.refresh,
            "updateInstanceStatus": self.update_status,
            "releaseInstance": self.release,
            "upgradeInstance": self.upgrade,
            # Before a renewal that changes the product: what customers use here fits every product.
            "changeInstanceCheck": self.change_instance_check,
        }

    def call(self, query, raw):
        """One call, from the body's bytes as they came, before anybody has touched them, to the members of the answer."""
        body = parse(raw)
        with self.lock:
            self.authenticate(query, body)
            name = text(body, "activity")
            if name not in self.activities:
                raise Refusal(ILLEGAL_PARAMETER, f"activity {name} is unknown")
            # Members that this seller does not know are left alone: the marketplace may add some at any time.
            return self.activities[name](body) or {}

    def authenticate(self, query, body):
        """Step 1: is it KooGallery who calls, and just now?"""
        timestamp, nonce, signature = (query.get(name, [""])[0] for name in ("timestamp", "nonce", "signature"))
        now = time.time() * 1000
        # Milliseconds, thirteen digits: some pages say seconds, none of their examples are.
        if not re.fullmatch("[0-9]{13}", timestamp):
            raise Refusal(ILLEGAL_PARAMETER, "timestamp is missing or malformed")
        if abs(now - int(timestamp)) > FRESH:
            raise Refusal(ILLEGAL_PARAMETER, "timestamp is too far off")
        if not nonce:
            raise Refusal(ILLEGAL_PARAMETER, "nonce is missing")
        if not signature:
            raise Refusal(AUTHENTICATION_FAILED, "signature is missing")
        right = self.sign(f"{self.key}{nonce}{timestamp}{self.sign(sorted_json(body))}")
        # The published examples show both cases; compare_digest does not tell by its time where they part.
        if not hmac.compare_digest(right.encode(), signature.lower().encode()):
            raise Refusal(AUTHENTICATION_FAILED, "signature is wrong")
        # Only now: a stranger must not be able to fill the list, nor to use up a nonce.
        self.nonces = {old: until for old, until in self.nonces.items() if until > now}
        if nonce in self.nonces:
            raise Refusal(AUTHENTICATION_FAILED, "nonce was used before")
        self.nonces[nonce] = now + 2 * FRESH

    def sign(self, message):
        return hmac.new(self.key.encode(), message.encode(), hashlib.sha256).hexdigest()

    # Step 2: do what the activity asks, once.

    def new(self, body):
        """A customer has paid. Nothing but the order's number is told: product, period and buyer come from the order query (open API,
        signed with your AK/SK). Whoever needs long for opening an instance answers "000004" with the instanceId at once, works in the
        background, and shows the instance in queryInstance when it is ready."""
        line = (text(body, "orderId"), text(body, "orderLineId"))
        wanted = text(body, "businessId")
        if line not in self.instance_of_line:
            # The marketplace recommends the businessId of the first call as id of the instance.
            instance_id = wanted if wanted not in self.instances else str(uuid.uuid4())
            self.instances[instance_id] = {"status": "open", "done": set()}
            self.instance_of_line[line] = instance_id
        return {"instanceId": self.instance_of_line[line], "appInfo": APP}

    def query(self, body):
        """Asked until a new instance shows, and whenever the customer opens its details. Up to 100 ids with commas between them."""
        ids = text(body, "instanceId", 100 * 65).split(",")
        if len(ids) > 100:
            raise Refusal(ILLEGAL_PARAMETER, "more than 100 instances")
        known = [i for i in ids if self.instances.get(i, {"status": "released"})["status"] != "released"]
        if not known:
            raise Refusal(NO_SUCH_INSTANCE, "no such instance")
        return {"info": [{"instanceId": i, "appInfo": APP} for i in known]}

    def refresh(self, body):
        """A trial became formal, a renewal was paid or taken back: `expireTime` is the new end, whatever the scene."""
        instance = self.existing(body)
        scene = text(body, "scene")
        if scene not in SCENES:
            raise Refusal(ILLEGAL_PARAMETER, f"scene {scene} is unknown")
        # The tables say 14 digits, the published example has 17: milliseconds are cut off.
        expire_time = text(body, "expireTime", 20)
        if not re.fullmatch("[0-9]{14}([0-9]{3})?", expire_time):
            raise Refusal(ILLEGAL_PARAMETER, "expireTime is malformed")
        # Only sent when it becomes another one.
        product = text(body, "productId") if body.get("productId") is not None else instance.get("product")
        if first_time(instance, scene, body):
            instance.update(expire_time=expire_time[:14], product=product)

    def update_status(self, body):
        """Expired (FREEZE: nobody gets in, the data stay) or renewed after that (UNFREEZE)."""
        instance = self.existing(body)
        status = text(body, "status")
        if status not in ("FREEZE", "UNFREEZE"):
            raise Refusal(ILLEGAL_PARAMETER, f"status {status} is unknown")
        instance["status"] = "frozen" if status == "FREEZE" else "open"

    def release(self, body):
        """The time to renew is over, or the customer gave it back: the data go. Released again, it is released."""
        self.existing(body, or_released=True)["status"] = "released"

    def upgrade(self, body):
        """More users, a larger edition: the id stays. What was bought stands in the order (order query, type CHANGE)."""
        first_time(self.existing(body), "upgrade", body)

    def change_instance_check(self, body):
        """Before a renewal that changes the product: does what the customer uses still fit? This seller's instances fit everything."""
        self.existing(body)
        if "productInfo" not in body:
            raise Refusal(ILLEGAL_PARAMETER, "productInfo is missing")

    def existing(self, body, or_released=False):
        instance = self.instances.get(text(body, "instanceId"))
        if instance is None or (instance["status"] == "released" and not or_released):
            raise Refusal(NO_SUCH_INSTANCE, "no such instance")
        return instance


def first_time(instance, kind, body):
    """The marketplace sends again what it got no answer for: the same order line acts once."""
    order = (kind, text(body, "orderId"), text(body, "orderLineId"))
    is_new = order not in instance["done"]
    instance["done"].add(order)
    return is_new


def sorted_json(body):
    """What is signed: members of the top level by name, without those that are null, no blanks, characters as they are."""
    members = {name: body[name] for name in sorted(body, key=lambda name: name.encode("utf-16-be")) if body[name] is not None}
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def parse(raw):
    try:
        body = json.loads(raw.decode())
        if isinstance(body, dict):
            sorted_json(body).encode()  # Half a surrogate pair can be read, but not signed.
            return body
    except (ValueError, RecursionError):
        pass
    raise Refusal(ILLEGAL_PARAMETER, "the body is not a JSON object")


def text(body, name, most=64):
    """A member that must be there, as text, no longer than its table says."""
    value = body.get(name)
    if isinstance(value, str) and 0 < len(value) <= most:
        return value
    raise Refusal(ILLEGAL_PARAMETER, f"{name} is missing, no text, or too long")


class Door(BaseHTTPRequestHandler):
    """Step 3: answer, always in the same form."""

    seller: Seller
    protocol_version = "HTTP/1.1"
    timeout = AWAY
    wbufsize = -1  # Head and body leave together.

    def do_POST(self):
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        try:
            raw = self.read()
            if path != "/isv":
                return self.answer(404, ILLEGAL_PARAMETER, "the production interface is at /isv")
            self.answer(200, SUCCESS, "success", self.seller.call(query, raw))
        except Refusal as refusal:
            self.answer(200, *refusal.args)
        except OSError:
            self.close_connection = True  # The caller has gone, in the middle of the call. It will call again.
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            self.answer(200, INTERNAL_ERROR, "internal error")

    def handle_expect_100(self):
        ready = super().handle_expect_100()
        self.wfile.flush()  # Else the caller waits with the body, and this with the answer.
        return ready

    def read(self):
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,9}", length) or int(length) > LARGEST:
            self.close_connection = True
            raise Refusal(ILLEGAL_PARAMETER, "the body is too large, or does not say how long it is")
        return self.rfile.read(int(length))

    def answer(self, status, code, message, more=None):
        body = json.dumps({"resultCode": code, "resultMsg": message[:255], **(more or {})}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Silent: the query of a call holds its signature, which has no place in a log."""


if __name__ == "__main__":
    key = os.environ.get("KOOGALLERY_KEY")
    if not key:
        sys.exit("Set KOOGALLERY_KEY to the key of the basic interfaces; any text will do for trying it out.")
    Door.seller = Seller(key)
    # KooGallery wants HTTPS with a public certificate in front of this; a sandbox does not.
    ThreadingHTTPServer.request_queue_size = 128  # The default of 5 turns callers away who come at the same moment.
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Door)
    print(f"Sells at http://127.0.0.1:{server.server_port}/isv", flush=True)
    server.serve_forever()
