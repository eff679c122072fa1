export const id = 216;
export const ids = [216];
export const modules = {

1216:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
malformedCredentials: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.n),
noCredentials: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.r),
noRegion: () => (/* reexport safe */ _explain2_js__WEBPACK_IMPORTED_MODULE_0__.i)
});
var _explain2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);

}),

8568:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => noRegion,
n: () => malformedCredentials,
r: () => noCredentials,
t: () => explain
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/explain.ts
const configureCredentials = `\
Add this step before this one, with a role that has the permissions listed in the README:
  permissions: { id-token: write, contents: read }
  - uses: aws-actions/configure-aws-credentials@v6
    with:
      role-to-assume: arn:aws:iam::<account>:role/<role>
      aws-region: <region>`;
function noRegion(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_REGION", "No AWS Region is set.", {
		hint: "Set aws-region, or set it in an aws-actions/configure-aws-credentials step before this one.",
		cause
	});
}
function noCredentials(cause) {
	const what = cause instanceof Error && cause.message.startsWith("Could not load credentials from any providers") ? "No AWS credentials were found." : `AWS credentials could not be loaded: ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.I)(cause)}`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_CREDENTIALS", what, {
		hint: configureCredentials,
		cause
	});
}
function malformedCredentials(parts) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("CREDENTIALS_MALFORMED", `The AWS credentials are malformed: the ${parts.join(" and the ")} may only contain printable ASCII characters, without spaces.`, { hint: "Usually the secret was saved with a trailing newline. Save it again without one." });
}
function explain(error, attempt, known = {}) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.F)(error, "CredentialsProviderError")) return noCredentials(error);
	const { doing, region } = attempt;
	const message = `Could not ${doing} in ${region}: ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.I)(error)}`;
	const { code, hint } = adviceFor(error, attempt, known);
	return new _aws_js__WEBPACK_IMPORTED_MODULE_1__.j(code, message, {
		hint,
		cause: error
	});
}
function adviceFor(error, { action, service }, known) {
	const ofService = Object.entries(known).find(([name]) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.F)(error, name));
	if (ofService !== void 0) return ofService[1];
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.F)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.N.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.F)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.N.credentialsRefused)) return credentialsRefused;
	return adviceByFailure(service)[(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.P)(error)];
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
