export const id = 2435;
export const ids = [2435];
export const modules = {

2435:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseAgent: () => releaseAgent
});
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(370);
var _ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

// src/destinations/agent/agent-claim.ts
const ownFolder = /^ssh-agent-[0-9a-f]{8}$/;
async function releaseAgent(record, context) {
	return record.startedBy === "this-step" ? stopAgent(record, context) : removeKey(record, context);
}
async function stopAgent({ socket }, { childEnvironment: environment, endAgents }) {
	const what = "the private key in the SSH agent that this step started";
	const keys = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment);
	if (keys !== void 0 && keys.length > 0) await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.r)(["-q", "-D"], {
		socket,
		environment
	});
	const left = keys === void 0 ? [] : await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment);
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
	if (!(await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment))?.includes(publicKey)) return {
		outcome: "already-gone",
		what
	};
	await withFile(temp, `${publicKey}\n`, (file) => (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.r)([
		"-q",
		"-d",
		file
	], {
		socket,
		environment
	}));
	if ((await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_1__.t)(socket, environment))?.includes(publicKey)) return {
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
	return `SSH_AUTH_SOCK=${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_0__.n)(socket)} ssh-add ${option}`;
}
async function withFile(temp, text, use) {
	const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(temp, "public-key-"));
	try {
		const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, "key.pub");
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.writeFileSync)(file, text, { flag: "wx" });
		await use(file);
	} finally {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function removeSocket(socket) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(socket);
	if (!ownFolder.test(node_path__WEBPACK_IMPORTED_MODULE_2__.basename(folder))) return;
	(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.rmSync)(socket, { force: true });
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.rmdirSync)(folder);
	} catch {}
}

}),

370:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => shellWord,
t: () => removeCommand
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/shell-word.ts
const usual = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "\\" ? "PowerShell" : "bash";
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;
function shellWord(text, shell = usual) {
	if (/^[\w./:%+-]+$/.test(text)) return text;
	if (shell === "PowerShell") return powerShellWord(text);
	return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
function removeCommand(file, shell = usual) {
	return `${shell === "PowerShell" ? "Remove-Item -Force -LiteralPath" : "rm -f"} ${shellWord(file, shell)}`;
}
function powerShellWord(text) {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
function escapedWord(text) {
	const bytes = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
	return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(odd, "gu"), bytes)}'`;
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
	if (status === 1) return [];
	if (status !== 0) return void 0;
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
