export const id = 8144;
export const ids = [8144];
export const modules = {

8144:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
reportPreview: () => reportPreview
});
var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9329);
var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8883);

// src/step/report-preview.ts
async function reportPreview({ actions, remarks = [], warnings, outputs }, { setOutputs }) {
	for (const { text } of actions) _log_js__WEBPACK_IMPORTED_MODULE_0__.t.info(`Dry run: would ${text}.`);
	for (const remark of remarks) _log_js__WEBPACK_IMPORTED_MODULE_0__.t.info(`Dry run: ${remark}`);
	for (const warning of warnings) _log_js__WEBPACK_IMPORTED_MODULE_0__.t.info(`Dry run: would warn: ${warning}`);
	const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
	for (const check of checks) await check();
	_log_js__WEBPACK_IMPORTED_MODULE_0__.t.info(checks.length > 0 ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
	setOutputs(outputs);
	(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		heading: "EC2 key pair: dry run, nothing was changed",
		rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`]),
		notes: [...remarks, ...warnings.map((warning) => `Would warn: ${warning}`)]
	});
}

})

};
