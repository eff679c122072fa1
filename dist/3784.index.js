export const id = 3784;
export const ids = [3784];
export const modules = {

6909:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => clockError,
t: () => answeredAt
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/aws/clock.ts
function answeredAt(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_0__.Y) return answeredAt(error.cause);
	if (!(error instanceof Error && "$response" in error)) return void 0;
	const { headers } = error.$response;
	const time = new Date(headers?.["date"] ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
const tolerance = 24e4;
function clockError(error, service) {
	const time = answeredAt(error);
	const ahead = time === void 0 ? 0 : Date.now() - time.getTime();
	if (Math.abs(ahead) < tolerance) return void 0;
	return `The clock of this runner is ${duration(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} ${service}'s.`;
}
function duration(milliseconds) {
	const minutes = Math.round(milliseconds / 6e4);
	const units = [
		["d", Math.floor(minutes / 1440)],
		["h", Math.floor(minutes / 60) % 24],
		["min", minutes % 60]
	];
	const first = units.findIndex(([, count]) => count > 0);
	return units.slice(first, first + 2).filter(([, count]) => count > 0).map(([unit, count]) => `${count} ${unit}`).join(" ");
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

5890:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => isSafeToPrint,
r: () => responseTextOf,
t: () => isFailureOfService
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/response-text.ts
const encodedMessage = /\s*Encoded authorization failure message: \S+/;
const safeNames = [
	"AbortError",
	"CredentialsProviderError",
	"DamagedResponse",
	"TimeoutError"
];
function isFailureOfService(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y) return isFailureOfService(error.cause);
	return error instanceof Error && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.$)(error) && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error) === "uncertain";
}
function responseTextOf(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y) return responseTextOf(error.cause);
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error.message;
	if (!(error instanceof Error)) return "unknown error";
	if (error.name === "AbortError") return "the step timed out waiting for a response";
	if (!isSafeToPrint(error)) return `an unreadable response (${error.name})`;
	const { requestId, httpStatusCode } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.tt)(error);
	const id = requestId === void 0 || httpStatusCode === void 0 ? "" : ` (request ${requestId})`;
	if (httpStatusCode !== void 0 && !(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.$)(error)) return `an HTTP ${httpStatusCode} response that is not from the service`;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.at)(error) && !("$fault" in error)) return messageOf(error);
	const message = messageOf(error).replace(encodedMessage, "");
	return `${error.name}: ${id === "" ? message : message.replace(/\.$/, "")}${id}`;
}
function messageOf(error) {
	if (error.message !== "") return error.message;
	return (error.errors ?? []).map((part) => part instanceof Error ? messageOf(part) : "").filter((part) => part !== "").join("; ") || String(error.code ?? "no details");
}
function isSafeToPrint(error) {
	if (!(error instanceof Error)) return false;
	const isOfSystem = "code" in error && typeof error.code === "string" && /^E[A-Z_]+$/.test(error.code);
	return "$fault" in error || isOfSystem || safeNames.includes(error.name) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t || (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.it)(error);
}

}),

254:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
retryNotice: () => retryNotice
});
var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6909);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _response_text2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);

// src/aws/retry-notice.ts
function retryNotice(error, service) {
	switch ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error)) {
		case "never-sent": return `There is no connection to ${service}.`;
		case "turned-away": return noticeOfAnswer(error, service);
		default: return (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_2__.t)(error) ? `${service} has an internal error.` : `There is no response from ${service}.`;
	}
}
function noticeOfAnswer(error, service) {
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.X.busy)) return "Another process is changing the same tags.";
	return ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.et)(error) ? void 0 : (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, service)) ?? `${service} is throttling requests.`;
}

})

};
