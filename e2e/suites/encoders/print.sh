#!/usr/bin/env bash
# Prints the file "$KEY" with many programs. A line `== kind / name` comes before each.
set -eu -o pipefail
here=$(dirname "${BASH_SOURCE[0]}")

heading() { printf '\n== %s\n' "$*"; }

heading plain / cat
cat "$KEY"
heading plain / sed, CRLF
sed 's/$/\r/' "$KEY"
heading plain / sed, indented
sed 's/^/    /' "$KEY"
heading plain / tr, spaces
tr '\n' ' ' <"$KEY"
heading plain / bash printf %q
printf '%q' "$(cat "$KEY")"
heading plain / bash set -x
(set -x && : "$(cat "$KEY")") 2>&1
heading plain / env
env -i TEXT="$(cat "$KEY")" /usr/bin/env
heading plain / git diff
(git --no-pager diff --no-index --no-color /dev/null - <"$KEY" || test $? -eq 1) | grep -v index
heading plain / git diff --word-diff
(git --no-pager diff --no-index --color=always --word-diff=color /dev/null - <"$KEY" || test $? -eq 1) | grep -v index
heading plain / diff -u
diff -u --label a --label b /dev/null "$KEY" || test $? -eq 1
heading plain / cat -A
cat -A "$KEY"
heading plain / jq -Rs .
jq -Rs '{key: .}' "$KEY"
heading plain / jq @json twice
jq -Rs '{key: .} | tojson | tojson' "$KEY"
heading plain / jq @uri
jq -Rrs '@uri' "$KEY"
heading plain / jq @html
jq -Rrs '@html' "$KEY"
heading plain / jq @sh
jq -Rrs '@sh' "$KEY"
heading plain / as a Kubernetes Secret, stringData
printf 'apiVersion: v1\nkind: Secret\nstringData:\n  key: |\n' && sed 's/^/    /' "$KEY"

heading base64 / base64 -w0
base64 -w0 "$KEY"
heading base64 / base64
base64 "$KEY"
heading base64 / base64, no final newline
printf %s "$(cat "$KEY")" | base64
heading base64 / openssl base64
openssl base64 -in "$KEY"
heading base64 / openssl base64 -A
openssl base64 -A -in "$KEY"
heading base64 / basenc --base64url
basenc --base64url -w0 "$KEY"
heading base64 / jq @base64
jq -Rrs '@base64' "$KEY"
heading base64 / as a Kubernetes Secret, data
printf 'apiVersion: v1\nkind: Secret\ndata:\n  key: ' && base64 -w0 "$KEY"
heading larger / base64 -w0 of user:key
(printf ubuntu: && cat "$KEY") | base64 -w0
heading larger / base64 -w0 of JSON by jq
jq -Rs '{key: .}' "$KEY" | base64 -w0
heading base64 / base64 -w0 twice
base64 -w0 "$KEY" | base64 -w0

for width in 32 40 48 50 60 62 72 100; do
  heading cut / "fold -w $width"
  fold -w "$width" "$KEY"
  heading cut / "the body with fold -w $width"
  grep -v -e ----- -e : "$KEY" | tr -d '\n' | fold -w "$width"
done
heading cut / diff -y
diff -y "$KEY" /dev/null || test $? -eq 1
heading cut / sed l
sed -n l "$KEY"
heading cut / pr -m
pr -t -w 100 -2 "$KEY"

for width in 40 47 48 57 60 72 80 100 121; do
  heading wrapped / "base64 -w $width"
  base64 -w "$width" "$KEY"
  heading wrapped / "base64 -w $width of user:key"
  (printf ubuntu: && cat "$KEY") | base64 -w "$width"
done
heading wrapped / base64 -w 60 of CRLF
sed 's/\r*$/\r/' "$KEY" | base64 -w 60
heading wrapped / jq, base64 of JSON
jq -Rs '{key: .}' "$KEY" | base64
heading wrapped / openssl base64 of user:key
(printf ubuntu: && cat "$KEY") | openssl base64

heading escaped / PHP json_encode
php -r 'echo json_encode(["key" => file_get_contents(getenv("KEY"))]);' | base64 -w0
heading escaped / Perl escape_slash
perl -MJSON::PP -0777 -ne 'print JSON::PP->new->escape_slash->encode({ private_key => $_ })' "$KEY" | base64 -w0
heading escaped / jq @uri
jq -Rrs '"key=" + @uri' "$KEY" | base64 -w0

heading not promised / base64 twice
base64 "$KEY" | base64
heading not promised / hex
od -An -v -tx1 "$KEY" | tr -d ' \n'

php "$here/print.php"
ruby "$here/print.rb"
perl "$here/print.pl"
python3 "$here/print.py"
"$NODE" "$here/print.mjs"
"$GO_PRINT"
