// src/inputs/several-regions.ts
const possible = [
	"import",
	"describe",
	"delete"
];
const creating = ["create", "ensure"];
function regionProblems(raw) {
	const input = (name) => raw(name).trim();
	const regions = input("aws-region").toLowerCase().split(/[,\n]/).map((code) => code.trim()).filter((code) => code !== "");
	if (regions.length < 2) return [];
	const seen = new Set();
	const twice = regions.find((code) => seen.size === seen.add(code).size);
	const problems = twice !== void 0 && /^[a-z\d-]{1,30}$/.test(twice) ? [`aws-region names "${twice}" twice.`] : [];
	const reason = whyNot(input("operation").toLowerCase() || "create", input("generate-on").toLowerCase());
	if (reason !== void 0) problems.push(`aws-region names several Regions, but ${reason}.`);
	if (input("key-pair-id") !== "") problems.push("key-pair-id cannot be combined with several Regions: a key pair has another ID in each. Set key-name, or one Region.");
	return problems;
}
function whyNot(operation, generateOn) {
	if (creating.includes(operation)) return generateOn === "runner" ? void 0 : "EC2 would generate another key in each. To use one key in all of them, set generate-on: runner";
	if (possible.includes(operation) || !/^[a-z-]{1,20}$/.test(operation)) return void 0;
	return `${operation} works in one. Set the Region that it is for; a private key in a store is in the first Region`;
}
export { regionProblems };
