#!/bin/sh
# Checks a seller that runs at $SELLER, for any CI there is. Writes $REPORTS and ends with 1 when something is wrong.
#   SELLER=http://127.0.0.1:8080/isv KOOSANDBOX_KEY=the-sellers-key VERSION=$(git rev-parse HEAD) sh verify.sh
set -u
: "${SELLER:=http://127.0.0.1:8080/isv}" "${REPORTS:=reports}" "${PACTS:=pacts}" "${RECORDS:=contracts/results}"
: "${KOOSANDBOX_KEY:?is the key (accessKey) that the seller was started with}"
: "${VERSION:?is what is being verified, a commit for example}"
export KOOSANDBOX_KEY PACT_DO_NOT_TRACK=true
wrong=0

# Every check runs, whatever the one before found.
npx --no koosandbox verify seller --url "$SELLER" \
  --junit "$REPORTS/seller.xml" --html "$REPORTS/seller.html" --markdown "$REPORTS/seller.md" || wrong=1

npx --no koosandbox contract verify seller --url "$SELLER" \
  --junit "$REPORTS/contract.xml" --html "$REPORTS/contract.html" --markdown "$REPORTS/contract.md" \
  --record-results "$RECORDS" --provider-name my-seller --provider-version "$VERSION" || wrong=1

# Pacts of your own calls to the cloud APIs, if there are any.
if [ -d "$PACTS" ]; then
  npx --no koosandbox contract verify consumer "$PACTS" \
    --junit "$REPORTS/pacts.xml" --html "$REPORTS/pacts.html" --markdown "$REPORTS/pacts.md" \
    --record-results "$RECORDS" --consumer-version "$VERSION" || wrong=1
fi

exit $wrong
