export const id = 8711;
export const ids = [8711];
export const modules = {

8711:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
reportingKinds: () => reportingKinds
});
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(370);

// src/step/reporting-kinds.ts
function reportingKinds(kinds, why) {
	return {
		"key-pair": {
			parse: kinds["key-pair"].parse,
			async release(record) {
				const { left } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2801)]).then(__webpack_require__.bind(__webpack_require__, 116));
				return left(record, why);
			}
		},
		file: {
			parse: kinds.file.parse,
			release: async ({ path }) => ({
				outcome: "left",
				what: `the private key file ${path}`,
				why,
				command: (0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_0__.t)(path)
			})
		},
		agent: {
			parse: kinds.agent.parse,
			release: async () => ({
				outcome: "left",
				what: "the private key in the SSH agent",
				why
			})
		},
		store: {
			parse: kinds.store.parse,
			release: async ({ reference, region }) => ({
				outcome: "left",
				what: `the private key in ${reference} in ${region}`,
				why
			})
		},
		output: {
			parse: kinds.output.parse,
			release: async () => ({
				outcome: "left",
				what: "the private key in the step's output file",
				why
			})
		}
	};
}

})

};
