/** The shell program that edits one file. The other programs run it as the user who owns the file. */
export const edit = `# Edits one authorized_keys file. Arguments: the task, the path, the digest of the key to look for, and
#   for add: the type and the blob of the key to put beside it;
#   for remove: the digest of the key that must remain.
# The exit code says what happened.
set -uf
task=$1 file=$2 digest=$3
limit=1048576
temporary=
trap '[ -z "$temporary" ] || rm -f -- "$temporary"' EXIT
trap 'exit 39' HUP INT TERM

# Reads lines as sshd does: options, which may contain quoted blanks, then the type, the blob, and a comment.
reader='
function read(line, at, quoted, i, c) {
  if (length(line) > 16384) { bad = 23; exit bad }
  match(line, /^[ \\t]*/)
  at = RLENGTH + 1
  if (substr(line, at, 1) == "#") return 0
  if (readKey(line, at)) return 1
  for (i = at; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (c == "\\\\" && substr(line, i + 1, 1) == "\\"") i++
    else if (c == "\\"") quoted = !quoted
    else if (!quoted && (c == " " || c == "\\t")) break
  }
  match(substr(line, i), /^[ \\t]*/)
  return readKey(line, i + RLENGTH)
}
function readKey(line, at, words) {
  words = substr(line, at)
  if (!match(words, /^(ssh-rsa|ssh-ed25519)[ \\t]+/)) return 0
  words = substr(words, RLENGTH + 1)
  if (!match(words, /^[A-Za-z0-9+\\/=]+/)) return 0
  blob = substr(words, 1, RLENGTH)
  after = substr(words, RLENGTH + 1)
  if (after != "" && after !~ /^[ \\t\\r]/) return 0
  before = substr(line, 1, at - 1)
  options = before
  gsub(/^[ \\t]+|[ \\t]+$/, "", options)
  return 1
}
'

# shellcheck disable=SC2016 # This is a program for awk.
editor='
BEGIN { ORS = "" }
{
  lines[NR] = $0
  if (read($0)) has[options, blob] = 1
}
END {
  if (bad) exit bad
  newline = "\\n"
  for (i = 1; i <= NR; i++) {
    holds = read(lines[i])
    if (holds && blob == gone) {
      if (!has[options, stays]) exit 27
      changed = 1
      continue
    }
    write(lines[i])
    if (lines[i] ~ /\\r$/) newline = "\\r\\n"
    if (holds && blob == old && !has[options, new]) {
      has[options, new] = 1
      changed = 1
      if (i == NR && !ended) separator = newline
      write(before type " " new after)
    }
  }
  if (ended && written) print "\\n"
  exit (changed ? 0 : 11)
}
function write(line) {
  if (written) print separator
  written = 1
  separator = "\\n"
  print line
}
'

# Looks up the blobs of two digests among the keys in the file.
find_blobs() {
  found='' remaining=''
  blobs=$(head -c "$limit" <"$file" | tr -d '\\000' | awk "$reader"'
    read($0) && !seen[blob]++ { if (++count > 3000) exit 30; print blob }') || exit $?
  for blob in $blobs; do
    sum=$(printf %s "$blob" | sha256sum) && [ "\${#sum}" -gt 64 ] || exit 32
    case $sum in
      "$digest "*) found=$blob ;;
      "$1 "*) remaining=$blob ;;
    esac
  done
}

# Prints the content of $temporary as it has to be, and an x, which protects newlines at the end.
edited() {
  ended=1
  [ -z "$(tail -c 1 "$temporary")" ] || ended=''
  awk -v old="$old" -v type="$type" -v new="$new" -v gone="$gone" -v stays="$stays" -v ended="$ended" \\
    "$reader$editor" "$temporary"
  code=$?
  printf x
  return "$code"
}

# Type, mode, whether there is an ACL, owner, group, and SELinux label.
attributes() {
  # shellcheck disable=SC2012 # The name is not used.
  ls -ldn -- "$1" | awk 'NR == 1 { print $1, $3, $4 }'
  [ ! -e /sys/fs/selinux/enforce ] || stat -c %C -- "$1" 2>/dev/null
}

# Replaces the file, unless another program has changed it in the meantime.
replace() {
  name=$(mktemp -u "\${file%/*}/.ec2-key-pair-XXXXXXXXXXXX") || exit 24
  temporary=$name
  if ! (set -C && : >"$name"); then
    temporary=''
    exit 24
  fi
  cp --preserve=all -- "$file" "$temporary" || cp -p -- "$file" "$temporary" || exit 25
  kept=$(attributes "$file")
  sum=$(sha256sum <"$temporary")
  [ "$(tr -d '\\000' <"$temporary" | sha256sum)" = "$sum" ] || exit 23
  text=$(edited) || exit $?
  chmod u+w -- "$temporary" || exit 25
  printf %s "\${text%x}" >"$temporary" || exit 24
  [ "$(sha256sum <"$temporary")" = "$(printf %s "\${text%x}" | sha256sum)" ] || exit 24
  sync -- "$temporary" || sync
  case $kept in
    ??w*) ;;
    *) chmod u-w -- "$temporary" ;;
  esac
  [ "$(attributes "$temporary")" = "$kept" ] || exit 25
  [ "$(sha256sum <"$file")" = "$sum" ] || return 1
  mv -f -- "$temporary" "$file" || exit 26
  temporary=''
}

[ -e "$file" ] || exit 0
[ -f "$file" ] || exit 20
newline='
'
file=$(readlink -f -- "$file" && printf x) || exit 21
file=\${file%"\${newline}x"}
if [ ! -r "$file" ]; then
  [ -O "$file" ] && exit 21
  exit 31
fi
[ "$(head -c "$((limit + 1))" <"$file" | wc -c)" -le "$limit" ] || exit 22
case $task in
  add) find_blobs - ;;
  *) find_blobs "$4" ;;
esac
[ -n "$found" ] || exit 0
[ -O "$file" ] || exit 29
case $task in
  add) old=$found type=$4 new=$5 gone='' stays='' ;;
  *) old='' type='' new='' gone=$found stays=$remaining ;;
esac
for _ in 1 2 3; do
  replace && exit 10
  rm -f -- "$temporary"
  temporary=''
done
exit 28
`;
