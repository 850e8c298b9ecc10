// Lists orders, buys a certificate and pays for it, with the standard library alone: the signature (SDK-HMAC-SHA256) is made here.
//
// With Huawei Cloud's SDK (github.com/huaweicloud/huaweicloud-sdk-go-v3) the SDK signs. This program does not use it and was not run with it.
//
//	eval "$(npx koosandbox env)" && go run examples/sdk/orders.go
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

var address, ak, sk, domain = os.Getenv("KOOSANDBOX_URL"), os.Getenv("HUAWEICLOUD_SDK_AK"), os.Getenv("HUAWEICLOUD_SDK_SK"), os.Getenv("HUAWEICLOUD_SDK_DOMAIN_ID")

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// sign adds the headers of a signed call. Only SK, never a key made from it, signs; the path ends in a slash when it is signed.
func sign(request *http.Request, body string) {
	date := time.Now().UTC().Format("20060102T150405Z")
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Domain-Id", domain)
	request.Header.Set("X-Sdk-Date", date)
	names := "content-type;host;x-domain-id;x-sdk-date"
	lines := "content-type:application/json\nhost:" + request.URL.Host + "\nx-domain-id:" + domain + "\nx-sdk-date:" + date + "\n"
	// Encode sorts the names. It writes a space as "+", which is signed as "%20".
	query := strings.ReplaceAll(request.URL.Query().Encode(), "+", "%20")
	canonical := strings.Join([]string{request.Method, strings.TrimSuffix(request.URL.EscapedPath(), "/") + "/", query, lines, names, hash(body)}, "\n")
	mac := hmac.New(sha256.New, []byte(sk))
	mac.Write([]byte("SDK-HMAC-SHA256\n" + date + "\n" + hash(canonical)))
	signature := hex.EncodeToString(mac.Sum(nil))
	request.Header.Set("Authorization", fmt.Sprintf("SDK-HMAC-SHA256 Access=%s, SignedHeaders=%s, Signature=%s", ak, names, signature))
}

// call makes one call and reads its answer into `into`, unless that is nil.
func call(method, path, query, body string, into any) {
	target, err := url.Parse(address + path + query)
	if err != nil {
		log.Fatal(err)
	}
	request, err := http.NewRequest(method, target.String(), strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	sign(request, body)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, _ := io.ReadAll(response.Body)
	if response.StatusCode >= 400 {
		log.Fatalf("%s %s: %d %s", method, path, response.StatusCode, answer)
	}
	if into != nil {
		if err := json.Unmarshal(answer, into); err != nil {
			log.Fatal(err)
		}
	}
}

type order struct {
	Id       string  `json:"order_id"`
	Status   int     `json:"status"`
	Amount   float64 `json:"amount_after_discount"`
	Currency string  `json:"currency"`
}

func show(what, id string) {
	var details struct {
		Order order `json:"order_info"`
	}
	call("GET", "/v2/orders/customer-orders/details/"+id, "", "", &details)
	fmt.Printf("%s %s: status %d, %v %s\n", what, id, details.Order.Status, details.Order.Amount, details.Order.Currency)
}

func main() {
	if address == "" || ak == "" {
		log.Fatal(`Run eval "$(npx koosandbox env)" first.`)
	}
	var list struct {
		Total  int     `json:"total_count"`
		Orders []order `json:"order_infos"`
	}
	call("GET", "/v2/orders/customer-orders", "?limit=3", "", &list)
	fmt.Printf("%d orders, the newest is %s\n", list.Total, list.Orders[0].Id)

	var bought order
	call("POST", "/v3/scm/certificates/buy", "", `{"cert_brand":"GEOTRUST","cert_type":"OV_SSL_CERT","domain_type":"SINGLE_DOMAIN",
		"effective_time":1,"domain_numbers":1,"order_number":1,"agree_privacy_protection":true}`, &bought)
	show("bought", bought.Id)
	call("POST", "/v3/orders/customer-orders/pay", "", `{"order_id":"`+bought.Id+`","use_coupon":"NO","use_discount":"NO"}`, nil)
	show("paid", bought.Id)
}
