export const id = 216;
export const ids = [216];
export const modules = {

1216:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
malformedCredentials: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.r),
noCredentials: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.i),
noRegion: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.a)
});
var _explain2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);

}),

8568:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => noRegion,
i: () => noCredentials,
n: () => explain,
r: () => malformedCredentials,
t: () => decodingOf
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/explain.ts
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
function noCredentials(cause) {
	const what = cause instanceof Error && cause.message.startsWith("Could not load credentials from any providers") ? "No AWS credentials were found." : `AWS credentials could not be loaded: ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.O)(cause)}`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_CREDENTIALS", what, {
		...configureCredentials,
		cause
	});
}
function malformedCredentials(parts) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("CREDENTIALS_MALFORMED", `The AWS credentials are malformed: the ${parts.join(" and the ")} may only contain printable ASCII characters, without spaces.`, { hint: "Usually the secret was saved with a trailing newline. Save it again without one." });
}
function explain(error, attempt, known = {}) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(error, "CredentialsProviderError")) return noCredentials(error);
	const { doing, region } = attempt;
	const message = `Could not ${doing} in ${region}: ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.O)(error)}`;
	const { code, hint } = adviceFor(error, attempt, known);
	return new _aws_js__WEBPACK_IMPORTED_MODULE_1__.C(code, message, {
		hint,
		details: decodingOf(error),
		cause: error
	});
}
function decodingOf(error) {
	if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.T.notAuthorized)) return void 0;
	const { message } = error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.C && error.cause instanceof Error ? error.cause : error;
	const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
	return encoded && `To see why it was denied:\naws sts decode-authorization-message --encoded-message ${encoded}`;
}
function adviceFor(error, { action, service }, known) {
	const ofService = Object.entries(known).find(([name]) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(error, name));
	if (ofService !== void 0) return ofService[1];
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.T.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.T.credentialsRefused)) return credentialsRefused;
	return adviceByFailure(service)[(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(error)];
}
const credentialsRefused = {
	code: "CREDENTIALS_REFUSED",
	hint: "The AWS credentials are invalid, expired, or for another partition, or the Region is not enabled in this account. Check the step that sets them, and the session duration."
};
function adviceByFailure(service) {
	return {
		"turned-away": {
			code: "THROTTLED",
			hint: `${service} throttled every attempt. Run the job again later.`
		},
		uncertain: {
			code: "NO_ANSWER",
			hint: "Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again."
		},
		refused: {
			code: "REFUSED",
			hint: `${service} rejected the request for the reason above. Fix it, then run the job again.`
		}
	};
}

})

};
