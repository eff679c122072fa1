export const id = 9043;
export const ids = [9043];
export const modules = {

9043:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
malformedCredentials: () => malformedCredentials,
noCredentials: () => noCredentials,
noCredentialsOfInstance: () => noCredentialsOfInstance,
noRegion: () => noRegion,
notLoaded: () => notLoaded
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _response_text2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);

// src/aws/explain-credentials.ts
const configureCredentials = {
	hint: "Add an aws-actions/configure-aws-credentials step before this one, with a role that has the permissions listed in the README. The log shows how.",
	details: `\
in the job:
    permissions:
      id-token: write
      contents: read

as a step before this one:
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::<account>:role/<role>
          aws-region: <region>`
};
function noRegion(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_REGION", "No AWS Region is set.", {
		hint: "Set aws-region, or set it in an aws-actions/configure-aws-credentials step before this one.",
		cause
	});
}
function noCredentials(known = [], cause) {
	const message = ["No AWS credentials were found.", ...known].join(" ");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_CREDENTIALS", message, {
		...configureCredentials,
		cause
	});
}
function noCredentialsOfInstance(known, error) {
	return noCredentials([...known, answerOfInstance(error)], error);
}
function answerOfInstance(error) {
	const status = error instanceof Error && "statusCode" in error ? error.statusCode : void 0;
	if (status === 404) return "The instance metadata service says that this instance has no role.";
	if (status !== void 0) return `The instance metadata service answered with HTTP ${status}.`;
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, "ProviderError") ? "The instance metadata service did not answer." : "The answer of the instance metadata service cannot be read.";
}
function notLoaded(source, error) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("CREDENTIALS_NOT_LOADED", `AWS credentials could not be loaded from ${source}: ${reasonOf(error)}`, {
		hint: "The AWS CLI would use this source, too. Correct it, or remove it to use another one.",
		cause: error
	});
}
function reasonOf(error) {
	if (!(error instanceof Error)) return "unknown error";
	const { message } = error;
	if (message.startsWith("Command failed:")) return "the program failed. Run it in a step to see why.";
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, "CredentialsProviderError", "ProviderError")) return message;
	return (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_2__.n)(error) ? (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_2__.r)(error) : "the answer cannot be read";
}
function malformedCredentials(parts) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("CREDENTIALS_MALFORMED", `The AWS credentials are malformed: the ${parts.join(" and the ")} may only contain printable ASCII characters, without spaces.`, { hint: "Usually the secret was saved with a trailing newline. Save it again without one." });
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
