"""Elm Meeting (榆会议) - KooGallery 云商店 V2.0 production interface. Declarative: every activity lists its parameters."""
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
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

ANY64 = re.compile(r"(?s).{1,64}")
SPEC = {
    "newInstance": {"orderId": ANY64, "orderLineId": ANY64, "businessId": ANY64},
    "queryInstance": {"instanceId": re.compile(r"(?s).{1,6500}")},
    "refreshInstance": {
        "instanceId": ANY64, "orderId": ANY64, "orderLineId": ANY64,
        "scene": re.compile("TRIAL_TO_FORMAL|RENEWAL|UNSUBSCRIBE_RENEWAL_PERIOD|RENEWAL_CHANGE"),
        "expireTime": re.compile("[0-9]{14}(?:[0-9]{3})?"),
    },
    "updateInstanceStatus": {"instanceId": ANY64, "status": re.compile("FREEZE|UNFREEZE")},
    "releaseInstance": {"instanceId": ANY64},
    "upgradeInstance": {"instanceId": ANY64, "orderId": ANY64, "orderLineId": ANY64},
    "changeInstanceCheck": {"instanceId": ANY64},
}
MESSAGES = {
    "000000": "success.", "000001": "token is invalid", "000002": "param is invalid",
    "000003": "instance is invalid", "000005": "other inner error",
}
HANDLERS = {}


class Code(Exception):
    pass


def activity(function):
    HANDLERS[function.__name__] = function
    return function


class Room(SimpleNamespace):
    """One bought meeting space."""

    @property
    def gone(self):
        return self.status == "RELEASED"


class World:
    def __init__(self, key):
        self.key = key
        self.lock = threading.Lock()
        self.rooms, self.lines, self.nonces = {}, {}, {}

    def room(self, p):
        room = self.rooms.get(p.instanceId)
        if room is None or room.gone:
            raise Code("000003")
        return room


@activity
def newInstance(world, p):
    line = (p.orderId, p.orderLineId)
    room = world.lines.get(line)
    if room is None:
        name = p.businessId if p.businessId not in world.rooms and "," not in p.businessId else str(uuid.uuid4())
        room = Room(id=name, status="UNFREEZE", end=None, product=None, history=set())
        world.rooms[name] = world.lines[line] = room
    return {"instanceId": room.id, "appInfo": {"frontEndUrl": "https://meet.elm.example.com"}}


@activity
def queryInstance(world, p):
    wanted = p.instanceId.split(",")
    if len(wanted) > 100:
        raise Code("000002")
    rooms = [world.rooms[i] for i in wanted if i in world.rooms and not world.rooms[i].gone]
    if not rooms:
        raise Code("000003")
    return {"info": [{
        "instanceId": room.id,
        "appInfo": {
            "frontEndUrl": "https://meet.elm.example.com",
            "adminUrl": "https://meet.elm.example.com/admin",
            "memo": "首次登录请使用购买时预留的手机号,并及时修改密码。",
        },
    } for room in rooms]}


@activity
def refreshInstance(world, p):
    room = world.room(p)
    step = (p.scene, p.orderId, p.orderLineId)
    if step not in room.history:
        room.history.add(step)
        room.end = p.expireTime[:14]
        room.product = p.body.get("productId") or room.product


@activity
def updateInstanceStatus(world, p):
    world.room(p).status = p.status


@activity
def releaseInstance(world, p):
    if p.instanceId not in world.rooms:
        raise Code("000003")
    world.rooms[p.instanceId].status = "RELEASED"


@activity
def upgradeInstance(world, p):
    world.room(p).history.add(("UPGRADE", p.orderId, p.orderLineId))


@activity
def changeInstanceCheck(world, p):
    world.room(p)
    if not p.body.get("productInfo"):
        raise Code("000002")


def to_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def mac(key, data):
    return hmac.new(key.encode(), data, hashlib.sha256).hexdigest()


def authenticate(world, query, body):
    now = round(time.time() * 1000)
    stamp, nonce, signature = ((query.get(n) or [""])[0] for n in ("timestamp", "nonce", "signature"))
    if not re.fullmatch("[0-9]{13}", stamp) or abs(now - int(stamp)) > 60_000 or not nonce:
        raise Code("000002")
    names = sorted(filter(lambda n: body[n] is not None, body), key=lambda n: n.encode("utf-16-be"))
    inner = mac(world.key, to_json({n: body[n] for n in names}))
    if not hmac.compare_digest(mac(world.key, f"{world.key}{nonce}{stamp}{inner}".encode()).encode(), signature.lower().encode()):
        raise Code("000001")
    for n in [n for n, until in world.nonces.items() if until < now]:
        world.nonces.pop(n)
    if nonce in world.nonces:
        raise Code("000001")
    world.nonces[nonce] = now + 120_000


def process(world, query, raw):
    try:
        body = json.loads(raw.decode("utf-8"))
        to_json(body)
    except (ValueError, RecursionError):
        raise Code("000002") from None
    if not isinstance(body, dict):
        raise Code("000002")
    with world.lock:
        authenticate(world, query, body)
        name = body.get("activity")
        if not isinstance(name, str) or name not in SPEC:
            raise Code("000002")
        p = SimpleNamespace(body=body)
        for param, pattern in SPEC[name].items():
            value = body.get(param)
            if not isinstance(value, str) or not pattern.fullmatch(value):
                raise Code("000002")
            setattr(p, param, value)
        return HANDLERS[name](world, p) or {}


class Handler(BaseHTTPRequestHandler):
    world: World
    protocol_version = "HTTP/1.1"
    timeout = 30
    wbufsize = -1

    def do_POST(self):
        url, status, extra, code = urlsplit(self.path), 200, {}, "000000"
        try:
            length = self.headers.get("Content-Length", "")
            if not re.fullmatch("[0-9]{1,7}", length):
                self.close_connection = True
                raise Code("000002")
            raw = self.rfile.read(int(length))
            if url.path != "/isv":
                status = 404
                raise Code("000002")
            extra = process(self.world, parse_qs(url.query, keep_blank_values=True), raw)
        except Code as refused:
            code = refused.args[0]
        except OSError:
            self.close_connection = True
            return
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            code = "000005"
        data = to_json({"resultCode": code, "resultMsg": MESSAGES[code], **extra})
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    if not os.environ.get("KOOGALLERY_KEY"):
        sys.exit("KOOGALLERY_KEY is not set")
    Handler.world = World(os.environ["KOOGALLERY_KEY"])
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Handler)
    print(f"Sells at http://127.0.0.1:{server.server_port}/isv", flush=True)
    server.serve_forever()
