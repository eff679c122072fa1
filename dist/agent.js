import { KeyPairError, hasCode, shellWord } from "./start.js";
const path = process.getBuiltinModule("node:path");
const { chmodSync, mkdirSync, mkdtempSync, rmSync, rmdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { spawn } = process.getBuiltinModule("node:child_process");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");
// src/destinations/agent/ssh-programs.ts
const timeLimit = 1e4;
const maxPrinted = 1048576;
async function keysInAgent(socket, environment) {
	const { status, printed } = await sshAdd(["-L"], {
		socket,
		environment
	});
	if (status === 1) return [];
	if (status !== 0) return void 0;
	return printed.split("\n").map((line) => line.split(" ", 2).join(" "));
}
function sshAdd(args, options) {
	const { socket, environment, input = "" } = options;
	return new Promise((resolve, reject) => {
		const child = spawn("ssh-add", args, {
			env: {
				...environment,
				SSH_AUTH_SOCK: socket
			},
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			signal: AbortSignal.timeout(timeLimit),
			killSignal: "SIGKILL",
			windowsHide: true
		});
		let printed = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			if (printed.length < maxPrinted) printed += text;
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
		hint: "Install OpenSSH in the container or on the runner, or leave out ssh-agent and use the private key file.",
		cause: error
	});
}
// src/destinations/agent/agent-claim.ts
const ownFolder = /^ssh-agent-[0-9a-f]{8}$/;
async function releaseAgent(record, context) {
	return record.startedBy === "this-step" ? stopAgent(record, context) : removeKey(record, context);
}
async function stopAgent({ socket }, { childEnvironment: environment, endAgents }) {
	const what = "the private key in the SSH agent that this step started";
	const keys = await keysInAgent(socket, environment);
	if (keys !== void 0 && keys.length > 0) await sshAdd(["-q", "-D"], {
		socket,
		environment
	});
	const left = keys === void 0 ? [] : await keysInAgent(socket, environment);
	const wasEnded = endAgents(socket);
	if (left !== void 0 && left.length > 0 && !wasEnded) return {
		outcome: "left",
		what,
		why: "it still has keys",
		command: commandTo("-D", socket)
	};
	removeSocket(socket);
	if (keys === void 0 && !wasEnded) return {
		outcome: "already-gone",
		what
	};
	return {
		outcome: "done",
		said: "Stopped the SSH agent with the private key."
	};
}
async function removeKey({ socket, publicKey }, { childEnvironment: environment, temp }) {
	const what = "the private key in the SSH agent";
	if (publicKey === void 0) return {
		outcome: "already-gone",
		what
	};
	if (!(await keysInAgent(socket, environment))?.includes(publicKey)) return {
		outcome: "already-gone",
		what
	};
	await withFile(temp, `${publicKey}\n`, (file) => sshAdd([
		"-q",
		"-d",
		file
	], {
		socket,
		environment
	}));
	if ((await keysInAgent(socket, environment))?.includes(publicKey)) return {
		outcome: "left",
		what,
		why: "the agent did not remove it",
		command: commandTo("-D", socket)
	};
	return {
		outcome: "done",
		said: "Removed the private key from the SSH agent."
	};
}
function commandTo(option, socket) {
	return `SSH_AUTH_SOCK=${shellWord(socket)} ssh-add ${option}`;
}
async function withFile(temp, text, use) {
	const folder = mkdtempSync(path.join(temp, "public-key-"));
	try {
		const file = path.join(folder, "key.pub");
		writeFileSync(file, text, { flag: "wx" });
		await use(file);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function removeSocket(socket) {
	const folder = path.dirname(socket);
	if (!ownFolder.test(path.basename(folder))) return;
	rmSync(socket, { force: true });
	try {
		rmdirSync(folder);
	} catch {}
}
// src/destinations/agent/start-agent.ts
const longestSocketPath = 104;
const pause = 25;
const maxLooks = 80;
function socketPath(folders, randomHex) {
	const found = folders.map((folder) => path.join(folder, `ssh-agent-${randomHex}`, "socket")).find((candidate) => Buffer.byteLength(candidate) < longestSocketPath);
	if (found !== void 0) return found;
	throw new KeyPairError("NO_SSH_AGENT", "The runner's temp folder has too long a path for an SSH agent.", { hint: "The path of a socket can have about 100 characters. Install the runner in a folder with a shorter path." });
}
async function startAgent(socket, environment) {
	mkdirSync(path.dirname(socket), { mode: 448 });
	chmodSync(path.dirname(socket), 448);
	const child = spawn("ssh-agent", [
		"-D",
		"-a",
		socket
	], {
		env: environment,
		stdio: "ignore",
		detached: true,
		windowsHide: true
	});
	const failed = new Promise((_, reject) => {
		child.once("error", (error) => reject(notRunnable("ssh-agent", error)));
		child.once("exit", () => reject(new KeyPairError("NO_SSH_AGENT", "ssh-agent ended at once.")));
	});
	child.unref();
	await Promise.race([failed, answers(socket, environment)]);
}
async function answers(socket, environment) {
	for (let looks = 1; looks <= maxLooks; looks += 1) {
		if (await keysInAgent(socket, environment) !== void 0) return;
		await setTimeout(pause);
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
		expected: async () => delivered(untilJobEnds),
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
	if (agentSocket !== void 0 && await keysInAgent(agentSocket, childEnvironment) !== void 0) {
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
async function addKey(key, keyName, { record, claim }, { childEnvironment: environment }) {
	const { socket, startedBy } = record;
	const publicKey = key.publicKey.openSshLine();
	const isOthers = startedBy === "others";
	if (isOthers && (await keysInAgent(socket, environment))?.includes(publicKey)) {
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
export { openAgent, releaseAgent };
