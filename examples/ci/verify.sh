#!/bin/sh
# Checks a seller that runs at $SELLER, for any CI there is. Writes $REPORTS and ends with 1 when something is wrong.
#   SELLER=http://127.0.0.1:8080/isv KOOSANDBOX_KEY=the-sellers-key sh verify.sh
set -u
: "${SELLER:=http://127.0.0.1:8080/isv}" "${REPORTS:=reports}"
: "${KOOSANDBOX_KEY:?is the key (accessKey) that the seller was started with}"
export KOOSANDBOX_KEY PACT_DO_NOT_TRACK=true
wrong=0

# Every check runs, whatever the one before found.
npx --no koosandbox verify seller --url "$SELLER" \
  --junit "$REPORTS/seller.xml" --html "$REPORTS/seller.html" --markdown "$REPORTS/seller.md" || wrong=1

exit $wrong
