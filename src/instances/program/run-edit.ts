/** Shell functions that edit one path as the right user. */
export const runEdit = `# Runs a program without input, output, or environment. Sets $code; 1 and 125 to 127 mean that it could not be started.
run() {
  # shellcheck disable=SC2086 # A command and its options.
  env -i PATH="$PATH" LC_ALL=C $time_limit "$@" </dev/null >/dev/null 2>&1 &
  child=$!
  wait "$child"
  code=$?
  child=''
}

# Edits $1 as the user with the ID $2 and the group ID $3, whose name is $4.
edit_as() {
  path=$1 user_id=$2 group_id=$3 user_name=$4
  set -- /bin/sh -c "$edit_program" edit "$task" "$path" "$digest" "$other" "$blob"
  if [ "$user_id" = "$me" ]; then
    run "$@"
    return
  fi
  code=33
  [ "$me" = 0 ] || return
  for tool in setpriv groups runuser su; do
    case $tool in
      setpriv) run setpriv --reuid="$user_id" --regid="$group_id" --init-groups -- "$@" ;;
      groups) run setpriv --reuid="$user_id" --regid="$group_id" --clear-groups -- "$@" ;;
      runuser) run runuser -u "$user_name" -- "$@" ;;
      # The shell gets what follows the user's name.
      su) shift && run su -s /bin/sh "$user_name" "$@" ;;
    esac
    case $code in
      1 | 12[567]) ;;
      *) return ;;
    esac
  done
}

owner() {
  # shellcheck disable=SC2012 # The name is not used.
  ls -ldnL -- "$1" 2>/dev/null | awk 'NR == 1 { print $3 }'
}

# Whether $1, as user and file, was not edited before. Notes it.
is_new() {
  case $done in
    *"$newline$1$newline"*) return 1 ;;
  esac
  done=$done$1$newline
}

# Edits $1 as root, if only root can change what the path leads to.
visit_as_root() {
  if ! is_roots "$1"; then
    refuse "$1" "is root's, but others can change a folder on its way"
  elif is_new "0:$target"; then
    edit_as "$target" 0 0 root
    count "$1"
  fi
}

# Edits the file at $1 for sshd's user: as that user, or as root if it is root's.
visit() {
  [ -e "$1" ] || [ -L "$1" ] || is_hidden "\${1%/*}" || return 0
  real=$(readlink -f -- "$1" 2>/dev/null) || real=$1
  case $real in
    *[[:cntrl:]]*)
      fail "$1" 'leads to a name with control characters'
      return
      ;;
  esac
  if [ "$uid" = 0 ] && [ "$me" = 0 ]; then
    # Root does not look into a file that others can replace: it may have the key.
    code=29
    [ ! -e "$1" ] || visit_as_root "$1"
    return
  fi
  is_new "$uid:$real" || return 0
  edit_as "$1" "$uid" "$gid" "$name"
  case $code in
    29 | 31) ;;
    *)
      count "$1"
      return
      ;;
  esac
  owner=$(owner "$1")
  if [ "$owner" = 0 ]; then
    visit_as_root "$1"
  else
    later=$later$code:$owner:$real$newline
  fi
}

# Whether root cannot look into a folder, as on some network file systems.
is_hidden() {
  [ -n "$1" ] || return 1
  if [ -e "$1" ]; then
    [ ! -x "$1" ]
  else
    is_hidden "\${1%/*}"
  fi
}
`;
