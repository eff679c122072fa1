export const id = 7416;
export const ids = [7416];
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

3050:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
publicHalvesIn: () => publicHalvesIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/keys/public-half.ts
function publicHalfIn(text) {
	const [, publicLines] = /^Public-Lines: \d+\s+((?:[A-Za-z0-9+/=]+\s+)+)^[A-Z][A-Za-z0-9-]+: /m.exec(text) ?? [];
	if (publicLines !== void 0) return Buffer.from(publicLines, "base64");
	try {
		const { label, bytes } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.D)(text);
		return label === "OPENSSH PRIVATE KEY" ? publicBlobOf(bytes) : _aws_js__WEBPACK_IMPORTED_MODULE_0__.y.parse(text).publicKey.blob;
	} catch {
		return;
	}
}
function publicHalvesIn(text) {
	const blocks = text.split(/(?=-----BEGIN )/).filter((block) => block.startsWith("-----BEGIN "));
	return blocks.length > 1 ? blocks.map(publicHalfIn) : [publicHalfIn(text)];
}
function publicBlobOf(container) {
	const reader = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.V(container);
	reader.bytes(15);
	for (let skipped = 0; skipped < 3; skipped += 1) reader.string();
	if (reader.uint32() !== 1) throw new _aws_js__WEBPACK_IMPORTED_MODULE_0__.B("not one key");
	return reader.string();
}

})

};
