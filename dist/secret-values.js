import { inputTable } from "./start.js";
// src/inputs/secret-values.ts
const minBase64 = 8;
const inJson = (text) => JSON.stringify(text).slice(1, -1);
const inUrl = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (character) => `%${hexOf(character, 2)}`);
const encoders = [
	inJson,
	(text) => unicodeIn(inJson(text).replaceAll("/", "\\/"), /[^\0-\x7f]/g),
	(text) => unicodeIn(inJson(text), /[^\0-\x7f]/g),
	(text) => unicodeIn(inJson(text), /[<>&\u2028\u2029]/g),
	(text) => unicodeIn(inJson(text).replaceAll("\\\"", "\""), /[<>&'"+`]|[^\0-\x7f]/g).replace(/\\u..../g, upper),
	inUrl,
	(text) => encodeURIComponent(text.toWellFormed()),
	(text) => inUrl(text).replaceAll("%2F", "/"),
	(text) => inUrl(text).replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent),
	(text) => inUrl(text).replaceAll("%20", "+"),
	(text) => inUrl(text).replaceAll("%20", "+").replaceAll("~", "%7E"),
	(text) => new URLSearchParams({ "": text }).toString().slice(1),
	(text) => inUrl(text).replace(/%../g, (escaped) => escaped.toLowerCase()),
	(text) => inMarkup(text, "\"", "'"),
	(text) => inMarkup(text, "&quot;", "&#x27;"),
	(text) => inMarkup(text, "&quot;", "&#39;"),
	(text) => inMarkup(text, "&quot;", "&#039;"),
	(text) => inMarkup(text, "&#34;", "&#39;"),
	(text) => text.replaceAll("'", String.raw`'\''`),
	(text) => text.replaceAll("'", `'"'"'`),
	(text) => text.replace(/["$`\\]/g, String.raw`\$&`),
	(text) => text.replace(/[\s!"$&'()*,;<>?[\\\]^`{|}]|^#|(?<=^|[=:])~/g, String.raw`\$&`),
	(text) => text.replace(/[^\w.,:+/@-]/g, String.raw`\$&`),
	(text) => text.replaceAll("\\", "\\\\"),
	(text) => text.replace(/[\\']/g, String.raw`\$&`),
	(text) => text.replace(/[^\w\u0080-\uffff]/g, String.raw`\$&`)
];
function secretValues(raw, table = inputTable) {
	const values = Object.entries(table).flatMap(([name, { secret, filledIn }]) => secret === true && filledIn === void 0 ? formsOf(raw(name)) : []);
	return [...new Set(values)];
}
function formsOf(value) {
	const trimmed = value.trim();
	if (trimmed === "") return [];
	return [
		value,
		trimmed,
		...encoders.map((encode) => encode(value)),
		...base64Of(value),
		...base64Of(inJson(value))
	];
}
function base64Of(value) {
	const bytes = Buffer.from(value);
	return [
		0,
		1,
		2
	].map((skipped) => bytes.subarray(skipped, skipped + 3 * Math.floor((bytes.length - skipped) / 3))).map((groups) => groups.toString("base64")).filter(({ length }) => length >= minBase64);
}
function unicodeIn(text, characters) {
	return text.replace(characters, (character) => `\\u${hexOf(character, 4).toLowerCase()}`);
}
function inMarkup(text, quote, apostrophe) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", quote).replaceAll("'", apostrophe);
}
function hexOf(character, digits) {
	return character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, "0");
}
function upper(escaped) {
	return `\\u${escaped.slice(2).toUpperCase()}`;
}
export { secretValues };
