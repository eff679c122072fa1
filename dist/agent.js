import { KeyPairError, childEnvironment, hasCode, processNumbers, shellWord, stringsIn, trySignal } from "./start.js";
import { MaskedPrivateKey } from "./aws.js";
import { generatePrivateKey } from "./existing-pair.js";
const { promisify } = process.getBuiltinModule("node:util");
const { createHash } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
const { chmodSync, existsSync, mkdirSync, rmSync, rmdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { execFile, spawn } = process.getBuiltinModule("node:child_process");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");
// src/destinations/agent/ssh-files.ts
function sshFile(program, { environment, socket }, { isWindows, exists } = {
	isWindows: path.sep === path.win32.sep,
	exists: existsSync
}) {
	if (!isWindows) return program;
	const onPath = (environment["PATH"] ?? "").split(";").filter((folder) => path.win32.isAbsolute(folder));
	const ofGit = onPath.flatMap((folder) => {
		if (folder.toLowerCase().endsWith("\\usr\\bin")) return folder;
		return exists(path.win32.join(folder, "git.exe")) ? path.win32.join(folder, "..", "usr", "bin") : [];
	});
	return (socket.startsWith("\\\\.\\pipe\\") ? onPath : [...ofGit, ...onPath]).map((folder) => path.win32.join(folder, `${program}.exe`)).find(exists) ?? path.win32.join("C:\\", "not on PATH", `${program}.exe`);
}
// src/destinations/agent/ssh-programs.ts
const timeLimit$1 = 1e4;
const maxPrinted$1 = 1048576;
const programFolder = path.resolve("/");
async function keysInAgent(socket, environment) {
	const { status, printed } = await sshAdd(["-L"], {
		socket,
		environment
	});
	if (status === void 0) return "silent";
	if (status === 1) return [];
	if (status !== 0) return "gone";
	return printed.split("\n").map((line) => line.split(" ", 2).join(" "));
}
function sshAdd(args, options) {
	const { socket, environment, input = "" } = options;
	return new Promise((resolve, reject) => {
		const child = spawn(sshFile("ssh-add", options), args, {
			cwd: programFolder,
			env: {
				...environment,
				SSH_AUTH_SOCK: socket
			},
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			signal: AbortSignal.timeout(timeLimit$1),
			killSignal: "SIGKILL",
			windowsHide: true
		});
		let printed = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			if (printed.length < maxPrinted$1) printed += text;
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
		child.once("error", (error) => {
			if (error.name === "AbortError") resolve({
				status: void 0,
				printed
			});
			else reject(notRunnable("ssh-add", error));
		});
		child.once("close", (status) => resolve({
			status: status ?? void 0,
			printed
		}));
	});
}
function notRunnable(program, error) {
	const why = hasCode(error, "ENOENT") ? "it is not installed, or not on PATH" : "the system refused it";
	return new KeyPairError("NO_SSH_AGENT", `Cannot run ${program}: ${why}.`, {
		hint: "Install the OpenSSH client in the container or on the runner (package openssh-client or openssh-clients; on Windows, Git), or leave out ssh-agent and use the private key file.",
		cause: error
	});
}
// src/destinations/agent/remove-from-agent.ts
const lifeOfProbe = "1";
async function removeFromAgent(key, context) {
	const { socket, publicKey } = key;
	const { childEnvironment: environment } = context;
	await inFolder(key, context, (folder) => rmSync(folder, {
		recursive: true,
		force: true
	}));
	const before = await keysInAgent(socket, environment);
	if (before === "gone") return "absent";
	if (before === "silent") return { why: "the agent does not answer" };
	if (!before.includes(publicKey)) return before.length > 0 || await takesKeys(socket, context) ? "absent" : { why: "the agent takes no keys now, as one that is locked, so it does not show whether it has this one" };
	await remove(key, context);
	const after = await keysInAgent(socket, environment);
	return after === "silent" || after !== "gone" && after.includes(publicKey) ? { why: "the agent did not remove it" } : "removed";
}
async function takesKeys(socket, context) {
	const { childEnvironment: environment } = context;
	const probe = await MaskedPrivateKey.mask(await generatePrivateKey("ed25519"), async () => {});
	const input = await probe.as("openssh", { comment: "is this agent locked?" });
	const { status } = await sshAdd([
		"-q",
		"-t",
		lifeOfProbe,
		"-"
	], {
		socket,
		environment,
		input
	});
	if (status === 0) await remove({
		socket,
		publicKey: probe.publicKey.openSshLine()
	}, context);
	return status === 0;
}
async function remove(key, context) {
	try {
		await sshAdd([
			"-q",
			"-d",
			await inFolder(key, context, (folder) => writePublicKey(key, folder))
		], {
			socket: key.socket,
			environment: context.childEnvironment
		});
	} finally {
		rmSync(folderFor(key, context), {
			recursive: true,
			force: true
		});
	}
}
function writePublicKey({ publicKey }, folder) {
	mkdirSync(folder, { mode: 448 });
	const file = path.join(folder, "key.pub");
	writeFileSync(file, `${publicKey}\n`, { flag: "wx" });
	return file;
}
async function inFolder(key, context, act) {
	try {
		return act(folderFor(key, context));
	} catch (cause) {
		const { whyNotWritable } = await import("./given-file.js");
		const why = `Cannot write the file that ssh-add needs in ${context.temp}${whyNotWritable(cause)}.`;
		throw new KeyPairError("NO_SSH_AGENT", why, { cause });
	}
}
function folderFor({ socket, publicKey }, { temp }) {
	const hash = createHash("sha256").update(`${socket}\n${publicKey}`).digest("hex");
	return path.join(temp, `public-key-${hash.slice(0, 16)}`);
}
// src/destinations/agent/agent-claim.ts
const removed = {
	outcome: "done",
	said: "Removed the private key from the SSH agent."
};
async function releaseAgent(record, context) {
	return record.startedBy === "this-step" ? stopAgent(record, context) : removeKey(record, context);
}
async function stopAgent(record, context) {
	if (!await context.endAgents(record.socket)) return removeKey(record, context);
	removeSocket(record.socket);
	return {
		outcome: "done",
		said: "Stopped the SSH agent with the private key."
	};
}
async function removeKey(record, context) {
	const what = "the private key in the SSH agent";
	const { socket, publicKey, startedBy } = record;
	const result = publicKey === void 0 ? "absent" : await attempt(socket, publicKey, context);
	if (typeof result === "object") {
		const command = `echo ${shellWord(publicKey ?? "")} | SSH_AUTH_SOCK=${shellWord(socket)} ssh-add -d -`;
		return {
			outcome: "left",
			what,
			why: result.why,
			command
		};
	}
	if (startedBy === "this-step") removeSocket(socket);
	return result === "removed" ? removed : {
		outcome: "already-gone",
		what
	};
}
async function attempt(socket, publicKey, context) {
	try {
		return await removeFromAgent({
			socket,
			publicKey
		}, context);
	} catch (error) {
		if (error instanceof KeyPairError) return { why: error.message };
		throw error;
	}
}
function removeSocket(socket) {
	rmSync(socket, { force: true });
	try {
		rmdirSync(path.dirname(socket));
	} catch {}
}
// src/destinations/agent/start-agent.ts
const longestSocketPath = 104;
const pause$1 = 25;
const maxLooks = 80;
function socketPath(folders, randomHex) {
	const found = folders.map((folder) => path.join(folder, `ssh-agent-${randomHex}`, "socket")).find((candidate) => Buffer.byteLength(candidate) < longestSocketPath);
	if (found !== void 0) return found;
	throw new KeyPairError("NO_SSH_AGENT", "The runner's temp folder has too long a path for an SSH agent.", { hint: "The path of a socket can have about 100 characters. Install the runner in a folder with a shorter path." });
}
async function startAgent(socket, environment) {
	await makeFolder(path.dirname(socket));
	const child = spawn(sshFile("ssh-agent", {
		environment,
		socket
	}), [
		"-D",
		"-a",
		socket
	], {
		cwd: programFolder,
		env: environment,
		stdio: "ignore",
		detached: true,
		windowsHide: true
	});
	child.unref();
	try {
		await untilAnswering(child, socket, environment);
	} catch (error) {
		child.kill("SIGKILL");
		throw error;
	}
}
async function makeFolder(folder) {
	try {
		mkdirSync(folder, { mode: 448 });
		chmodSync(folder, 448);
	} catch (cause) {
		const { whyNotWritable } = await import("./given-file.js");
		throw new KeyPairError("NO_SSH_AGENT", `Cannot create a folder for an SSH agent in ${path.dirname(folder)}${whyNotWritable(cause)}.`, {
			hint: "The job must be able to write to the temp folder of its runner.",
			cause
		});
	}
}
async function untilAnswering(child, socket, environment) {
	let failure;
	child.once("error", (error) => {
		failure = notRunnable("ssh-agent", error);
	});
	child.once("exit", () => {
		failure ??= new KeyPairError("NO_SSH_AGENT", "ssh-agent ended at once.", { hint: "On Windows, install Git and add it to PATH: its agent can be started, that of Windows is a service. Or leave out ssh-agent and use the private key file." });
	});
	for (let looks = 1; looks <= maxLooks; looks += 1) {
		const keys = await keysInAgent(socket, environment);
		if (failure !== void 0) throw failure;
		if (typeof keys !== "string") return;
		if (keys === "silent") break;
		await setTimeout(pause$1);
	}
	throw new KeyPairError("NO_SSH_AGENT", "The new SSH agent does not answer.", { hint: "Leave out ssh-agent and use the private key file, or start an agent in a step before this one." });
}
// src/destinations/agent/agent.ts
const lifeInOtherAgent = 21600;
const untilJobEnds = "until the job ends";
async function openAgent(_request, { keyName }, context) {
	return {
		intent: "add the private key to an SSH agent",
		tags: [],
		async expected() {
			await keysInAgent(context.agentSocket ?? context.folders.temp, context.childEnvironment);
			return delivered(untilJobEnds);
		},
		async reserve(claims) {
			const agent = await readyAgent(claims, context);
			return {
				deliver: (key) => addKey(key, keyName, agent, context),
				async close() {}
			};
		}
	};
}
async function readyAgent(claims, context) {
	const { agentSocket, childEnvironment, exportVariable, folders, randomHex, systemTemp } = context;
	if (agentSocket !== void 0 && !isOfGnuPg(agentSocket) && typeof await keysInAgent(agentSocket, childEnvironment) !== "string") {
		const record = {
			kind: "agent",
			socket: agentSocket,
			startedBy: "others"
		};
		return {
			record,
			claim: claims.intend(record, "job")
		};
	}
	const socket = socketPath([folders.temp, systemTemp], randomHex(4));
	const record = {
		kind: "agent",
		socket,
		startedBy: "this-step"
	};
	const claim = claims.intend(record, "job");
	await startAgent(socket, childEnvironment);
	exportVariable("SSH_AUTH_SOCK", socket);
	return {
		record,
		claim
	};
}
function isOfGnuPg(socket) {
	return path.basename(socket).startsWith("S.gpg-agent");
}
async function addKey(key, keyName, { record, claim }, { childEnvironment: environment }) {
	const { socket, startedBy } = record;
	const publicKey = key.publicKey.openSshLine();
	const isOthers = startedBy === "others";
	const before = isOthers ? await keysInAgent(socket, environment) : [];
	if (typeof before !== "string" && before.includes(publicKey)) {
		claim.cancelled();
		return delivered("was in it before, and stays");
	}
	const text = await key.as("openssh", { comment: keyName });
	claim.held({
		...record,
		publicKey
	});
	const { status } = await sshAdd([
		"-q",
		...isOthers ? ["-t", String(lifeInOtherAgent)] : [],
		"-"
	], {
		socket,
		environment,
		input: text
	});
	if (status !== 0 && status !== void 0) claim.held(record);
	if (status !== 0) throw notAccepted(status);
	return delivered(isOthers ? "until the job ends, at most 6 hours" : untilJobEnds);
}
function delivered(until) {
	return {
		label: "Private key in SSH agent",
		where: "SSH_AUTH_SOCK",
		until,
		outlivesJob: false,
		outputs: {},
		warnings: []
	};
}
function notAccepted(status) {
	const why = status === void 0 ? "it did not answer within 10 s" : `ssh-add exited with code ${status}`;
	return new KeyPairError("NO_SSH_AGENT", `The SSH agent did not accept the private key: ${why}.`, { hint: "The agent may be locked (`ssh-add -x`), ask a person for each key, or not support its type. Start another agent in a step before this one, or leave out ssh-agent and use the private key file." });
}
// src/runner/command-lines.ts
const timeLimit = 5e3;
const maxPrinted = 16777216;
const windowsScript = `[Console]::OutputEncoding = [Text.Encoding]::UTF8
$query = 'SELECT ProcessId, CommandLine FROM Win32_Process WHERE Name = ''ssh-agent.exe'''
foreach ($each in ([wmisearcher]$query).Get()) {
  '{0} {1}' -f $each.ProcessId, $each.CommandLine
}`;
async function commandLines(platform = process.platform) {
	if (platform === "linux") return processNumbers().map((pid) => ({
		pid,
		text: stringsIn(`/proc/${pid}/cmdline`).join(" ").trimEnd()
	}));
	if (platform !== "win32") return listed("/bin/ps", [
		"-A",
		"-ww",
		"-o",
		"pid=,args="
	]);
	const { windowsPrograms } = await import("./windows.js");
	return listed(path.win32.join(windowsPrograms(), "WindowsPowerShell", "v1.0", "powershell.exe"), [
		"-NoProfile",
		"-NonInteractive",
		"-Command",
		windowsScript
	]);
}
async function listed(program, args) {
	const options = {
		cwd: path.resolve("/"),
		env: childEnvironment(),
		timeout: timeLimit,
		maxBuffer: maxPrinted,
		windowsHide: true
	};
	const { stdout } = await promisify(execFile)(program, args, options).catch(() => ({ stdout: "" }));
	return [...stdout.matchAll(/^ *(\d+) (.*?) *\r?$/gm)].map(([, pid, text = ""]) => ({
		pid: Number(pid),
		text
	}));
}
// src/runner/agent-processes.ts
const pause = 20;
const patience = 1e3;
async function endAgents(socket, list = commandLines) {
	const agents = async () => (await list()).filter(({ text }) => isAgent(text, socket));
	let left = await agents();
	if (left.length === 0) return false;
	for (const signal of ["SIGTERM", "SIGKILL"]) {
		for (const { pid } of left) trySignal(pid, signal);
		const end = performance.now() + patience;
		do {
			await setTimeout(pause);
			left = await agents();
			if (left.length === 0) return true;
		} while (performance.now() < end);
	}
	return false;
}
function isAgent(commandLine, socket) {
	const text = commandLine.replaceAll("\"", "");
	const args = ` -D -a ${socket}`;
	const program = path.win32.basename(text.slice(0, -args.length));
	return text.endsWith(args) && /^ssh-agent(\.exe)?$/i.test(program);
}
export { endAgents, openAgent, releaseAgent };
