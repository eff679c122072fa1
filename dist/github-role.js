import { KeyPairError, log, registerMasks, timeForRole, unlessAborted, workflowRun } from "./start.js";
import { DamagedResponseError, Retry, isNamed } from "./aws.js";
import { explain, responseTextOf } from "./release.js";
import { get } from "./sweep.js";
// src/aws/id-token.ts
const audience = "sts.amazonaws.com";
const timeLimit = 5e3;
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;
async function requestIdToken(transport, signal) {
	const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = transport.variables;
	if (!url || !bearer) throw noPermission();
	const target = URL.parse(url);
	if (target === null) throw notIssued("ACTIONS_ID_TOKEN_REQUEST_URL is not a URL.");
	target.searchParams.set("audience", audience);
	const { status, body } = await request(target, `Bearer ${bearer}`, transport, signal);
	if (status === 429 || status >= 500) throw new UnavailableError(status);
	if (status !== 200) throw notIssued(`GitHub answered with HTTP ${status}.`);
	return tokenIn(body);
}
function claimsOf(token) {
	try {
		const { sub, aud, iss } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
		const texts = Object.entries({
			sub,
			aud,
			iss
		}).filter(([, value]) => typeof value === "string" && /^[!-~]{1,300}$/.test(value));
		return Object.fromEntries(texts);
	} catch {
		return {};
	}
}
function tokenIn(body) {
	let value;
	try {
		({value} = JSON.parse(body) ?? {});
	} catch {
		value = void 0;
	}
	if (typeof value === "string" && tokenForm.test(value)) return value;
	throw new DamagedResponseError("the response of GitHub contains no OIDC token");
}
async function request(url, authorization, transport, signal) {
	const { connectionError, directAgents, refuseUnsafe } = await import("./network.js");
	const { protocol, hostname } = url;
	const target = {
		protocol,
		hostname,
		port: Number(url.port) || 443
	};
	refuseUnsafe(target, transport);
	const tooLate = AbortSignal.timeout(timeLimit);
	try {
		return await get(url, {
			headers: {
				authorization,
				accept: "application/json",
				"user-agent": "ec2-key-pair-action/1"
			},
			signal: AbortSignal.any([signal, tooLate]),
			...directAgents(protocol, transport)
		});
	} catch (error) {
		if (tooLate.aborted && !signal.aborted) throw new TokenTimeoutError();
		throw connectionError(error, target, transport);
	}
}
function noPermission() {
	return new KeyPairError("NO_ID_TOKEN", "role-to-assume needs an OIDC token from GitHub, and this job may not request one.", { hint: "Add id-token: write to the permissions of this job. If it is in a reusable workflow, the job that calls it needs that permission, too. Pull requests from forks never have it: skip this step for them." });
}
function notIssued(why) {
	return new KeyPairError("ID_TOKEN_NOT_ISSUED", `GitHub did not issue an OIDC token. ${why}`, { hint: "Run the job again. If this happens every time, check the policy for OIDC in the settings of your organization or enterprise." });
}
var UnavailableError = class extends Error {
	name = "Unavailable";
	$fault = "server";
	$metadata;
	constructor(status) {
		super(`GitHub answered with HTTP ${status}`);
		this.$metadata = { httpStatusCode: status === 429 ? 503 : status };
	}
};
var TokenTimeoutError = class extends Error {
	name = "TimeoutError";
	message = `no OIDC token after ${timeLimit / 1e3} s`;
};
// src/aws/github-role.ts
const duration = 3600;
const usableFor = 33e5;
function stopwatch() {
	const [started, date] = [performance.now(), Date.now()];
	return () => Math.max(performance.now() - started, Date.now() - date);
}
var GitHubRole = class {
	arn;
	#settings;
	#session;
	constructor(settings) {
		this.arn = settings.arn;
		this.#settings = settings;
	}
	source(sts) {
		return {
			identity: this.arn,
			provider: (properties) => {
				const before = this.#session;
				if (before !== void 0 && before.age() < usableFor) return before.credentials;
				const age = stopwatch();
				const credentials = this.#withinLimit((retry) => this.#assume(retry, sts(), properties));
				this.#session = {
					credentials,
					age
				};
				if (before !== void 0) credentials.catch(() => this.#forget(credentials, before));
				return credentials;
			}
		};
	}
	#forget(credentials, before) {
		if (this.#session?.credentials === credentials) this.#session = before;
	}
	async #withinLimit(work) {
		const { arn, policy, timeLimit } = this.#settings;
		const tooLate = new AbortController();
		const timer = setTimeout(() => tooLate.abort(timedOut(arn, timeLimit)), timeLimit);
		const signal = AbortSignal.any([policy.signal, tooLate.signal]);
		const total = timeLimit / 2;
		const insistFor = Math.min(policy.insistFor, total);
		try {
			return await unlessAborted(work(new Retry({
				...policy,
				total,
				insistFor,
				signal
			})), signal);
		} finally {
			clearTimeout(timer);
		}
	}
	async #assume(retry, sts, properties) {
		const { arn, sessionName } = this.#settings;
		const token = await this.#maskedToken(retry);
		const { fromWebToken } = await import("./credentials.js");
		const provider = fromWebToken({
			roleArn: arn,
			roleSessionName: sessionName,
			webIdentityToken: token,
			durationSeconds: duration,
			clientConfig: {
				...sts,
				maxAttempts: 1
			}
		});
		const next = retry.tries();
		for (;;) try {
			return await retry.idempotent(() => provider(properties), "STS");
		} catch (error) {
			if (!(isOfProvider(error) && await next("short"))) throw explained(error, arn, sts.region, claimsOf(token));
		}
	}
	async #maskedToken(retry) {
		const { transport, registerMasks } = this.#settings;
		const token = await retry.idempotent((signal) => requestIdToken(transport, signal), "GitHub").catch((error) => {
			throw withoutToken(error);
		});
		await registerMasks([token, token.slice(token.lastIndexOf(".") + 1)]);
		return token;
	}
};
function timedOut(arn, timeLimit) {
	return new KeyPairError("ROLE_NOT_ASSUMED", `Could not assume the role ${arn}: no answer within ${timeLimit / 1e3} s.`, { hint: "Check the network and any proxy between the runner, GitHub, and AWS STS." });
}
function notAssumed(error) {
	const hint = error instanceof KeyPairError ? error.hint : void 0;
	return new KeyPairError("ROLE_NOT_ASSUMED", `${sentenceOf(error)} The environment has no valid AWS credentials of the same account.`, {
		hint,
		cause: error
	});
}
function sentenceOf(error) {
	return `${(error instanceof KeyPairError ? error.message : `The role was not assumed: ${responseTextOf(error)}`).replace(/\.$/, "")}.`;
}
function withoutToken(error) {
	if (error instanceof KeyPairError) return error;
	return new KeyPairError("ID_TOKEN_NOT_ISSUED", `GitHub did not issue an OIDC token: ${responseTextOf(error)}`, {
		hint: "See https://www.githubstatus.com. On a self-hosted runner, also check its network, and any proxy.",
		cause: error
	});
}
function isOfProvider(error) {
	if (isNamed(error, "IDPCommunicationError", "IDPCommunicationErrorException")) return true;
	return isNamed(error, "InvalidIdentityToken", "InvalidIdentityTokenException") && error instanceof Error && error.message.includes("retrieve verification key");
}
function explained(error, arn, region, claims) {
	const attempt = {
		service: "STS",
		action: "sts:AssumeRoleWithWebIdentity",
		doing: `assume the role ${arn}`,
		region
	};
	return explain(error, attempt, refusals(claims));
}
function refusals({ sub, aud, iss }) {
	const host = iss?.replace(/^https:\/\//, "") ?? "token.actions.githubusercontent.com";
	const code = "ROLE_NOT_ASSUMED";
	const denied = {
		code,
		hint: `The trust policy of the role must allow sts:AssumeRoleWithWebIdentity if ${host}:sub is "${sub ?? "that of this job"}" and ${host}:aud is "${aud ?? "sts.amazonaws.com"}". Also check that the role exists.`
	};
	const invalid = {
		code,
		hint: `The account of the role needs an OIDC identity provider in IAM for https://${host}, with the audience ${aud ?? "sts.amazonaws.com"}.`
	};
	return {
		AccessDenied: denied,
		InvalidIdentityToken: invalid,
		InvalidIdentityTokenException: invalid,
		IDPRejectedClaim: invalid,
		IDPRejectedClaimException: invalid
	};
}
// src/step/role-session-name.ts
const longest = 64;
const leastOfJob = 20;
function sessionNameOf(repository, run, job) {
	const [name, jobName] = [repository, job].map((text) => text.replace(/[^\w+=,.@-]/g, "-"));
	const room = longest - run.length - 2;
	const forJob = Math.min(jobName.length, Math.max(leastOfJob, room - name.length));
	return [
		name.slice(0, room - forJob),
		run,
		jobName.slice(0, forJob)
	].filter((part) => part !== "").join(".");
}
// src/step/github-role.ts
function githubRole(arn, policy, timeLimit, warn) {
	const { repository, runId, attempt, job } = workflowRun();
	return new GitHubRole({
		arn,
		sessionName: sessionNameOf(repository.slice(repository.lastIndexOf("/") + 1), `${runId}-${attempt}`, job),
		policy,
		timeLimit,
		transport: {
			variables: process.env,
			...warn && { warn }
		},
		registerMasks
	});
}
// src/step/cleanup-role.ts
const roles = new Map();
async function openWithRole(recorded, policy, open) {
	const role = roles.get(recorded.role) ?? githubRole(recorded.role, policy, timeForRole.post);
	roles.set(recorded.role, role);
	try {
		return await open(role);
	} catch (error) {
		const access = await open().catch(() => void 0);
		if (!await access?.isSameAccount(recorded).catch(() => false) || access === void 0) throw notAssumed(error);
		log.info(`${sentenceOf(error)} Using the AWS credentials of the environment, which belong to the same account.`);
		return access;
	}
}
export { githubRole, openWithRole };
