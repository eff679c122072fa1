import { hasCode, shellWord } from "./start.js";
import { removeFile } from "./release.js";
const { linkSync, lstatSync, renameSync, unlinkSync } = process.getBuiltinModule("node:fs");
// src/destinations/file/replaced-file-claim.ts
function releaseReplacedFile({ path: target, kept }) {
	const what = `the old private key file of ${target}, which is at ${kept}`;
	try {
		if (!exists(kept)) return {
			outcome: "already-gone",
			what: `the old private key file of ${target}`
		};
		if (exists(target)) {
			removeFile(kept, lstatSync(kept, { bigint: true }));
			return {
				outcome: "done",
				said: `Deleted the old private key file of ${target}.`
			};
		}
		moveBack(kept, target);
		const said = `the old private key file ${target} was put back`;
		return {
			outcome: "done",
			said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
			undone: `Because the step failed, ${said}.`
		};
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: error instanceof Error && "code" in error ? String(error.code) : "unknown error",
			command: `mv -n ${shellWord(kept)} ${shellWord(target)}`
		};
	}
}
function moveBack(kept, target) {
	try {
		linkSync(kept, target);
	} catch (error) {
		if (hasCode(error, "EEXIST", "ENOENT")) throw error;
		renameSync(kept, target);
		return;
	}
	unlinkSync(kept);
}
function exists(target) {
	try {
		lstatSync(target);
		return true;
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
export { moveBack, releaseReplacedFile };
