import { KeyPairError } from "./start.js";
// src/destinations/readable-by-others.ts
function filesReadableByOthers(folder, mode, isOwn) {
	const what = isOwn ? `have mode ${octal(mode)}` : "belong to another user";
	return new KeyPairError("READABLE_BY_OTHERS", `New files in ${folder} ${what}, whatever this step sets: other users could read the private key.`, { hint: "The file system there does not support file modes. Set a private-key-path on another one, such as ~/.ssh/key.pem, or mount it so that only this user can read its files." });
}
function outputReadableByOthers(mode) {
	return new KeyPairError("READABLE_BY_OTHERS", `The runner's file for outputs has mode ${octal(mode)}, and this step cannot change that: other users could read the private key.`, { hint: "Leave out output-private-key: later steps can read the private key from the file at the output private-key-path. Either the runner's temp folder is on a file system without file modes, or the file belongs to another user." });
}
function octal(mode) {
	return (mode & 511).toString(8).padStart(4, "0");
}
export { filesReadableByOthers, outputReadableByOthers };
