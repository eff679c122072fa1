export const id = 430;
export const ids = [430];
export const modules = {

5430:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
toPpk: () => toPpk
});
var _private_key_material_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8610);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);

// src/keys/ppk.ts
const WIDTH = 64;
async function toPpk(key, comment, registerMasks) {
	const { publicKey } = key;
	const [algorithm = ""] = publicKey.openSshLine().split(" ");
	const privateBlob = privateBlobOf(key);
	const encryption = "none";
	const line = (0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.l)(comment);
	const before = [
		`PuTTY-User-Key-File-2: ${algorithm}`,
		`Encryption: ${encryption}`,
		`Comment: ${line}`,
		...counted("Public-Lines", publicKey.blob)
	];
	const [count = "", ...secret] = counted("Private-Lines", privateBlob);
	const signed = [
		algorithm,
		encryption,
		line,
		publicKey.blob,
		privateBlob
	].map(_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.c);
	const after = [`Private-MAC: ${mac(Buffer.concat(signed))}`];
	const text = {
		before: [...before, count],
		secret,
		after,
		common: {
			start: SHARED_START,
			end: 0
		}
	};
	await registerMasks((0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.i)(text, publicKey));
	return `${[
		...text.before,
		...secret,
		...after
	].join("\n")}\n`;
}
const SHARED_START = 6;
function counted(name, blob) {
	const lines = (0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.a)(blob.toString("base64"), WIDTH);
	return [`${name}: ${lines.length}`, ...lines];
}
function privateBlobOf(key) {
	const numbers = (0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.n)(key.pem()).key);
	const names = key.type === "rsa" ? [
		"d",
		"p",
		"q",
		"qi"
	] : ["d"];
	const write = key.type === "rsa" ? _private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.s : _private_key_material_js__WEBPACK_IMPORTED_MODULE_0__.c;
	return Buffer.concat(names.map((name) => write(numbers[name] ?? Buffer.alloc(0))));
}
function mac(signed) {
	const macKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha1").update("putty-private-key-file-mac-key").digest();
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHmac)("sha1", macKey).update(signed).digest("hex");
}

})

};
