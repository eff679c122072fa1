import { KeyPairError, log, removeCommand, writeSummary } from "./start.js";
import { AwsError, actionsOf, createKeyPairCommand, createTagsCommand, deleteKeyPairCommand, doingOf, ec2ErrorNames, errorNames, failureOf, importKeyPairCommand, isNamed, isThrottled, loadSharedConfigFiles, throwUnexpectedResponse } from "./aws.js";
import { clockError, explain, isFailureOfService, isSafeToPrint, responseTextOf } from "./release.js";
// src/aws/explain-credentials.ts
const configureCredentials = {
	hint: "Add an aws-actions/configure-aws-credentials step before this one, with a role that has the permissions listed in the README. The log shows how.",
	details: `\
in the job:
    permissions:
      id-token: write
      contents: read

as a step before this one:
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::<account>:role/<role>
          aws-region: <region>`
};
function noRegion(cause) {
	return new KeyPairError("NO_REGION", "No AWS Region is set.", {
		hint: "Set aws-region, or set it in an aws-actions/configure-aws-credentials step before this one.",
		cause
	});
}
function noCredentials(known = [], cause) {
	const message = ["No AWS credentials were found.", ...known].join(" ");
	return new KeyPairError("NO_CREDENTIALS", message, {
		...configureCredentials,
		cause
	});
}
function noCredentialsOfInstance(known, error) {
	return noCredentials([...known, answerOfInstance(error)], error);
}
function answerOfInstance(error) {
	const status = error instanceof Error && "statusCode" in error ? error.statusCode : void 0;
	if (status === 404) return "The instance metadata service says that this instance has no role.";
	if (status !== void 0) return `The instance metadata service answered with HTTP ${status}.`;
	return isNamed(error, "ProviderError") ? "The instance metadata service did not answer." : "The answer of the instance metadata service cannot be read.";
}
function notLoaded(source, error) {
	if (error instanceof KeyPairError) return error;
	return new KeyPairError("CREDENTIALS_NOT_LOADED", `AWS credentials could not be loaded from ${source}: ${reasonOf(error)}`, {
		hint: "The AWS CLI would use this source, too. Correct it, or remove it to use another one.",
		cause: error
	});
}
function reasonOf(error) {
	if (!(error instanceof Error)) return "unknown error";
	const { message } = error;
	if (message.startsWith("Command failed:")) return "the program failed. Run it in a step to see why.";
	if (isNamed(error, "CredentialsProviderError", "ProviderError")) return message;
	if (isSafeToPrint(error)) return responseTextOf(error);
	return error instanceof TypeError ? "the configuration, or the answer, is incomplete" : "the answer cannot be read";
}
function malformedCredentials(parts) {
	return new KeyPairError("CREDENTIALS_MALFORMED", `The AWS credentials are malformed: the ${parts.join(" and the ")} may only contain printable ASCII characters, without spaces.`, { hint: "Usually the secret was saved with a trailing newline. Save it again without one." });
}
// src/aws/explain-profile.ts
async function profileProblem(name) {
	const { configFile, credentialsFile } = await loadSharedConfigFiles();
	return problemIn(name, {
		profile: (of) => configFile[of] || credentialsFile[of] ? {
			...configFile[of],
			...credentialsFile[of]
		} : void 0,
		ssoSession: (of) => configFile[`sso-session.${of}`]
	}, new Set());
}
function problemIn(name, sections, before) {
	const profile = sections.profile(name);
	if (profile === void 0 || before.has(name)) return void 0;
	const isSource = before.size > 0;
	before.add(name);
	const { role_arn: role, source_profile: source, credential_source: other } = profile;
	if (isSource && hasKeys(profile)) return void 0;
	if (role && (source || other)) {
		if (profile["mfa_serial"]) return needsMfa(name);
		if (!source) return void 0;
		return sections.profile(source) === void 0 ? noSection(`source_profile of profile "${name}"`, source, `profile ${source}`) : problemIn(source, sections, before);
	}
	if (role && !hasKeys(profile) && !profile["web_identity_token_file"]) return needsSource(name);
	return hasKeys(profile) || role && profile["web_identity_token_file"] || profile["credential_process"] ? void 0 : problemOfSso(name, profile, sections);
}
function hasKeys(profile) {
	return Boolean(profile["aws_access_key_id"] && profile["aws_secret_access_key"]);
}
function problemOfSso(name, profile, sections) {
	const { sso_session: session } = profile;
	if (!Object.keys(profile).some((key) => key.startsWith("sso_"))) return void 0;
	const ofSession = session ? sections.ssoSession(session) : profile;
	if (session && ofSession === void 0) return noSection(`sso_session of profile "${name}"`, session, `sso-session ${session}`);
	return lacks(session ? `[sso-session ${session}]` : `profile "${name}"`, ofSession, ["sso_start_url", "sso_region"]) ?? lacks(`profile "${name}"`, profile, ["sso_account_id", "sso_role_name"]);
}
function lacks(where, section, keys) {
	const missing = keys.filter((key) => !section?.[key]);
	if (missing.length === 0) return void 0;
	return new KeyPairError("ENVIRONMENT_INVALID", `SSO is set, but ${missing.join(" and ")} of ${where} ${missing.length === 1 ? "is" : "are"} not.`, { hint: "Add what is missing. `aws configure sso` writes all of it." });
}
function noSection(setting, value, section) {
	return new KeyPairError("ENVIRONMENT_INVALID", `${setting} names a section that does not exist: ${JSON.stringify(value)}.`, { hint: `Add the section [${section}].` });
}
function needsSource(name) {
	return new KeyPairError("ENVIRONMENT_INVALID", `role_arn of profile "${name}" is set, but source_profile and credential_source are not.`, { hint: "Set one of them: it says with which credentials to assume the role." });
}
function needsMfa(name) {
	return new KeyPairError("CREDENTIALS_NOT_LOADED", `AWS credentials could not be loaded from profile "${name}": it has mfa_serial, and no one can enter an MFA code in a job.`, { hint: "Use a role that trusts the OIDC tokens of GitHub instead: set role-to-assume." });
}
// src/aws/poll.ts
async function pollFor(within, read, { lookFor, wait }) {
	const end = performance.now() + within;
	for (let longest = lookFor / 30;; longest = Math.min(longest * 2, lookFor / 2)) {
		const left = end - performance.now();
		const pause = longest * (1 - Math.random() / 4);
		const isLast = left - pause <= lookFor / 4;
		if (!await wait(isLast ? Math.max(0, left) : pause)) return void 0;
		const seen = await read(isLast);
		if (seen !== void 0 || isLast) return seen;
	}
}
// src/aws/retry-notice.ts
function retryNotice(error, service) {
	switch (failureOf(error)) {
		case "never-sent": return `There is no connection to ${service}.`;
		case "turned-away": return noticeOfAnswer(error, service);
		default: return isFailureOfService(error) ? `${service} has an internal error.` : `There is no response from ${service}.`;
	}
}
function noticeOfAnswer(error, service) {
	if (isNamed(error, ...errorNames.busy)) return "Another process is changing the same resource.";
	return (isThrottled(error) ? void 0 : clockError(error, service)) ?? `${service} is throttling requests.`;
}
// src/ec2/after-refusal.ts
const newFor = 6e4;
async function afterRefusal(error, { keyPairId }, keyPairs, again) {
	const seen = await keyPairs.findEventually({ keyPairId }).catch(() => {
		throw error;
	});
	if (seen === void 0) return "not-found";
	const { createdAt } = seen;
	if (createdAt === void 0 || Math.abs(Date.now() - createdAt.getTime()) > newFor) throw error;
	return again();
}
// src/ec2/explain-ec2.ts
const ec2Errors = { KeyPairLimitExceeded: {
	code: "TOO_MANY_KEY_PAIRS",
	hint: "Delete key pairs that no one uses, or ask AWS for a higher quota (5,000 per Region by default)."
} };
function explainEc2(error, attempt) {
	return explain(error, {
		service: "EC2",
		...attempt
	}, ec2Errors);
}
// src/ec2/permission-check.ts
const answers = [
	"NOT_ALLOWED",
	"REFUSED",
	"TOO_MANY_KEY_PAIRS"
];
async function checkPermission(call, { client, retry, region }) {
	try {
		await retry.idempotent(async (abortSignal) => {
			await sendDryRun(call, client, { abortSignal });
			throwUnexpectedResponse();
		});
	} catch (error) {
		if (isNamed(error, ec2ErrorNames.wouldBeAllowed)) return;
		const doing = `check the permission to ${doingOf(call)}`;
		const explained = explainEc2(error, {
			action: actionsOf(call),
			doing,
			region
		});
		if (!answers.includes(explained.code)) throw explained;
		const { code, hint = "" } = explained;
		throw new AwsError(code, `EC2 would not allow this: ${responseTextOf(error)}`, {
			hint,
			cause: error
		});
	}
}
function sendDryRun(call, client, options) {
	switch (call.call) {
		case "CreateKeyPair": return client.send(createKeyPairCommand(call.pair, true), options);
		case "ImportKeyPair": return client.send(importKeyPairCommand(call.pair, true), options);
		case "CreateTags": return client.send(createTagsCommand(call.pair, call.tags, true), options);
		case "DeleteKeyPair": return client.send(deleteKeyPairCommand(call.pair, true), options);
	}
}
// src/step/report-preview.ts
async function reportPreview({ actions, remarks = [], warnings, outputs }, { setOutputs }) {
	for (const { text } of actions) log.info(`Dry run: would ${text}.`);
	for (const remark of remarks) log.info(`Dry run: ${remark}`);
	for (const warning of warnings) log.info(`Dry run: would warn: ${warning}`);
	const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
	for (const check of checks) await check();
	log.info(checks.length > 0 ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
	setOutputs(outputs);
	writeSummary({
		heading: "EC2 key pair: dry run, nothing was changed",
		rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`]),
		notes: [...remarks, ...warnings.map((warning) => `Would warn: ${warning}`)]
	});
}
// src/step/reporting-kinds.ts
function reportingKinds(kinds, why) {
	return {
		"key-pair": {
			parse: kinds["key-pair"].parse,
			async release(record) {
				const { left } = await import("./release.js");
				return left(record, why);
			}
		},
		rotation: {
			parse: kinds.rotation.parse,
			async release(record) {
				const { leftUnfinished } = await import("./rotate.js");
				return leftUnfinished(record, why);
			}
		},
		swap: {
			parse: kinds.swap.parse,
			async release(record) {
				const { readName } = await import("./rotate.js");
				return {
					outcome: "left",
					what: `the new key pair "${readName(record)}" in ${record.region}, which may be incomplete`,
					why
				};
			}
		},
		file: {
			parse: kinds.file.parse,
			release: async ({ path }) => ({
				outcome: "left",
				what: `the private key file ${path}`,
				why,
				command: removeCommand(path)
			})
		},
		"replaced-file": {
			parse: kinds["replaced-file"].parse,
			release: async ({ path, kept }) => ({
				outcome: "left",
				what: `the old private key file of ${path}, which may be at ${kept}`,
				why
			})
		},
		agent: {
			parse: kinds.agent.parse,
			release: async () => ({
				outcome: "left",
				what: "the private key in the SSH agent",
				why
			})
		},
		store: {
			parse: kinds.store.parse,
			release: async ({ reference, region }) => ({
				outcome: "left",
				what: `the private key in ${reference} in ${region}`,
				why
			})
		},
		output: {
			parse: kinds.output.parse,
			release: async () => ({
				outcome: "left",
				what: "the private key in the step's output file",
				why
			})
		}
	};
}
// src/step/session-end.ts
const soon = 18e5;
function noticeOfSessionEnd(end, now) {
	const left = Date.parse(end) - now.getTime();
	if (!(left > 0 && left < soon)) return void 0;
	return `The AWS session of this job ends in ${Math.max(Math.round(left / 6e4), 1)} min. If the job takes longer, its key pair cannot be deleted when it ends. Set role-to-assume: cleanup then starts a session of its own. Or set a longer session duration where the job authenticates to AWS.`;
}
export { afterRefusal, checkPermission, explainEc2, malformedCredentials, noCredentials, noCredentialsOfInstance, noRegion, notLoaded, noticeOfSessionEnd, pollFor, profileProblem, reportPreview, reportingKinds, retryNotice };
