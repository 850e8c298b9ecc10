"""Birch Docs - marketplace provisioning service. Everything it knows is in SQLite."""
import hashlib
import hmac
import json
import os
import re
import sqlite3
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

OK, UNAUTHORIZED, INVALID, UNKNOWN_INSTANCE, BROKEN = "000000", "000001", "000002", "000003", "000005"

SCHEMA = """
create table workspace (
    id text primary key,
    order_id text not null unique,
    order_line_id text not null,
    business_id text not null,
    state text not null default 'ACTIVE',
    expire_time text,
    product_id text
);
create table applied (
    workspace_id text not null, kind text not null, order_id text not null, order_line_id text not null,
    primary key (workspace_id, kind, order_id, order_line_id)
);
create table nonce (value text primary key, until integer not null);
"""


class ApiError(Exception):
    pass


class Database:
    def __init__(self):
        self.mutex = threading.Lock()
        self.conn = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.conn.row_factory = sqlite3.Row
        self.conn.executescript(SCHEMA)

    def __enter__(self):
        self.mutex.acquire()
        self.conn.execute("begin immediate")
        return self

    def __exit__(self, kind, *_):
        # A refused call leaves its nonce behind, an unexpected failure nothing.
        self.conn.execute("commit" if kind is None or issubclass(kind, ApiError) else "rollback")
        self.mutex.release()

    def run(self, sql, *args):
        return self.conn.execute(sql, args)

    def one(self, sql, *args):
        return self.run(sql, *args).fetchone()


class Request:
    """The validated members of a call."""

    def __init__(self, raw):
        try:
            self.data = json.loads(raw)
            if not isinstance(self.data, dict):
                raise ValueError
            names = sorted((n for n in self.data if self.data[n] is not None), key=lambda n: n.encode("utf-16-be"))
            self.signable = json.dumps({n: self.data[n] for n in names}, separators=(",", ":"), ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            raise ApiError(INVALID, "request body is not valid JSON")

    def need(self, name, maximum=64):
        value = self.data.get(name)
        if isinstance(value, str) and 1 <= len(value) <= maximum:
            return value
        raise ApiError(INVALID, "illegal parameter: " + name)

    def order(self):
        return self.need("orderId"), self.need("orderLineId")


class Provisioning:
    def __init__(self, key):
        self.key = key.encode()
        self.db = Database()

    def mac(self, data):
        return hmac.new(self.key, data, hashlib.sha256).hexdigest().encode()

    def verify(self, params, req):
        now = int(time.time() * 1000)
        ts, nonce, sig = params.get("timestamp", ""), params.get("nonce", ""), params.get("signature", "")
        if not re.fullmatch("[0-9]{13}", ts) or abs(int(ts) - now) > 60000:
            raise ApiError(INVALID, "illegal parameter: timestamp")
        if nonce == "":
            raise ApiError(INVALID, "illegal parameter: nonce")
        mine = self.mac(self.key + nonce.encode() + ts.encode() + self.mac(req.signable))
        if not hmac.compare_digest(mine, sig.lower().encode()):
            raise ApiError(UNAUTHORIZED, "authentication failed")
        self.db.run("delete from nonce where until < ?", now)
        if self.db.run("insert or ignore into nonce values (?, ?)", nonce, now + 120000).rowcount == 0:
            raise ApiError(UNAUTHORIZED, "replayed request")

    def serve(self, params, raw):
        req = Request(raw)
        with self.db:
            self.verify(params, req)
            method = getattr(self, "do_" + req.need("activity", 32), None)
            if method is None:
                raise ApiError(INVALID, "illegal parameter: activity")
            return method(req)

    def workspace(self, req, even_released=False):
        row = self.db.one("select * from workspace where id = ?", req.need("instanceId"))
        if row is None or (row["state"] == "RELEASED" and not even_released):
            raise ApiError(UNKNOWN_INSTANCE, "instance id does not exist")
        return row

    def first_time(self, row, kind, order):
        return self.db.run("insert or ignore into applied values (?, ?, ?, ?)", row["id"], kind, *order).rowcount == 1

    @staticmethod
    def access(wid):
        return {"frontEndUrl": f"https://birch.example.com/w/{wid}", "adminUrl": f"https://birch.example.com/w/{wid}/admin"}

    def do_newInstance(self, req):
        order_id, line_id = req.order()
        business_id = req.need("businessId")
        # The marketplace repeats a call it got no answer for: the unique order id keeps us from creating twice.
        self.db.run("insert into workspace (id, order_id, order_line_id, business_id) values (?, ?, ?, ?) on conflict (order_id) do nothing",
                    str(uuid.uuid4()), order_id, line_id, business_id)
        wid = self.db.one("select id from workspace where order_id = ?", order_id)["id"]
        return {"instanceId": wid, "appInfo": self.access(wid)}

    def do_queryInstance(self, req):
        ids = req.need("instanceId", 6500).split(",")
        if len(ids) > 100:
            raise ApiError(INVALID, "illegal parameter: instanceId")
        marks = ",".join("?" * len(ids))
        rows = self.db.run(f"select id from workspace where state <> 'RELEASED' and id in ({marks})", *ids).fetchall()
        if not rows:
            raise ApiError(UNKNOWN_INSTANCE, "instance id does not exist")
        return {"info": [{"instanceId": r["id"], "appInfo": self.access(r["id"])} for r in rows]}

    def do_refreshInstance(self, req):
        row = self.workspace(req)
        scene, expire = req.need("scene"), req.need("expireTime", 20)
        if scene not in ("TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE"):
            raise ApiError(INVALID, "illegal parameter: scene")
        if not re.fullmatch("[0-9]{14}|[0-9]{17}", expire):
            raise ApiError(INVALID, "illegal parameter: expireTime")
        if self.first_time(row, scene, req.order()):
            product = req.data.get("productId")
            self.db.run("update workspace set expire_time = ?, product_id = coalesce(?, product_id) where id = ?",
                        expire[:14], product if isinstance(product, str) and product else None, row["id"])
        return {}

    def do_updateInstanceStatus(self, req):
        row = self.workspace(req)
        state = {"FREEZE": "FROZEN", "UNFREEZE": "ACTIVE"}.get(req.need("status", 32))
        if state is None:
            raise ApiError(INVALID, "illegal parameter: status")
        self.db.run("update workspace set state = ? where id = ?", state, row["id"])
        return {}

    def do_releaseInstance(self, req):
        self.db.run("update workspace set state = 'RELEASED' where id = ?", self.workspace(req, even_released=True)["id"])
        return {}

    def do_upgradeInstance(self, req):
        self.first_time(self.workspace(req), "UPGRADE", req.order())
        return {}

    def do_changeInstanceCheck(self, req):
        self.workspace(req)
        if not req.data.get("productInfo"):
            raise ApiError(INVALID, "illegal parameter: productInfo")
        return {}


def make_handler(service):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        wbufsize = 65536

        def do_POST(self):
            target = urlsplit(self.path)
            status, extra = 200, {}
            try:
                length = self.headers.get("Content-Length") or ""
                if not (length.isascii() and length.isdigit() and len(length) < 8):
                    self.close_connection = True
                    raise ApiError(INVALID, "request body is too large or has no length")
                raw = self.rfile.read(int(length))
                if target.path == "/isv":
                    code, message = OK, "success"
                    extra = service.serve(dict(reversed(parse_qsl(target.query, keep_blank_values=True))), raw)
                else:
                    status, code, message = 404, INVALID, "no such address"
            except ApiError as e:
                code, message = e.args
            except OSError:
                self.close_connection = True
                return
            except Exception as e:
                print(f"{type(e).__name__}: {e}", file=sys.stderr)
                code, message = BROKEN, "internal service error"
            payload = json.dumps({"resultCode": code, "resultMsg": message[:255], **extra}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_):
            pass

    return Handler


class Server(ThreadingHTTPServer):
    request_queue_size = 128


if __name__ == "__main__":
    secret = os.environ.get("KOOGALLERY_KEY") or sys.exit("please set KOOGALLERY_KEY")
    server = Server(("127.0.0.1", int(os.environ.get("PORT", "8080"))), make_handler(Provisioning(secret)))
    print(f"Sells at http://127.0.0.1:{server.server_port}/isv", flush=True)
    server.serve_forever()
