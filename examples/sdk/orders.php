<?php

/**
 * Lists orders, buys a certificate and pays for it, with PHP 8 alone: the signature (SDK-HMAC-SHA256) is made here.
 *
 * With Huawei Cloud's SDK (composer require huaweicloud/huaweicloud-sdk-php) the SDK signs. This program does not use it and was not run with it.
 *
 *   eval "$(npx koosandbox env)" && php examples/sdk/orders.php
 */

[$url, $domain] = [getenv('KOOSANDBOX_URL'), getenv('HUAWEICLOUD_SDK_DOMAIN_ID')];
[$ak, $sk] = [getenv('HUAWEICLOUD_SDK_AK'), getenv('HUAWEICLOUD_SDK_SK')];
if (!$url || !$ak) {
    fwrite(STDERR, 'Run eval "$(npx koosandbox env)" first.' . PHP_EOL);
    exit(1);
}

/** The headers of a signed call. Only SK, never a key made from it, signs; the path ends in a slash when it is signed. */
function signed(string $method, string $path, string $query, string $body): array
{
    global $url, $domain, $ak, $sk;
    $headers = [
        'content-type' => 'application/json',
        'host' => parse_url($url, PHP_URL_HOST) . (parse_url($url, PHP_URL_PORT) ? ':' . parse_url($url, PHP_URL_PORT) : ''),
        'x-domain-id' => $domain,
        'x-sdk-date' => gmdate('Ymd\THis\Z'),
    ];
    $names = implode(';', array_keys($headers)); // sorted already
    $lines = '';
    foreach ($headers as $name => $value) {
        $lines .= "$name:$value\n";
    }
    $canonical = implode("\n", [$method, rtrim($path, '/') . '/', $query, $lines, $names, hash('sha256', $body)]);
    $signature = hash_hmac('sha256', "SDK-HMAC-SHA256\n{$headers['x-sdk-date']}\n" . hash('sha256', $canonical), $sk);
    $headers['authorization'] = "SDK-HMAC-SHA256 Access=$ak, SignedHeaders=$names, Signature=$signature";
    return array_map(fn ($name, $value) => "$name: $value", array_keys($headers), $headers);
}

/** One call. What is signed is what is sent: the same bytes of the body, the same sorted query. */
function call(string $method, string $path, array $query = [], ?array $body = null): ?array
{
    global $url;
    ksort($query);
    $text = http_build_query($query, '', '&', PHP_QUERY_RFC3986);
    $data = $body === null ? '' : json_encode($body);
    $options = ['method' => $method, 'header' => signed($method, $path, $text, $data), 'content' => $data, 'ignore_errors' => true];
    $answer = file_get_contents($url . $path . ($text === '' ? '' : "?$text"), false, stream_context_create(['http' => $options]));
    $status = (int) explode(' ', $http_response_header[0] ?? '')[1];
    if ($answer === false || $status >= 400) {
        fwrite(STDERR, "$method $path: $status $answer\n");
        exit(1);
    }
    return json_decode($answer, true);
}

function show(string $what, string $id): void
{
    $order = call('GET', "/v2/orders/customer-orders/details/$id")['order_info'];
    echo "$what $id: status {$order['status']}, {$order['amount_after_discount']} {$order['currency']}\n";
}

$orders = call('GET', '/v2/orders/customer-orders', ['limit' => 3]);
echo "{$orders['total_count']} orders, the newest is {$orders['order_infos'][0]['order_id']}\n";

$id = call('POST', '/v3/scm/certificates/buy', body: [
    'cert_brand' => 'GEOTRUST',
    'cert_type' => 'OV_SSL_CERT',
    'domain_type' => 'SINGLE_DOMAIN',
    'effective_time' => 1,
    'domain_numbers' => 1,
    'order_number' => 1,
    'agree_privacy_protection' => true,
])['order_id'];
show('bought', $id);
call('POST', '/v3/orders/customer-orders/pay', body: ['order_id' => $id, 'use_coupon' => 'NO', 'use_discount' => 'NO']);
show('paid', $id);
