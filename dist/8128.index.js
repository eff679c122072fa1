export const id = 8128;
export const ids = [8128];
export const modules = {

8128:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
isSameAccount: () => isSameAccount
});
var _GetCallerIdentityCommand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6065);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/caller.ts
async function isSameAccount(recorded, session) {
	const { caller } = session;
	const isSameSource = recorded.source !== void 0 && recorded.source === caller.source;
	if (isSameSource && recorded.account === caller.account) return true;
	const account = await accountOf(session).catch(() => void 0);
	if (account === void 0) return false;
	return account === caller.account ? recorded.account === account : isSameSource;
}
async function accountOf(session) {
	const client = session.client(_GetCallerIdentityCommand_js__WEBPACK_IMPORTED_MODULE_0__.n);
	const { Account } = await session.retry.once((abortSignal) => client.send(new _GetCallerIdentityCommand_js__WEBPACK_IMPORTED_MODULE_0__.t({}), { abortSignal }));
	return Account === void 0 ? void 0 : (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.J)(Account);
}

})

};
