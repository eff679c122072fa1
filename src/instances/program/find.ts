/** Finds the authorized_keys files of all users, as sshd does, and edits them. */
export const find = `# Replaces the tokens of sshd_config in a pattern. Sets $path.
expand() {
  pattern=$1 path=''
  while :; do
    case $pattern in
      *%*) ;;
      *) break ;;
    esac
    path=$path\${pattern%%%*}
    pattern=\${pattern#*%}
    case $pattern in
      h*) path=$path$home ;;
      u*) path=$path$name ;;
      U*) path=$path$uid ;;
      %*) path=$path% ;;
      *) path=$path% pattern=x$pattern ;;
    esac
    pattern=\${pattern#?}
  done
  path=$path$pattern
  case $path in
    /*) ;;
    *) path=$home/$path ;;
  esac
}

# Prints the patterns of AuthorizedKeysFile. Arguments: those of sshd.
patterns() {
  sshd -T "$@" 2>/dev/null </dev/null | awk '$1 == "authorizedkeysfile" { $1 = ""; print; exit }'
}

# Prints the default of AuthorizedKeysFile, and all that the configuration sets, for an sshd that does not answer.
configured() {
  echo .ssh/authorized_keys .ssh/authorized_keys2
  grep -rhiE '^[[:space:]]*authorizedkeysfile' /etc/ssh | awk '{ gsub(/[="]/, " "); $1 = ""; print }'
}

visit_user() {
  case $uid:$gid in
    *[!0-9:]* | :* | *:) return ;;
  esac
  case $home in
    /*) ;;
    *) return ;;
  esac
  own=''
  # This takes time. Without a limit, a directory service with many users would make it hours.
  if [ -n "$has_match" ] && { [ -d "$home" ] || [ "$lookups" -lt 300 ]; }; then
    lookups=$((lookups + 1))
    own=$(patterns -C "user=$name,host=localhost,addr=127.0.0.1")
  fi
  for each in \${own:-$common}; do
    [ "$each" != none ] || continue
    expand "$each"
    visit "$path"
  done
}

for tool in awk cp head id ls mktemp mv readlink sha256sum tail tr wc; do
  command -v "$tool" >/dev/null || fail "$tool" 'this program is missing'
done
time_limit=''
if timeout -k 5 5 true; then
  time_limit='timeout -k 5 60'
elif command -v timeout >/dev/null; then
  time_limit='timeout -s KILL 60'
fi
common=$(patterns)
common=\${common:-$(configured)}
has_match=$(grep -rilE '^[[:space:]]*match[[:space:]]' /etc/ssh 2>/dev/null)
lookups=0
users=$(getent passwd 2>/dev/null || cat /etc/passwd)
[ -n "$users" ] || fail /etc/passwd 'no user could be read'
done=$newline
while IFS=: read -r name _ uid gid _ home _; do
  visit_user
done <<END
$users
END
while IFS= read -r each; do
  if [ -n "$each" ] && is_new "\${each#*:}"; then
    code=\${each%%:*}
    refuse "\${each#*:*:}" 'belongs to another user'
  fi
done <<END
$later
END
finish
`;
