/** Shell functions that find out whether only root can change what a path leads to. */
export const rootOnly = `# Whether only root can change what $1 leads to: all folders on the way, also on that of symbolic links. Sets $target.
is_roots() {
  rest=$1 target='' links=0
  while [ -n "$rest" ]; do
    part=\${rest%%/*}
    case $rest in
      */*) rest=\${rest#*/} ;;
      *) rest='' ;;
    esac
    case $part in
      '' | .) continue ;;
      ..)
        target=\${target%/*}
        continue
        ;;
    esac
    is_roots_folder "\${target:-/}" || return 1
    if [ -L "$target/$part" ]; then
      links=$((links + 1))
      [ "$links" -le 20 ] || return 1
      to=$(readlink -- "$target/$part") || return 1
      case $to in
        /*) target='' ;;
      esac
      rest=$to/$rest
    else
      target=$target/$part
    fi
  done
}

# Others may create files in a folder with the sticky bit, but cannot replace those of root.
is_roots_folder() {
  # shellcheck disable=SC2012 # The name is not used.
  set -- "$1" "$(ls -ldn -- "$1" | awk 'NR == 1 { print $1, $3 }')"
  case $2 in
    d*' 0') ;;
    *) return 1 ;;
  esac
  case $2 in
    d????w* | d???????w*) [ -k "$1" ] ;;
  esac
}
`;
