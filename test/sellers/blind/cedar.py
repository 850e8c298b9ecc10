"""Cedar HR - KooGallery connector: a thread-safe repository, a provisioning step that prepares the administrator, an HTTP front."""
import functools
import hashlib
import hmac
import json
import os
import re
import secrets
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Tenant:
    id: str
    password: str
    password_hash: bytes
    state: str = "running"
    expires: str = ""
    product: str = ""
    handled: set = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        with self._lock:
            return method(self, *args)
    return wrapper


class Repository:
    """All access to the maps goes through here and is locked."""

    def __init__(self):
        self._lock = threading.Lock()
        self._tenants, self._by_order, self._nonces = {}, {}, {}

    @synchronized
    def find(self, tenant_id):
        return self._tenants.get(tenant_id)

    @synchronized
    def find_by_order(self, order):
        return self._by_order.get(order)

    @synchronized
    def save(self, order, tenant):
        self._tenants[tenant.id] = tenant
        self._by_order[order] = tenant

    @synchronized
    def use_nonce(self, nonce, now):
        for stale in [n for n, until in self._nonces.items() if until < now]:
            del self._nonces[stale]
        if nonce in self._nonces:
            return False
        self._nonces[nonce] = now + 120_000
        return True


class Problem(Exception):
    def __init__(self, code, message):
        self.code, self.message = code, message


AUTH, PARAM, MISSING, INNER = "000001", "000002", "000003", "000005"
SCENES = frozenset(["TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE"])
HOME = "https://hr.cedar.example.com"


def string(body, name, limit=64):
    value = body.get(name)
    if type(value) is not str or value == "" or len(value) > limit:
        raise Problem(PARAM, f"{name}: missing or malformed")
    return value


def provision():
    """Sets up a tenant with its first administrator. The password is stored hashed."""
    password = secrets.token_urlsafe(12)
    hashed = hashlib.pbkdf2_hmac("sha256", password.encode(), secrets.token_bytes(16), 400_000)
    return Tenant(str(uuid.uuid4()), password, hashed)


class Connector:
    def __init__(self, key, repository):
        self.key, self.repo = key, repository

    def digest(self, s):
        return hmac.new(self.key.encode(), s.encode(), hashlib.sha256).hexdigest()

    def authenticate(self, query, signed):
        first = lambda name: query.get(name, [""])[0]
        stamp, nonce, signature = first("timestamp"), first("nonce"), first("signature")
        now = time.time() * 1000
        if not re.fullmatch("[0-9]{13}", stamp):
            raise Problem(PARAM, "timestamp: missing or malformed")
        if abs(now - int(stamp)) > 60_000:
            raise Problem(PARAM, "timestamp: expired")
        if not nonce:
            raise Problem(PARAM, "nonce: missing")
        wanted = self.digest(self.key + nonce + stamp + self.digest(signed))
        if not hmac.compare_digest(wanted.encode(), signature.lower().encode()):
            raise Problem(AUTH, "signature: missing or wrong")
        if not self.repo.use_nonce(nonce, now):
            raise Problem(AUTH, "nonce: used before")

    def tenant(self, body):
        tenant = self.repo.find(string(body, "instanceId"))
        if tenant is None:
            raise Problem(MISSING, "instance does not exist")
        return tenant

    def alive(self, tenant):
        if tenant.state == "released":
            raise Problem(MISSING, "instance does not exist")

    @staticmethod
    def app(tenant):
        return {"frontEndUrl": HOME, "adminUrl": f"{HOME}/admin", "userName": "admin@" + tenant.id[:8], "password": tenant.password}

    def newInstance(self, body):
        order = string(body, "orderId"), string(body, "orderLineId")
        string(body, "businessId")
        tenant = self.repo.find_by_order(order)
        if tenant is None:
            tenant = provision()
            self.repo.save(order, tenant)
        return {"instanceId": tenant.id, "appInfo": self.app(tenant)}

    def queryInstance(self, body):
        ids = string(body, "instanceId", 100 * 65).split(",")
        if len(ids) > 100:
            raise Problem(PARAM, "instanceId: more than 100")
        found = [t for t in map(self.repo.find, ids) if t is not None and t.state != "released"]
        if not found:
            raise Problem(MISSING, "instance does not exist")
        return {"info": [{"instanceId": t.id, "appInfo": self.app(t)} for t in found]}

    def refreshInstance(self, body):
        tenant = self.tenant(body)
        scene, expires = string(body, "scene"), string(body, "expireTime", 20)
        if scene not in SCENES:
            raise Problem(PARAM, "scene: unknown")
        if not re.fullmatch("[0-9]{14}([0-9]{3})?", expires):
            raise Problem(PARAM, "expireTime: malformed")
        job = scene, string(body, "orderId"), string(body, "orderLineId")
        with tenant.lock:
            self.alive(tenant)
            if job not in tenant.handled:
                tenant.handled.add(job)
                tenant.expires = expires[:14]
                tenant.product = body.get("productId") or tenant.product

    def updateInstanceStatus(self, body):
        tenant = self.tenant(body)
        status = string(body, "status", 32)
        if status not in ("FREEZE", "UNFREEZE"):
            raise Problem(PARAM, "status: unknown")
        with tenant.lock:
            self.alive(tenant)
            tenant.state = "frozen" if status == "FREEZE" else "running"

    def releaseInstance(self, body):
        tenant = self.tenant(body)
        with tenant.lock:
            tenant.state = "released"

    def upgradeInstance(self, body):
        tenant = self.tenant(body)
        job = "upgrade", string(body, "orderId"), string(body, "orderLineId")
        with tenant.lock:
            self.alive(tenant)
            tenant.handled.add(job)

    def changeInstanceCheck(self, body):
        self.alive(self.tenant(body))
        if not isinstance(body.get("productInfo"), (dict, str)):
            raise Problem(PARAM, "productInfo: missing or malformed")

    ACTIVITIES = ("newInstance", "queryInstance", "refreshInstance", "updateInstanceStatus", "releaseInstance",
                  "upgradeInstance", "changeInstanceCheck")

    def __call__(self, query, raw):
        try:
            body = json.loads(raw.decode())
            if not isinstance(body, dict):
                raise ValueError
            items = sorted(((k, v) for k, v in body.items() if v is not None), key=lambda kv: kv[0].encode("utf-16-be"))
            signed = json.dumps(dict(items), ensure_ascii=False, separators=(",", ":"))
            signed.encode()
        except (ValueError, RecursionError):
            raise Problem(PARAM, "body: not a JSON object") from None
        self.authenticate(query, signed)
        activity = string(body, "activity", 32)
        if activity not in self.ACTIVITIES:
            raise Problem(PARAM, "activity: unknown")
        return getattr(self, activity)(body) or {}


class Front(BaseHTTPRequestHandler):
    connector: Connector
    protocol_version = "HTTP/1.1"
    timeout = 30
    wbufsize = -1

    def do_POST(self):
        path, _, query = self.path.partition("?")
        try:
            length = self.headers.get("Content-Length", "")
            if not re.fullmatch("[0-9]{1,7}", length):
                self.close_connection = True
                raise Problem(PARAM, "body: too large or without length")
            raw = self.rfile.read(int(length))
            if urlsplit(path).path != "/isv":
                return self.send(404, PARAM, "no interface here", {})
            more = self.connector(parse_qs(query, keep_blank_values=True), raw)
            self.send(200, "000000", "success", more)
        except Problem as p:
            self.send(200, p.code, p.message, {})
        except OSError:
            self.close_connection = True
        except Exception as e:
            print(type(e).__name__, e, file=sys.stderr)
            self.send(200, INNER, "inner error", {})

    def send(self, status, code, message, more):
        out = json.dumps(dict(resultCode=code, resultMsg=message, **more)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(out)))
        self.end_headers()
        self.wfile.write(out)

    def log_message(self, *_):
        pass


def main():
    key = os.environ.get("KOOGALLERY_KEY")
    if not key:
        sys.exit("KOOGALLERY_KEY is missing")
    Front.connector = Connector(key, Repository())
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Front)
    print(f"Sells at http://127.0.0.1:{server.server_port}/isv", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
