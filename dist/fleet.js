import { CancelCommand$, DescribeInstanceInformation$, ListCommandInvocations$, SSMClient, SendCommand$, _ep0, _mw0, command } from "./ssm.js";
import { DamagedResponseError, EC2Client, exactPattern, failureOf, isNamed, required } from "./aws.js";
import { explain } from "./release.js";
import { DescribeInstancesCommand } from "./DescribeInstancesCommand.js";
import { instanceIdPattern } from "./start.js";
const { createHash } = process.getBuiltinModule("node:crypto");
// src/instances/program/edit.ts
const edit = `# Edits one authorized_keys file. Arguments: the task, the path, the digest of the key to look for, and
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
// src/instances/program/find.ts
const find = `# Replaces the tokens of sshd_config in a pattern. Sets $path.
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
// src/instances/program/report.ts
const report = `# Edits all authorized_keys files. Every file is edited as the user who owns it.
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
// src/instances/program/root-only.ts
const rootOnly = `# Whether only root can change what $1 leads to: all folders on the way, also on that of symbolic links. Sets $target.
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
// src/instances/program/run-edit.ts
const runEdit = `# Runs a program without input, output, or environment. Sets $code; 1 and 125 to 127 mean that it could not be started.
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
// src/instances/authorized-keys.ts
function keyDigest(blob) {
	return createHash("sha256").update(checkBlob(blob)).digest("hex");
}
function programToAdd({ oldDigest, newKey: { type, blob } }) {
	if (keyDigest(blob) === oldDigest) throw new RangeError("The new key is the old key");
	return program({
		task: "add",
		digest: checkDigest(oldDigest),
		other: checkType(type),
		blob
	});
}
function programToRemove({ digest, remainingDigest }) {
	if (digest === remainingDigest) throw new RangeError("The key cannot be removed and remain");
	return program({
		task: "remove",
		digest: checkDigest(digest),
		other: checkDigest(remainingDigest),
		blob: ""
	});
}
const errors = "\n----------ERROR-------\n";
function readReport(output) {
	const [printed = ""] = output.split(errors);
	const last = printed.trimEnd().split("\n").at(-1) ?? "";
	const match = /^ec2-key-pair: found=(\d{1,6}) changed=(\d{1,6}) failed=(\d{1,6})$/.exec(last);
	if (match === null) return void 0;
	const [found = 0, changed = 0, failed = 0] = match.slice(1).map(Number);
	return {
		found,
		changed,
		failed
	};
}
function program(values) {
	const { task, digest, other, blob } = values;
	return `${`task=${task} digest=${digest} other=${other} blob=${blob}\n`}${`edit_program='${edit.replaceAll("'", String.raw`'\''`)}'\n`}${report}${rootOnly}${runEdit}${find}`.trimEnd().split("\n");
}
function checkDigest(digest) {
	if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError("The digest is not 64 hexadecimal digits");
	return digest;
}
function checkType(type) {
	if (type !== "ssh-rsa" && type !== "ssh-ed25519") throw new RangeError("EC2 has no such type of key");
	return type;
}
function checkBlob(blob) {
	if (!/^[A-Za-z0-9+/]{40,4000}={0,2}$/.test(blob)) throw new RangeError("The blob is not base64");
	return blob;
}
// @aws-sdk/client-ssm
var CancelCommandCommand = class extends command(_ep0, _mw0, "CancelCommand", CancelCommand$) {};
var DescribeInstanceInformationCommand = class extends command(_ep0, _mw0, "DescribeInstanceInformation", DescribeInstanceInformation$) {};
var ListCommandInvocationsCommand = class extends command(_ep0, _mw0, "ListCommandInvocations", ListCommandInvocations$) {};
var SendCommandCommand = class extends command(_ep0, _mw0, "SendCommand", SendCommand$) {};
// src/instances/commands.ts
const documentName = "AWS-RunShellScript";
const deliveryTimeout = 60;
const executionTimeout = 120;
const pageSize$1 = 50;
var Commands = class {
	#client;
	#session;
	constructor(session) {
		this.#client = session.client(SSMClient);
		this.#session = session;
	}
	async managed(instanceIds) {
		try {
			return await this.#managed(instanceIds);
		} catch (error) {
			if (!isNamed(error, "InvalidInstanceId")) throw error;
			if (instanceIds.length === 1) return new Map();
			const half = Math.ceil(instanceIds.length / 2);
			const [first, second] = [instanceIds.slice(0, half), instanceIds.slice(half)];
			return new Map([...await this.managed(first), ...await this.managed(second)]);
		}
	}
	#managed(instanceIds) {
		return this.#explained("ssm:DescribeInstanceInformation", "look up managed instances", async () => {
			const found = new Map();
			const Filters = [{
				Key: "InstanceIds",
				Values: [...instanceIds]
			}];
			let NextToken;
			do {
				const command = new DescribeInstanceInformationCommand({
					Filters,
					MaxResults: pageSize$1,
					NextToken
				});
				const page = await this.#send((options) => this.#client.send(command, options));
				for (const { InstanceId = "", PingStatus = "", PlatformType = "" } of required(page.InstanceInformationList)) found.set(InstanceId, {
					pingStatus: PingStatus,
					platform: PlatformType
				});
				({NextToken} = page);
			} while (NextToken !== void 0 && NextToken !== "");
			return found;
		});
	}
	start(program, instanceIds, { comment, onResponseLost }) {
		const action = `ssm:SendCommand on document/${documentName} and on the instances`;
		return this.#explained(action, `run a command on ${counted$1(instanceIds)}`, () => {
			const command = new SendCommandCommand({
				DocumentName: documentName,
				InstanceIds: [...instanceIds],
				Comment: comment,
				TimeoutSeconds: deliveryTimeout,
				MaxErrors: "100%",
				Parameters: {
					commands: [...program],
					executionTimeout: [String(executionTimeout)]
				}
			});
			return this.#send(async (options) => {
				try {
					return required((await this.#client.send(command, options)).Command?.CommandId);
				} catch (error) {
					if (failureOf(error) === "uncertain") onResponseLost();
					throw error;
				}
			});
		});
	}
	async invocationsOf(commandId) {
		try {
			return await this.#list({
				CommandId: commandId,
				Details: true
			});
		} catch (error) {
			if (isNamed(error, "InvalidCommandId")) return [];
			throw error;
		}
	}
	async requireReadable() {
		await this.#explained("ssm:ListCommandInvocations", looking, () => this.#send((options) => this.#client.send(new ListCommandInvocationsCommand({ MaxResults: 1 }), options)));
	}
	async invocationsWith(comment, since) {
		const invokedAfter = since?.toISOString().replace(/\.\d+/, "");
		return (await this.#list({ Filters: [{
			key: "DocumentName",
			value: documentName
		}, ...invokedAfter === void 0 ? [] : [{
			key: "InvokedAfter",
			value: invokedAfter
		}]] })).filter(({ Comment }) => Comment === comment);
	}
	async cancel(commandId) {
		await this.#explained("ssm:CancelCommand", `cancel command ${commandId}`, () => this.#send((options) => this.#client.send(new CancelCommandCommand({ CommandId: commandId }), options)));
	}
	#list(input) {
		return this.#explained("ssm:ListCommandInvocations", looking, async () => {
			const found = [];
			let NextToken;
			do {
				const command = new ListCommandInvocationsCommand({
					...input,
					MaxResults: pageSize$1,
					NextToken
				});
				const page = await this.#send((options) => this.#client.send(command, options));
				found.push(...required(page.CommandInvocations));
				({NextToken} = page);
			} while (NextToken !== void 0 && NextToken !== "");
			return found;
		});
	}
	#send(call) {
		return this.#session.retry.idempotent((abortSignal) => call({ abortSignal }), title);
	}
	async #explained(action, doing, work) {
		try {
			return await work();
		} catch (error) {
			throw explain(error, {
				service: title,
				action,
				doing,
				region: this.#session.region
			});
		}
	}
};
const title = "Systems Manager";
const looking = "look up what commands have done";
function counted$1(instanceIds) {
	const [first = ""] = instanceIds;
	return instanceIds.length === 1 ? `instance ${first}` : `${instanceIds.length} instances`;
}
// src/instances/launched.ts
const states = [
	"pending",
	"running",
	"stopping",
	"stopped"
];
const pageSize = 1e3;
async function launchedWith(keyName, session) {
	const client = session.client(EC2Client);
	const Filters = [{
		Name: "key-name",
		Values: [exactPattern(keyName)]
	}, {
		Name: "instance-state-name",
		Values: states
	}];
	const found = new Map();
	try {
		let NextToken;
		do {
			const command = new DescribeInstancesCommand({
				Filters,
				MaxResults: pageSize,
				NextToken
			});
			const page = await session.retry.idempotent((abortSignal) => client.send(command, { abortSignal }));
			for (const one of instancesIn(required(page.Reservations), keyName)) found.set(one.instanceId, one);
			({NextToken} = page);
		} while (NextToken !== void 0 && NextToken !== "");
	} catch (error) {
		const doing = `look up the instances that were launched with key pair "${keyName}"`;
		const { region } = session;
		throw explain(error, {
			service: "EC2",
			action: "ec2:DescribeInstances",
			doing,
			region
		});
	}
	return [...found.values()];
}
function instancesIn(reservations, keyName) {
	return reservations.flatMap(({ Instances = [] }) => Instances).filter(({ KeyName }) => KeyName === keyName).map(({ InstanceId, State, Platform }) => ({
		instanceId: requiredId(InstanceId),
		state: State?.Name ?? "unknown",
		isWindows: Platform?.toLowerCase() === "windows"
	}));
}
function requiredId(id) {
	if (id !== void 0 && instanceIdPattern.test(id)) return id;
	throw new DamagedResponseError("the response lacks the ID of an instance");
}
// src/instances/reach.ts
function reachOf({ instanceId, state, isWindows }, managed) {
	return {
		instanceId,
		unreachable: isWindows ? ofWindows : notRunning(state) ?? lost(managed.get(instanceId))
	};
}
const ofWindows = "runs Windows";
function notRunning(state) {
	return state === "running" ? void 0 : `is ${state}`;
}
function lost(managed) {
	if (managed === void 0) return "is not managed by Systems Manager";
	const { pingStatus, platform } = managed;
	if (platform !== "Linux") return platform === "Windows" ? ofWindows : `runs ${platform}`;
	return pingStatus === "Online" ? void 0 : "has lost its connection to Systems Manager";
}
// src/instances/outcome.ts
const unfinished = [
	"Pending",
	"InProgress",
	"Delayed",
	"Cancelling"
];
const neverRun = {
	DeliveryTimedOut: "did not take the command in time",
	Undeliverable: "could not be reached",
	InvalidPlatform: "runs another operating system than Linux",
	AccessDenied: "does not allow the command"
};
const longestReason = 160;
function isFinal({ Status }) {
	return Status !== void 0 && !unfinished.includes(Status);
}
function outcomeOf({ Status, StatusDetails = "", CommandPlugins }) {
	const details = StatusDetails.replaceAll(" ", "");
	const never = neverRun[details];
	if (never !== void 0) return {
		is: "not-run",
		why: never
	};
	const output = standardOutputIn(CommandPlugins?.map(({ Output = "" }) => Output).join("\n") ?? "");
	const report = readReport(output);
	if (report === void 0) return {
		is: "failed",
		why: withoutReport(Status, details)
	};
	const { found, changed, failed } = report;
	if (failed > 0) return {
		is: "failed",
		why: `could not change ${counted(failed)}${firstProblem(output)}`,
		...found === changed ? { onlyUnreadable: true } : {}
	};
	if (Status !== "Success") return {
		is: "failed",
		why: withoutReport(Status, details)
	};
	return {
		is: "done",
		found,
		changed
	};
}
function withoutReport(status, details) {
	if (status === "Success") return "sent no readable report";
	if (status === "Cancelled") return "ran a command that was canceled";
	return details === "ExecutionTimedOut" ? "did not complete the command in time" : "failed to run the command";
}
function standardOutputIn(output) {
	return output.replace(/\n?-+ERROR-+\n[\s\S]*$/, "");
}
function counted(files) {
	return files === 1 ? "a file" : `${files} files`;
}
function firstProblem(output) {
	const line = output.split("\n").map((one) => one.trim()).find((one) => one.startsWith("/"));
	return line === void 0 ? "" : ` (${line.slice(0, longestReason).replace(/[^ -~]|#(?=\[)/g, "?")})`;
}
// src/instances/runs.ts
const batchSize = 50;
const commandTime = 2e5;
const clockTolerance = 6e4;
var Runs = class {
	#commands;
	#retry;
	constructor(commands, retry) {
		this.#commands = commands;
		this.#retry = retry;
	}
	async run(program, instanceIds, run) {
		const outcomes = new Map();
		const started = [];
		for (const batch of batchesOf(instanceIds)) started.push(...await this.#start(program, batch, run, outcomes));
		await this.#waitFor(commandTime, async () => {
			for (const { commandId, waiting } of started) {
				if (waiting.size === 0) continue;
				for (const invocation of await this.#commands.invocationsOf(commandId)) {
					const { InstanceId = "" } = invocation;
					if (isFinal(invocation) && waiting.delete(InstanceId)) outcomes.set(InstanceId, outcomeOf(invocation));
				}
			}
			return started.every(({ waiting }) => waiting.size === 0);
		});
		for (const { waiting } of started) for (const id of waiting) outcomes.set(id, {
			is: "failed",
			why: "did not complete the command in time"
		});
		return inOrder(outcomes, instanceIds);
	}
	async #start(program, batch, run, outcomes, wasLost = false) {
		let isLost = wasLost;
		try {
			const commandId = await this.#commands.start(program, batch, {
				comment: commentOf(run.mark),
				onResponseLost: () => {
					isLost = true;
					run.onMayRun?.(batch);
				}
			});
			run.onMayRun?.(batch);
			run.onSent?.(batch, commandId);
			return [{
				commandId,
				waiting: new Set(batch)
			}];
		} catch (error) {
			if (!isNamed(error, "InvalidInstanceId")) throw error;
			const [only = "", ...others] = batch;
			if (others.length === 0) {
				outcomes.set(only, {
					is: isLost ? "failed" : "not-run",
					why: "cannot be reached by Systems Manager any more"
				});
				return [];
			}
			const half = Math.ceil(batch.length / 2);
			return [...await this.#start(program, batch.slice(0, half), run, outcomes, isLost), ...await this.#start(program, batch.slice(half), run, outcomes, isLost)];
		}
	}
	async stop(mark, since) {
		const after = since && new Date(since.getTime() - clockTolerance);
		const look = () => this.#commands.invocationsWith(commentOf(mark), after);
		let seen = [];
		await this.#retry.look(async () => {
			seen = await look();
		});
		const running = () => seen.filter((one) => !isFinal(one));
		for (const commandId of new Set(running().map(({ CommandId = "" }) => CommandId))) await this.#commands.cancel(commandId).catch(() => void 0);
		await this.#waitFor(commandTime, async () => {
			if (running().length > 0) seen = await look();
			return running().length === 0;
		});
		return [...new Set(running().map(({ InstanceId = "" }) => InstanceId))];
	}
	async #waitFor(time, look) {
		const end = performance.now() + time;
		const next = this.#retry.tries();
		while (!await look()) if (performance.now() > end || !await next("all").catch(() => false)) return;
	}
};
function inOrder(outcomes, instanceIds) {
	const place = new Map(instanceIds.map((id, index) => [id, index]));
	return new Map([...outcomes].toSorted(([one], [other]) => (place.get(one) ?? 0) - (place.get(other) ?? 0)));
}
function commentOf(mark) {
	return `EC2 key pair rotation ${mark}`;
}
function batchesOf(items) {
	const count = Math.ceil(items.length / batchSize);
	return Array.from({ length: count }, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}
// src/instances/fleet.ts
function openFleet(session) {
	const commands = new Commands(session);
	const runs = new Runs(commands, session.retry);
	return {
		digestOf: (key) => keyDigest(blobOf(key)),
		async find(keyName) {
			const launched = await launchedWith(keyName, session);
			const running = launched.filter(({ state, isWindows }) => state === "running" && !isWindows);
			const managed = new Map((await Promise.all(batchesOf(running).map((batch) => commands.managed(idsOf(batch))))).flatMap((found) => [...found]));
			return launched.map((instance) => reachOf(instance, managed));
		},
		requireReadable: () => commands.requireReadable(),
		add({ oldDigest, newKey }, instanceIds, run) {
			const program = programToAdd({
				oldDigest,
				newKey: {
					type: newKey.type === "rsa" ? "ssh-rsa" : "ssh-ed25519",
					blob: blobOf(newKey)
				}
			});
			return runs.run(program, instanceIds, run);
		},
		remove: (keys, instanceIds, run) => runs.run(programToRemove(keys), instanceIds, run),
		stop: (mark, since) => runs.stop(mark, since)
	};
}
function blobOf({ blob }) {
	return blob.toString("base64");
}
function idsOf(instances) {
	return instances.map(({ instanceId }) => instanceId);
}
export { openFleet };
