export const id = 3839;
export const ids = [3839];
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

3839:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
explainEc2: () => (/* reexport safe */ _explain_ec22_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _explain_ec22_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1257);

}),

1257:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => explainEc2
});
var _explain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1216);

// src/ec2/explain-ec2.ts
const ec2Errors = { KeyPairLimitExceeded: {
	code: "TOO_MANY_KEY_PAIRS",
	hint: "Delete key pairs that no one uses, or ask AWS for a higher quota (5,000 per Region by default)."
} };
function explainEc2(error, attempt) {
	return (0,_explain_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, {
		service: "EC2",
		...attempt
	}, ec2Errors);
}

}),

1216:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => explain,
t: () => decodingOf
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6909);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _response_text2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5890);

// src/aws/not-sent.ts
function hintOfNotSent(error, { region }) {
	const codes = codesOf(error);
	if (codes.includes("ENOTFOUND")) return `Is ${region} a Region? Its host was not found. Check aws-region, the DNS servers of the runner, and AWS_ENDPOINT_URL.`;
	if (codes.includes("EAI_AGAIN")) return "The DNS servers of the runner do not answer. Check its network.";
	if (codes.length === 0) return "Check the AWS variables in the environment, and the AWS configuration file.";
	return "Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again.";
}
function codesOf(error) {
	const { name, code, errors = [] } = error;
	const own = code ?? (name === "TimeoutError" ? name : void 0);
	return [...own === void 0 ? [] : [own], ...errors.flatMap(codesOf)];
}
// src/aws/explain.ts
function explain(error, attempt, known = {}) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	const { doing, region, service } = attempt;
	const text = (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_3__.r)(error);
	const what = (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.at)(error) ? `${text.replace(/\.$/, "")}. Nothing was sent to ${service}.` : text;
	const { code, hint } = adviceFor(error, attempt, known);
	const message = `Could not ${doing} in ${region}: ${what}`;
	return new _aws_js__WEBPACK_IMPORTED_MODULE_2__.Y(code, message, {
		hint,
		details: decodingOf(error),
		cause: error
	});
}
function decodingOf(error) {
	if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.notAuthorized)) return void 0;
	const { message } = error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_2__.Y && error.cause instanceof Error ? error.cause : error;
	const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
	return encoded && `To see why it was denied:\naws sts decode-authorization-message --encoded-message ${encoded}`;
}
function adviceFor(error, attempt, known) {
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.at)(error)) return {
		code: "NOT_SENT",
		hint: hintOfNotSent(error, attempt)
	};
	const { action, service } = attempt;
	const ofService = Object.entries(known).find(([name]) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, name));
	if (ofService !== void 0) return ofService[1];
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...accountErrors)) return accountNotReady;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.busy)) return {
		code: "BUSY",
		hint: "Other processes keep changing the same tags. Run the job again later."
	};
	const wrongClock = (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...credentialErrors, ...clockErrors) ? (0,_clock_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, service) : void 0;
	if (wrongClock !== void 0) return {
		code: "CLOCK_WRONG",
		hint: `${wrongClock} ${setClock}`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...clockErrors)) return {
		code: "CLOCK_WRONG",
		hint: setClock
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...credentialErrors)) return credentialsRefused;
	if ((0,_response_text2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error)) return failureOfService(service);
	return adviceByFailure(error, service);
}
const credentialErrors = [
	"AuthFailure",
	"ExpiredToken",
	"ExpiredTokenException",
	"IncompleteSignature",
	"InvalidAccessKeyId",
	"InvalidClientTokenId",
	"InvalidSignatureException",
	"InvalidToken",
	"MissingAuthenticationToken",
	"RequestExpired",
	"SignatureDoesNotMatch",
	"UnrecognizedClientException"
];
const credentialsRefused = {
	code: "CREDENTIALS_REFUSED",
	hint: "The AWS credentials are invalid, expired, or for another partition, or the Region is not enabled in this account. Check the step that sets them, and the session duration."
};
const accountErrors = [
	"Blocked",
	"OptInRequired",
	"PendingVerification",
	"SubscriptionRequiredException"
];
const accountNotReady = {
	code: "ACCOUNT_NOT_READY",
	hint: "AWS does not let this account use the service, for the reason above. Sign in to the AWS console to finish what it asks for, or ask AWS Support."
};
const clockErrors = ["RequestInTheFuture", "RequestTimeTooSkewed"];
const setClock = "Set the clock of the runner, for example with NTP: AWS rejects signatures with a wrong time.";
function failureOfService(service) {
	return {
		code: "SERVICE_FAILED",
		hint: `${service} itself has a problem. See https://health.aws.amazon.com/health/status, and run the job again later.`
	};
}
function adviceByFailure(error, service) {
	switch ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Z)(error)) {
		case "turned-away": return {
			code: "THROTTLED",
			hint: `${service} throttled every attempt. Run the job again later.`
		};
		case "refused": return {
			code: "REFUSED",
			hint: `${service} rejected the request for the reason above. Fix it, then run the job again.`
		};
		default: return {
			code: "NO_ANSWER",
			hint: "Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again."
		};
	}
}

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

})

};
