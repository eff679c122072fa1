import { releaseRotation as releaseRotation$1 } from "./end-rotation.js";
import { registerMasks } from "./start.js";
import { openStore } from "./stores.js";
// src/step/release-rotation.ts
function releaseRotation(record, open) {
	return releaseRotation$1(record, async (region, recorded) => {
		const access = await open(region, recorded);
		return {
			...access,
			openStore: (reference) => openStore(reference, access.session)
		};
	}, registerMasks);
}
export { releaseRotation };
