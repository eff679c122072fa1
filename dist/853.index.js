export const id = 853;
export const ids = [853];
export const modules = {

2435:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseAgent: () => releaseAgent
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(370);
var _generate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3208);
var _aws_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3066);
var _ssh_programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2827);
var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

// src/destinations/agent/remove-from-agent.ts
const lifeOfProbe = "1";
async function removeFromAgent(key, context) {
	const { socket, publicKey } = key;
	const { childEnvironment: environment } = context;
	(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.rmSync)(folderFor(key, context), {
		recursive: true,
		force: true
	});
	const before = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_4__.t)(socket, environment);
	if (before === "gone") return "absent";
	if (before === "silent") return { why: "the agent does not answer" };
	if (!before.includes(publicKey)) return before.length > 0 || await takesKeys(socket, context) ? "absent" : { why: "the agent is locked, so it does not show whether it has the key" };
	await remove(key, context);
	const after = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_4__.t)(socket, environment);
	return after === "silent" || after !== "gone" && after.includes(publicKey) ? { why: "the agent did not remove it" } : "removed";
}
async function takesKeys(socket, context) {
	const { childEnvironment: environment } = context;
	const probe = await _aws_js__WEBPACK_IMPORTED_MODULE_3__.y.mask(await (0,_generate_js__WEBPACK_IMPORTED_MODULE_2__.t)("ed25519"), async () => {});
	const input = await probe.as("openssh", { comment: "is this agent locked?" });
	const { status } = await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_4__.r)([
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
	const folder = folderFor(key, context);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.mkdirSync)(folder, { mode: 448 });
		const file = node_path__WEBPACK_IMPORTED_MODULE_6__.join(folder, "key.pub");
		(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.writeFileSync)(file, `${key.publicKey}\n`, { flag: "wx" });
		await (0,_ssh_programs_js__WEBPACK_IMPORTED_MODULE_4__.r)([
			"-q",
			"-d",
			file
		], {
			socket: key.socket,
			environment: context.childEnvironment
		});
	} finally {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function folderFor({ socket, publicKey }, { temp }) {
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)("sha256").update(`${socket}\n${publicKey}`).digest("hex");
	return node_path__WEBPACK_IMPORTED_MODULE_6__.join(temp, `public-key-${hash.slice(0, 16)}`);
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
		const command = `echo ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_1__.n)(publicKey ?? "")} | SSH_AUTH_SOCK=${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_1__.n)(socket)} ssh-add -d -`;
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
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return { why: error.message };
		throw error;
	}
}
function removeSocket(socket) {
	(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.rmSync)(socket, { force: true });
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.rmdirSync)(node_path__WEBPACK_IMPORTED_MODULE_6__.dirname(socket));
	} catch {}
}

}),

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFormats,
t: () => fileFormats
});
// src/keys/formats.ts
const keyFormats = {
	async pem({ passphrase }) {
		if (passphrase === void 0) return ({ pem }) => ({
			text: pem,
			masks: []
		});
		const { encodeEncryptedOpenSsh } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4943), __webpack_require__.e(4342)]).then(__webpack_require__.bind(__webpack_require__, 6553));
		return (key, { comment }) => encodeEncryptedOpenSsh(key, {
			comment,
			passphrase
		});
	},
	openssh: async () => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 3473))).encodeOpenSsh,
	async ppk({ passphrase }) {
		if (passphrase === void 0) return (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk;
		const { encodePpkWithPassphrase } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4827)]).then(__webpack_require__.bind(__webpack_require__, 7796));
		return (key, { comment }) => encodePpkWithPassphrase(key, {
			comment,
			passphrase
		});
	}
};
const fileFormats = ["pem", "ppk"];

}),

3208:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => generatePrivateKey
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);

// src/keys/generate.ts
const rsaBits = 4096;
async function generatePrivateKey(type) {
	const { privateKey } = await generate(type);
	return _aws_js__WEBPACK_IMPORTED_MODULE_0__.b.parse(privateKey.export({
		type: "pkcs8",
		format: "pem"
	}).toString());
}
function generate(type) {
	const generateKeys = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_2__.generateKeyPair);
	return type === "rsa" ? generateKeys("rsa", { modulusLength: rsaBits }) : generateKeys("ed25519");
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
