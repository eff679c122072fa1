/** Start, messages, and end of the program. */
export const report = `# Edits all authorized_keys files. Every file is edited as the user who owns it.
set -uf
umask 077
cd / || exit 1
# Messages of programs could contain anything.
exec 2>/dev/null
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C
me=$(id -u)
found=0 changed=0 failed=0 problems=0 later='' done='' child=''
newline='
'

finish() {
  [ "$problems" -le 8 ] || printf '… and %s more\\n' "$((problems - 8))"
  printf 'ec2-key-pair: found=%s changed=%s failed=%s\\n' "$found" "$changed" "$failed"
  [ "$failed" = 0 ]
}

stop() {
  [ -z "$child" ] || kill "$child" 2>/dev/null
  wait
  note / 'The program was stopped by a signal'
  failed=$((failed + 1))
  # Files that it did not come to may have the key.
  found=$((found + 1))
  finish
  exit 1
}
trap stop HUP INT TERM

# Prints a path and a reason. Only the first ones: Systems Manager cuts off what is longer.
note() {
  problems=$((problems + 1))
  [ "$problems" -le 8 ] || return 0
  printf '%s: %s\\n' "$(printf %s "$1" | tr -c '[:print:]' '?' | cut -c 1-160)" "$2"
}

fail() {
  failed=$((failed + 1))
  note "$1" "$2"
}

# Counts a file that the user may read, but must not edit. It has the key if $code is 29.
refuse() {
  [ "$code" != 29 ] || found=$((found + 1))
  fail "$1" "$2"
}

# Counts the result of an edit, and prints why it failed.
count() {
  case $code in
    0) return ;;
    10 | 11 | 2[4-9]) found=$((found + 1)) ;;
  esac
  case $code in
    10) changed=$((changed + 1)) ;;
    11) ;;
    20) note "$1" 'is not a regular file, so sshd does not read it' ;;
    21) fail "$1" 'cannot be read' ;;
    22) fail "$1" 'is larger than 1 MB' ;;
    23) fail "$1" 'is not a text, or has a line with more than 16,384 characters' ;;
    24) fail "$1" 'no file can be written in its folder' ;;
    25) fail "$1" 'its owner, group, mode, ACL, or label cannot be kept' ;;
    26) fail "$1" 'cannot be replaced' ;;
    27) fail "$1" 'the other key is not there with the same options, so this one stays' ;;
    28) fail "$1" 'is being changed by another program' ;;
    29) fail "$1" 'belongs to another user' ;;
    30) fail "$1" 'has more than 3,000 keys' ;;
    31) fail "$1" 'cannot be read' ;;
    33) fail "$1" 'only root can edit it' ;;
    124 | 137) fail "$1" 'took too long' ;;
    *) fail "$1" "could not be edited (code $code)" ;;
  esac
}
`;
