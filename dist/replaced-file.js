import { fileWithKey, requireUntracked } from "./given-file.js";
import { notWritable, pathTaken, resolvePath } from "./create.js";
import { isSameNumber } from "./start.js";
import { moveBack } from "./replaced-file-claim2.js";
const { randomBytes } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
const { lstatSync, realpathSync, renameSync } = process.getBuiltinModule("node:fs");
// src/destinations/file/replaced-file.ts
async function findOldFile(given, old, folders) {
	const target = resolvePath(given, folders);
	const file = await fileWithKey(target, old, folders);
	if (file === void 0) return void 0;
	const realParent = realpathSync.native(path.dirname(target));
	await requireUntracked(path.join(realParent, path.basename(target)), target);
	return {
		path: target,
		stats: file.stats,
		free: {
			path: target,
			realParent,
			missing: []
		}
	};
}
function replacingFile({ path: target, stats, free }, created) {
	return {
		...created,
		intent: `replace the private key file ${target}`,
		async reserve(claims) {
			const at = path.join(free.realParent, path.basename(target));
			const kept = path.join(free.realParent, `.ec2-key-pair-old-${randomBytes(8).toString("hex")}`);
			claims.intend({
				kind: "replaced-file",
				path: at,
				kept
			}, "job");
			const reservation = await created.reserve(claims);
			return {
				...reservation,
				async deliver(key, keyPairId) {
					await moveAside(at, kept, stats);
					return reservation.deliver(key, keyPairId);
				}
			};
		}
	};
}
async function moveAside(target, kept, old) {
	try {
		renameSync(target, kept);
		if (isSameNumber(lstatSync(kept, { bigint: true }), old)) return;
	} catch (error) {
		throw await notWritable(target, path.dirname(target), error);
	}
	moveBack(kept, target);
	throw pathTaken(target, "it was replaced just now");
}
export { findOldFile, replacingFile };
