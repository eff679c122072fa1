import { roleArn } from "./start.js";
// src/inputs/role.ts
function roleProblems(raw) {
	const arn = raw("role-to-assume").trim();
	if (arn === "" || roleArn.test(arn)) return [];
	return [`role-to-assume: ${arn.length > 80 ? `(${arn.length} characters)` : `"${arn}"`} is not the ARN of an IAM role, such as arn:aws:iam::123456789012:role/ci.`];
}
export { roleProblems };
