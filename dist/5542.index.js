export const id = 5542;
export const ids = [5542];
export const modules = {

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

5020:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
keyHashIn: () => keyHashIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _file_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);

// src/destinations/file/key-in-text.ts
function keyHashIn(text) {
	const [, publicLines] = /^Public-Lines: \d+\s+([A-Za-z0-9+/=\s]+)^Private-Lines: /m.exec(text) ?? [];
	if (publicLines !== void 0) return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.r)({ blob: Buffer.from(publicLines, "base64") });
	try {
		const { label, bytes } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.I)(text);
		if (label === "OPENSSH PRIVATE KEY") return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.r)({ blob: publicBlobOf(bytes) });
		return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.r)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.g.parse(text).publicKey);
	} catch {
		return;
	}
}
function publicBlobOf(container) {
	const reader = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.B(container);
	reader.bytes(15);
	for (let skipped = 0; skipped < 3; skipped += 1) reader.string();
	if (reader.uint32() !== 1) throw new _aws_js__WEBPACK_IMPORTED_MODULE_0__.z("not one key");
	return reader.string();
}

})

};
