export const id = 839;
export const ids = [839];
export const modules = {

3839:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
explainEc2: () => explainEc2
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/explain.ts
function explain(error, attempt, known = {}) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	const { doing, region } = attempt;
	const message = `Could not ${doing} in ${region}: ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.j)(error)}`;
	const { code, hint } = adviceFor(error, attempt, known);
	return new _aws_js__WEBPACK_IMPORTED_MODULE_1__.T(code, message, {
		hint,
		cause: error
	});
}
function adviceFor(error, { action, service }, known) {
	const ofService = Object.entries(known).find(([name]) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.k)(error, name));
	if (ofService !== void 0) return ofService[1];
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.k)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.D.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.k)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_1__.D.credentialsRefused)) return credentialsRefused;
	return adviceByFailure(service)[(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.O)(error)];
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
// src/ec2/explain-ec2.ts
const ec2Errors = { KeyPairLimitExceeded: {
	code: "TOO_MANY_KEY_PAIRS",
	hint: "Delete key pairs that no one uses, or ask AWS for a higher quota (5,000 per Region by default)."
} };
function explainEc2(error, attempt) {
	return explain(error, {
		service: "EC2",
		...attempt
	}, ec2Errors);
}

})

};
