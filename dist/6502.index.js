export const id = 6502;
export const ids = [6502];
export const modules = {

6502:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openAgent: () => openAgent
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8500);
var node_child_process__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1421);

// src/destinations/agent/start-agent.ts
const longestSocketPath = 104;
const pause = 25;
const maxLooks = 80;
function socketPath(folders, randomHex) {
	const found = folders.map((folder) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, `ssh-agent-${randomHex}`, "socket")).find((candidate) => Buffer.byteLength(candidate) < longestSocketPath);
	if (found !== void 0) return found;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_SSH_AGENT", "The runner's temp folder has too long a path for an SSH agent.", { hint: "The path of a socket can have about 100 characters. Install the runner in a folder with a shorter path." });
}
async function startAgent(socket, environment) {
	(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.mkdirSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(socket), { mode: 448 });
	(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.chmodSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(socket), 448);
	const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_5__.spawn)("ssh-agent", [
		"-D",
		"-a",
		socket
	], {
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
async function untilAnswering(child, socket, environment) {
	let failure;
	child.once("error", (error) => {
		failure = (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.n)("ssh-agent", error);
	});
	child.once("exit", () => {
		failure ??= new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_SSH_AGENT", "ssh-agent ended at once.");
	});
	for (let looks = 1; looks <= maxLooks; looks += 1) {
		const keys = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment);
		if (failure !== void 0) throw failure;
		if (typeof keys !== "string") return;
		if (keys === "silent") break;
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(pause);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_SSH_AGENT", "The new SSH agent does not answer.", { hint: "Leave out ssh-agent and use the private key file, or start an agent in a step before this one." });
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
	if (agentSocket !== void 0 && typeof await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(agentSocket, childEnvironment) !== "string") {
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
	const before = isOthers ? await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment) : [];
	if (typeof before !== "string" && before.includes(publicKey)) {
		claim.cancelled();
		return delivered("was in it before, and stays");
	}
	const text = await key.as("openssh", { comment: keyName });
	claim.held({
		...record,
		publicKey
	});
	const { status } = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.r)([
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_SSH_AGENT", `The SSH agent did not accept the private key: ${why}.`, { hint: "The agent may be locked (`ssh-add -x`), ask a person for each key, or not support its type. Start another agent in a step before this one, or leave out ssh-agent and use the private key file." });
}

}),

2827:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => notRunnable,
r: () => sshAdd,
t: () => keysInAgent
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);

// src/destinations/agent/ssh-programs.ts
const timeLimit = 1e4;
const maxPrinted = 1048576;
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
		const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.spawn)("ssh-add", args, {
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
	const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT") ? "it is not installed, or not on PATH" : "the system refused it";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_SSH_AGENT", `Cannot run ${program}: ${why}.`, {
		hint: "Install OpenSSH in the container or on the runner, or leave out ssh-agent and use the private key file.",
		cause: error
	});
}

})

};
