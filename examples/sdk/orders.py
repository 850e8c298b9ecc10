"""Lists orders, buys a certificate and pays for it, with the standard library alone: the signature (SDK-HMAC-SHA256) is made here.

With Huawei Cloud's SDK (`pip install huaweicloudsdkbss`) the SDK signs. This program does not use it and was not run with it.

    eval "$(npx koosandbox env)" && python3 examples/sdk/orders.py
"""
import hashlib
import hmac
import json
import os
import sys
from datetime import datetime, timezone
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

if not os.environ.get("KOOSANDBOX_URL") or not os.environ.get("HUAWEICLOUD_SDK_AK"):
    sys.exit('Run eval "$(npx koosandbox env)" first.')
URL = os.environ["KOOSANDBOX_URL"]
AK, SK = os.environ["HUAWEICLOUD_SDK_AK"], os.environ["HUAWEICLOUD_SDK_SK"]
DOMAIN = os.environ["HUAWEICLOUD_SDK_DOMAIN_ID"]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def signed(method, path, query, body):
    """The headers of a signed call. Only SK, never a key made from it, signs; the path ends in a slash when it is signed."""
    headers = {
        "content-type": "application/json",
        "host": urlsplit(URL).netloc,
        "x-domain-id": DOMAIN,
        "x-sdk-date": datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ"),
    }
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
    slashed = quote(path, safe="/-_.~") + ("" if path.endswith("/") else "/")
    canonical = "\n".join([method, slashed, query, lines, names, sha256(body)])
    text = "\n".join(["SDK-HMAC-SHA256", headers["x-sdk-date"], sha256(canonical.encode())])
    signature = hmac.new(SK.encode(), text.encode(), hashlib.sha256).hexdigest()
    headers["authorization"] = f"SDK-HMAC-SHA256 Access={AK}, SignedHeaders={names}, Signature={signature}"
    return headers


def call(method, path, query=None, body=None):
    """One call. What is signed is what is sent: the same bytes of the body, the same sorted query."""
    data = b"" if body is None else json.dumps(body).encode()
    text = urlencode(sorted((query or {}).items()), quote_via=quote, safe="-_.~")
    request = Request(URL + path + (f"?{text}" if text else ""), data or None, signed(method, path, text, data), method=method)
    try:
        with urlopen(request) as response:
            answer = response.read()
    except HTTPError as error:
        sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")
    return json.loads(answer) if answer else None


def show(what, order_id):
    order = call("GET", f"/v2/orders/customer-orders/details/{order_id}")["order_info"]
    print(f"{what} {order_id}: status {order['status']}, {order['amount_after_discount']} {order['currency']}")


orders = call("GET", "/v2/orders/customer-orders", {"limit": 3})
print(f"{orders['total_count']} orders, the newest is {orders['order_infos'][0]['order_id']}")

certificate = {
    "cert_brand": "GEOTRUST",
    "cert_type": "OV_SSL_CERT",
    "domain_type": "SINGLE_DOMAIN",
    "effective_time": 1,
    "domain_numbers": 1,
    "order_number": 1,
    "agree_privacy_protection": True,
}
bought = call("POST", "/v3/scm/certificates/buy", body=certificate)["order_id"]
show("bought", bought)
call("POST", "/v3/orders/customer-orders/pay", body={"order_id": bought, "use_coupon": "NO", "use_discount": "NO"})
show("paid", bought)
