import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lists orders, buys a certificate and pays for it, with the JDK (17 or newer) alone: the signature (SDK-HMAC-SHA256) is made here.
 *
 * With Huawei Cloud's SDK (com.huaweicloud.sdk:huaweicloud-sdk-bss) the SDK signs. This program does not use it and was not run with it.
 *
 *   eval "$(npx koosandbox env)" && java examples/sdk/Orders.java
 */
public class Orders {
    static final String URL = System.getenv("KOOSANDBOX_URL"), DOMAIN = System.getenv("HUAWEICLOUD_SDK_DOMAIN_ID");
    static final String AK = System.getenv("HUAWEICLOUD_SDK_AK"), SK = System.getenv("HUAWEICLOUD_SDK_SK");
    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static String hash(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** One signed call. Only SK, never a key made from it, signs; the path ends in a slash when it is signed; the query is sorted. */
    static String call(String method, String path, String query, String body) throws Exception {
        String date = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(Instant.now());
        URI uri = URI.create(URL + path + (query.isEmpty() ? "" : "?" + query));
        String names = "content-type;host;x-domain-id;x-sdk-date";
        String lines = "content-type:application/json\nhost:" + uri.getAuthority() + "\nx-domain-id:" + DOMAIN + "\nx-sdk-date:" + date + "\n";
        String canonical = String.join("\n", method, path.replaceAll("/?$", "/"), query, lines, names, hash(body));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SK.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = "SDK-HMAC-SHA256\n" + date + "\n" + hash(canonical);
        String signature = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        // HttpClient adds Host by itself.
        var request = HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json").header("X-Domain-Id", DOMAIN).header("X-Sdk-Date", date)
            .header("Authorization", "SDK-HMAC-SHA256 Access=" + AK + ", SignedHeaders=" + names + ", Signature=" + signature)
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        var response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 400) throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        return response.body();
    }

    /** The first value of a field. The JDK reads no JSON, and these answers are simple; use a JSON library in your own program. */
    static String first(String json, String field) {
        var found = Pattern.compile("\"" + field + "\":\"?([^\",}]*)").matcher(json);
        if (!found.find()) throw new IllegalStateException("The answer has no " + field + ": " + json);
        return found.group(1);
    }

    static void show(String what, String id) throws Exception {
        String order = call("GET", "/v2/orders/customer-orders/details/" + id, "", "");
        System.out.printf("%s %s: status %s, %s %s%n", what, id, first(order, "status"), first(order, "amount_after_discount"), first(order, "currency"));
    }

    public static void main(String[] args) throws Exception {
        if (URL == null || AK == null) throw new IllegalStateException("Run eval \"$(npx koosandbox env)\" first.");
        String list = call("GET", "/v2/orders/customer-orders", "limit=3", "");
        System.out.println(first(list, "total_count") + " orders, the newest is " + first(list, "order_id"));

        String certificate = """
            {"cert_brand":"GEOTRUST","cert_type":"OV_SSL_CERT","domain_type":"SINGLE_DOMAIN",
             "effective_time":1,"domain_numbers":1,"order_number":1,"agree_privacy_protection":true}""";
        String id = first(call("POST", "/v3/scm/certificates/buy", "", certificate), "order_id");
        show("bought", id);
        call("POST", "/v3/orders/customer-orders/pay", "", "{\"order_id\":\"" + id + "\",\"use_coupon\":\"NO\",\"use_discount\":\"NO\"}");
        show("paid", id);
    }
}
