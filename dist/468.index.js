export const id = 468;
export const ids = [468];
export const modules = {

7468:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9278);
var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8300);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9329);
var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3441);

// src/contract/delete-result.ts
function deleteOutputs({ region, deleted }) {
	return {
		"aws-region": region,
		deleted: String(deleted.length)
	};
}
function deleteSummary({ region, deleted }) {
	return {
		heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
		columns: ["Name", "ID"],
		rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [keyName, keyPairId])
	};
}
// src/operations/delete.ts
async function plan(request, look) {
	const pairs = await findAll(request.pairs, look);
	const foreign = pairs.filter((pair) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair.tags, look.run));
	if (foreign.length > 0 && !request.force) throw notOurs(foreign, look.region);
	const warnings = await lookForUsers(pairs, request.ifInUse, look);
	return {
		region: look.region,
		asked: request.pairs,
		pairs,
		warnings
	};
}
function intentions({ pairs, region }) {
	if (pairs.length === 0) return [{ text: `delete nothing: there is no such key pair in ${region}` }];
	return pairs.map(({ keyName, keyPairId }) => ({
		text: `delete the key pair "${keyName}" (${keyPairId}) in ${region}`,
		call: {
			call: "DeleteKeyPair",
			keyPairId
		}
	}));
}
async function carryOut({ pairs, region }, { keyPairs, announce }) {
	const deleted = [];
	const failures = [];
	for (const pair of pairs) {
		const doing = `delete the key pair "${pair.keyName}" (${pair.keyPairId})`;
		try {
			if (await keyPairs.delete(pair.keyPairId) === "deleted") deleted.push(pair);
		} catch (error) {
			failures.push((0,_patience_js__WEBPACK_IMPORTED_MODULE_1__.s)(error, {
				action: "ec2:DeleteKeyPair",
				doing,
				region
			}));
		}
	}
	const result = {
		region,
		deleted
	};
	announce(result);
	if (failures.length > 0) throw severalFailures(failures);
	return result;
}
async function findAll(pairs, look) {
	if ("runId" in pairs) return look.listPatiently((0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.s)(pairs.runId, look.run));
	const pair = await look.findPatiently(pairs);
	return pair === void 0 ? [] : [pair];
}
async function lookForUsers(pairs, policy, look) {
	if (policy === "ignore" || pairs.length === 0) return [];
	const seen = await look.usersOf(pairs.map(({ keyName }) => keyName));
	const sentences = pairs.flatMap(({ keyName }) => {
		const users = seen.get(keyName);
		if (users === void 0) return [];
		if ("unknown" in users) return [`Whether the key pair "${keyName}" is in use cannot be seen: ${users.unknown}`];
		if (users.users.length === 0) return [];
		return [`The key pair "${keyName}" is in use by ${users.users.map(({ what }) => what).join(", ")}.`];
	});
	if (policy === "fail" && sentences.length > 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("IN_USE", [...sentences, "Nothing was deleted."].join("\n"), { hint: "Running instances keep the public key; what launches new ones fails without the pair. Change what names the pair, or give if-in-use: warn." });
	return sentences;
}
function notOurs(foreign, region) {
	const named = foreign.map(({ keyName, keyPairId }) => `"${keyName}" (${keyPairId})`).join(", ");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("NOT_OURS", `This repository did not make the key pair ${named} in ${region} with this action. Nothing was deleted.`, { hint: "If it may go all the same, give force: true." });
}
function severalFailures(failures) {
	const [first] = failures;
	const hints = [...new Set(failures.flatMap(({ hint }) => hint === void 0 ? [] : [hint]))];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(first?.code ?? "REFUSED", failures.map(({ message }) => message).join("\n"), {
		hint: hints.join("\n"),
		cause: failures
	});
}
// src/wiring/delete.ts
async function run(request) {
	const { look, keyPairs } = await (0,_step_js__WEBPACK_IMPORTED_MODULE_4__.n)(request.region);
	const planned = await plan(request, {
		...look,
		async usersOf(keyNames) {
			const { keyPairUsersOf } = await __webpack_require__.e(/* import() */ 72).then(__webpack_require__.bind(__webpack_require__, 7072));
			return keyPairUsersOf(look.region).usersOf(keyNames);
		}
	});
	for (const warning of planned.warnings) _log_js__WEBPACK_IMPORTED_MODULE_3__.t.warning(warning);
	if (request.dryRun) return (0,_step_js__WEBPACK_IMPORTED_MODULE_4__.t)(intentions(planned), keyPairs);
	if (planned.pairs.length === 0) _log_js__WEBPACK_IMPORTED_MODULE_3__.t.notice(`There is no such key pair in ${look.region}: nothing to delete.`);
	const result = await carryOut(planned, {
		keyPairs,
		announce: (done) => (0,_step_js__WEBPACK_IMPORTED_MODULE_4__.a)(deleteOutputs(done))
	});
	for (const { keyName, keyPairId } of result.deleted) _log_js__WEBPACK_IMPORTED_MODULE_3__.t.info(`Deleted ${keyName} (${keyPairId}) in ${look.region}.`);
	(0,_step_js__WEBPACK_IMPORTED_MODULE_4__.i)(deleteSummary(result));
}

})

};
