"""Dogwood Analytics - subscriptions sold on KooGallery. A subscription is a small state machine; WSGI carries the calls."""
import enum
import hashlib
import hmac
import json
import os
import re
import sys
import threading
import time
from socketserver import ThreadingMixIn
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class State(enum.Enum):
    ACTIVE = 1
    SUSPENDED = 2
    TERMINATED = 3


class Failure(Exception):
    @property
    def code(self):
        return self.args[0]

    @property
    def message(self):
        return self.args[1]


def illegal(name):
    return Failure("000002", f"parameter {name} is illegal")


class Subscription:
    def __init__(self, identifier):
        self.id = identifier
        self.state = State.ACTIVE
        self.valid_until = None
        self.product = None
        self.orders = set()

    def prolong(self, order, until, product):
        if self.state is not State.ACTIVE:
            raise Failure("000005", "subscription is suspended, activate it first")
        if order not in self.orders:
            self.orders.add(order)
            self.valid_until = until
            self.product = product or self.product

    def suspend(self):
        self.state = State.SUSPENDED

    def resume(self):
        self.state = State.ACTIVE

    def enlarge(self, order):
        self.orders.add(order)

    def terminate(self):
        self.state = State.TERMINATED

    def describe(self):
        return {"frontEndUrl": "https://dogwood.example.com/login", "memo": "Use \"forgot password\" for the first login."}


class Shop:
    SCENES = {"TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE"}

    def __init__(self, key):
        self.key = key
        self.one_at_a_time = threading.Lock()
        self.subscriptions, self.sold, self.used = {}, {}, {}

    # ---- the door -------------------------------------------------------------------------------------------------

    def _mac(self, data):
        return hmac.new(self.key.encode(), data.encode(), hashlib.sha256).hexdigest()

    def admit(self, params, payload):
        now = int(time.time() * 1000)
        ts = params.get("timestamp", [""])[0]
        nonce = params.get("nonce", [""])[0]
        signature = params.get("signature", [""])[0].lower()
        if not re.fullmatch("[0-9]{13}", ts) or not -60_000 <= now - int(ts) <= 60_000:
            raise illegal("timestamp")
        if not nonce:
            raise illegal("nonce")
        kept = {}
        for name in sorted(payload, key=lambda n: n.encode("utf-16-be")):
            if payload[name] is not None:
                kept[name] = payload[name]
        body_hash = self._mac(json.dumps(kept, separators=(",", ":"), ensure_ascii=False))
        if not hmac.compare_digest(self._mac("".join((self.key, nonce, ts, body_hash))).encode(), signature.encode()):
            raise Failure("000001", "signature does not match")
        self.used = {n: t for n, t in self.used.items() if t >= now}
        if nonce in self.used:
            raise Failure("000001", "nonce repeated")
        self.used[nonce] = now + 120_000

    def receive(self, params, raw):
        try:
            payload = json.loads(raw.decode("utf-8"))
            json.dumps(payload, ensure_ascii=False).encode("utf-8")
        except (ValueError, RecursionError):
            raise Failure("000002", "body is not JSON") from None
        if not isinstance(payload, dict):
            raise Failure("000002", "body is not an object")
        with self.one_at_a_time:
            self.admit(params, payload)
            match self.take(payload, "activity", 32):
                case "newInstance":
                    return self.sell(payload)
                case "queryInstance":
                    return self.show(payload)
                case "refreshInstance":
                    return self.renew(payload)
                case "updateInstanceStatus":
                    return self.switch(payload)
                case "releaseInstance":
                    return self.close(payload)
                case "upgradeInstance":
                    return self.find(payload).enlarge(("UPGRADE", *self.order(payload)))
                case "changeInstanceCheck":
                    self.find(payload)
                    if not payload.get("productInfo"):
                        raise illegal("productInfo")
                    return None
                case _:
                    raise illegal("activity")

    @staticmethod
    def take(payload, name, size=64):
        value = payload.get(name)
        if not (isinstance(value, str) and 0 < len(value) <= size):
            raise illegal(name)
        return value

    def order(self, payload):
        return self.take(payload, "orderId"), self.take(payload, "orderLineId")

    def find(self, payload, also_terminated=False):
        subscription = self.subscriptions.get(self.take(payload, "instanceId"))
        if subscription is None or (subscription.state is State.TERMINATED and not also_terminated):
            raise Failure("000003", "no such instance")
        return subscription

    # ---- what happens ---------------------------------------------------------------------------------------------

    def sell(self, payload):
        order = self.order(payload)
        self.take(payload, "businessId")
        subscription = self.sold.get(order)
        if subscription is None:
            identifier = f"dw-{os.urandom(16).hex()}"
            subscription = self.sold[order] = self.subscriptions[identifier] = Subscription(identifier)
        return {"instanceId": subscription.id, "appInfo": subscription.describe()}

    def show(self, payload):
        wanted = self.take(payload, "instanceId", 6500).split(",")
        if len(wanted) > 100:
            raise illegal("instanceId")
        found = [self.subscriptions[i] for i in wanted if i in self.subscriptions]
        info = [{"instanceId": s.id, "appInfo": s.describe()} for s in found if s.state is not State.TERMINATED]
        if not info:
            raise Failure("000003", "no such instance")
        return {"info": info}

    def renew(self, payload):
        subscription = self.find(payload)
        scene = self.take(payload, "scene")
        if scene not in self.SCENES:
            raise illegal("scene")
        until = self.take(payload, "expireTime", 20)
        if not re.fullmatch("[0-9]{14}([0-9]{3})?", until):
            raise illegal("expireTime")
        subscription.prolong((scene, *self.order(payload)), until[:14], payload.get("productId"))

    def switch(self, payload):
        subscription = self.find(payload)
        status = self.take(payload, "status", 32)
        if status == "FREEZE":
            subscription.suspend()
        elif status == "UNFREEZE":
            subscription.resume()
        else:
            raise illegal("status")

    def close(self, payload):
        self.find(payload, also_terminated=True).terminate()


def application(shop):
    def app(environ, start_response):
        status = "200 OK"
        result = {"resultCode": "000000", "resultMsg": "success"}
        try:
            length = environ.get("CONTENT_LENGTH") or ""
            if not re.fullmatch("[0-9]{1,7}", length):
                raise Failure("000002", "body is too large or has no length")
            raw = environ["wsgi.input"].read(int(length))
            if environ["PATH_INFO"] != "/isv":
                status = "404 Not Found"
                raise Failure("000002", "nothing is sold here")
            if environ["REQUEST_METHOD"] != "POST":
                status = "405 Method Not Allowed"
                raise Failure("000002", "POST only")
            result.update(shop.receive(parse_qs(environ["QUERY_STRING"], keep_blank_values=True), raw) or {})
        except Failure as failure:
            result = {"resultCode": failure.code, "resultMsg": failure.message}
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            result = {"resultCode": "000005", "resultMsg": "internal error"}
        data = json.dumps(result).encode("ascii")
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(data)))])
        return [data]

    return app


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128


class Quiet(WSGIRequestHandler):
    timeout = 30

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    if not os.environ.get("KOOGALLERY_KEY"):
        sys.exit("KOOGALLERY_KEY must be set")
    with make_server("127.0.0.1", int(os.environ.get("PORT", "8080")), application(Shop(os.environ["KOOGALLERY_KEY"])), Threaded, Quiet) as server:
        print(f"Sells at http://127.0.0.1:{server.server_port}/isv", flush=True)
        server.serve_forever()
