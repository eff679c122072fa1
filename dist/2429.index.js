export const id = 2429;
export const ids = [2429];
export const modules = {

2429:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
misspellings: () => misspellings
});
var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8695);

// leven
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// src/inputs/misspelled.ts
const maxEdits = 2;
const minLetters = 6;
const valuesOfShortNames = {
	"run-id": /^\d+$/,
	tags: /=/,
	force: /^(?:true|false)$/i,
	store: /^(?:ssm|secrets-manager)(?::|$)/i
};
const otherNames = [
	[
		/^dry|dryrun/,
		/^(?:true|false)$/i,
		"dry-run"
	],
	[
		/^(?:if|in|on|when).*use/,
		/^(?:fail|warn)$/i,
		"if-in-use"
	],
	[
		/^life/,
		/^(?:job|run|persistent)$/i,
		"lifetime"
	],
	[
		/^aws.*region/,
		/^[a-z]+(?:-[a-z]+)+-\d$/i,
		"aws-region"
	]
];
function misspellings(unknown, raw, table = _table_js__WEBPACK_IMPORTED_MODULE_0__.t) {
	return unknown.flatMap((name) => {
		const value = raw(name).trim();
		const known = value === "" ? void 0 : knownNameLike(name, value, Object.keys(table));
		return known === void 0 || raw(known).trim() === value ? [] : [`${name.toLowerCase()} is not an input. Did you mean ${known}?`];
	});
}
function knownNameLike(name, value, knownNames) {
	const letters = lettersOf(name);
	const [nearest] = knownNames.map((known) => ({
		known,
		edits: editsBetween(letters, lettersOf(known))
	})).filter(({ known, edits }) => edits <= allowedEdits(known, value)).toSorted((a, b) => a.edits - b.edits);
	return nearest?.known ?? knownNameFor(letters, value, knownNames);
}
function knownNameFor(letters, value, knownNames) {
	const [, , found] = otherNames.find(([names, values]) => names.test(letters) && values.test(value)) ?? [];
	return knownNames.find((known) => known === found);
}
function allowedEdits(known, value) {
	if (lettersOf(known).length >= minLetters) return maxEdits;
	return valuesOfShortNames[known]?.test(value) === true ? 1 : 0;
}
function editsBetween(a, b) {
	const edits = leven(a, b, { maxDistance: 3 });
	return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}
function sorted(letters) {
	return [...letters].toSorted().join("");
}
function lettersOf(name) {
	return name.toLowerCase().replace(/[-_.\s]/g, "");
}

})

};
