import { KeyPairError, hasCode, withOpenFile } from "./start.js";
const { constants, fchmodSync, fstatSync, ftruncateSync } = process.getBuiltinModule("node:fs");
// src/destinations/output.ts
const notAFile = [
	"EISDIR",
	"ENXIO",
	"ELOOP"
];
async function openOutput(_request, { keyName }, { outputFile, setOutput, userId }) {
	const delivered = {
		label: "Private key output",
		where: "private-key",
		until: "masked, for this job only",
		outlivesJob: false,
		outputs: {},
		warnings: []
	};
	return {
		intent: "set the output private-key",
		tags: [],
		expected: async () => delivered,
		async reserve(claims) {
			const record = {
				kind: "output",
				path: outputFile()
			};
			const claim = claims.intend(record, "job");
			if (userId !== void 0) await restrictToOwner(record.path);
			return {
				async deliver(key) {
					const text = await key.as("pem", { comment: keyName });
					claim.held({
						...record,
						filled: true
					});
					try {
						setOutput("private-key", text);
					} catch (error) {
						if (error instanceof KeyPairError && hasCode(error.cause, ...notAFile)) claim.held(record);
						throw error;
					}
					return delivered;
				},
				async close() {}
			};
		}
	};
}
async function restrictToOwner(file) {
	const mode = modeAfterChmod(file);
	if ((mode & 63) === 0) return;
	const { outputReadableByOthers } = await import("./readable-by-others.js");
	throw outputReadableByOthers(mode);
}
function modeAfterChmod(file) {
	try {
		return withOpenFile(file, constants.O_WRONLY, (descriptor) => {
			try {
				fchmodSync(descriptor, 384);
			} catch {}
			return Number(fstatSync(descriptor, { bigint: true }).mode);
		});
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
		throw new KeyPairError("RUNNER_FILE_NOT_WRITABLE", `Cannot write the runner's file for outputs (${code}).`, {
			hint: "An earlier step removed or replaced that file, or the runner's temp folder.",
			cause
		});
	}
}
async function releaseOutput({ path: file, filled }) {
	const what = "the private key in the step's output file";
	try {
		return emptyFile(file) ? {
			outcome: "done",
			said: "Removed the private key from the step's output file."
		} : {
			outcome: "already-gone",
			what
		};
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return {
			outcome: "already-gone",
			what
		};
		if (!hasCode(error, ...notAFile)) return {
			outcome: "left",
			what,
			why: hasCode(error, "EACCES", "EPERM") ? "permission denied" : "the file cannot be emptied"
		};
		return filled === true ? {
			outcome: "left",
			what,
			why: `something that is not a regular file is at ${file} now`
		} : {
			outcome: "done",
			said: "Nothing to delete: this step did not write to its output file."
		};
	}
}
function emptyFile(file) {
	return withOpenFile(file, constants.O_WRONLY, (descriptor) => {
		const isFilled = fstatSync(descriptor).size > 0;
		if (isFilled) ftruncateSync(descriptor, 0);
		return isFilled;
	});
}
export { openOutput, releaseOutput };
