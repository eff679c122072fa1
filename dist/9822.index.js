export const id = 9822;
export const ids = [9822];
export const modules = {

9822:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
describe: () => describe
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);

// src/results/key-pair-list.ts
const maxOutput = 262144;
const maxLines = 20;
function listJson(pairs) {
	return JSON.stringify(pairs);
}
function listOutputs(pairs, region, file) {
	return {
		"key-pairs": `[${entriesThatFit(pairs).join(",")}]`,
		"key-pairs-path": file,
		"aws-region": region,
		changed: "false"
	};
}
function listWarnings(pairs) {
	const { length } = entriesThatFit(pairs);
	if (length === pairs.length) return [];
	return [`The output key-pairs holds the first ${counted(length)} of ${counted(pairs.length)}; key-pairs-path holds all.`];
}
function listLines(pairs, region, file) {
	const shown = pairs.slice(0, maxLines);
	const more = pairs.length - shown.length;
	return [
		`Key pairs in ${region}: ${pairs.length}.`,
		...shown.map(({ keyName, keyPairId, keyType }) => `  ${keyName} ${keyPairId} ${keyType}`),
		...more > 0 ? [`  … and ${more} more, in ${file}.`] : []
	];
}
function listSummary(pairs, region, file) {
	if (pairs.length === 0) return {
		heading: `No EC2 key pairs found in ${region}`,
		rows: []
	};
	const shown = pairs.slice(0, 500);
	const more = pairs.length - shown.length;
	return {
		heading: `EC2 key pairs found in ${region}: ${pairs.length}`,
		columns: [
			"Name",
			"ID",
			"Type",
			"Created",
			"Managed",
			"Tags"
		],
		rows: shown.map((pair) => [
			{ value: pair.keyName },
			pair.keyPairId,
			pair.keyType,
			(pair.createdAt ?? "").slice(0, 10),
			pair.managed ? "yes" : "no",
			userTagsOf(pair)
		]),
		...more > 0 ? { notes: [`Not shown: ${more}. The complete list is in ${file}.`] } : {}
	};
}
function userTagsOf({ tags }) {
	const own = Object.entries(tags).filter(([key]) => !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.r)(key));
	return own.length === 0 ? "" : { value: own.map(([key, value]) => `${key}=${value}`).join(", ") };
}
function counted(count) {
	return count.toLocaleString("en-US");
}
function entriesThatFit(pairs) {
	const entries = [];
	let length = 1;
	for (const pair of pairs) {
		const entry = JSON.stringify(pair);
		length += entry.length + 1;
		if (length > maxOutput) break;
		entries.push(entry);
	}
	return entries;
}
// src/operations/describe.ts
const describe = {
	async plan({ pairs }, step) {
		return (await findAll(pairs, step)).map((pair) => listed(pair, step.run)).sort(byName);
	},
	async preview(pairs, { keyPairs }) {
		const { region } = keyPairs;
		return {
			actions: [{ text: `list ${pairs.length} key ${pairs.length === 1 ? "pair" : "pairs"} in ${region}` }],
			warnings: listWarnings(pairs),
			outputs: listOutputs(pairs, region, "")
		};
	},
	async execute(pairs, step) {
		const { region } = step.keyPairs;
		const file = step.writeListFile(listJson(pairs));
		step.setOutputs(listOutputs(pairs, region, file));
		return {
			lines: listLines(pairs, region, file),
			warnings: listWarnings(pairs),
			summary: listSummary(pairs, region, file)
		};
	}
};
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return keyPairs.list((0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.t)(choice.runId, run));
	if ("tags" in choice) return keyPairs.list(filtersOf(choice));
	const pair = await keyPairs.findEventually(choice);
	if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_1__.n)(choice, keyPairs.region, run);
	return [pair];
}
function filtersOf({ namePattern, fingerprint, tags }) {
	return [
		...namePattern === void 0 ? [] : [{
			name: "key-name",
			pattern: namePattern
		}],
		...fingerprint === void 0 ? [] : [{
			name: "fingerprint",
			pattern: fingerprint
		}],
		...tags
	];
}
function listed(pair, run) {
	const { keyName, keyPairId, keyType, fingerprint, region, createdAt, tags } = pair;
	return {
		keyName,
		keyPairId,
		keyType: keyType ?? "",
		fingerprint,
		region,
		createdAt: createdAt?.toISOString() ?? null,
		managed: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.n)(tags, run),
		tags: Object.fromEntries([...tags].filter(([key]) => key !== _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce))
	};
}
function byName(a, b) {
	if (a.keyName === b.keyName) return 0;
	return a.keyName < b.keyName ? -1 : 1;
}

})

};
