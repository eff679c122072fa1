export const id = 751;
export const ids = [751];
export const modules = {

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyFormats
});
// src/keys/formats.ts
const keyFormats = {
	pem: async () => ({ pem }) => ({
		text: pem,
		masks: []
	}),
	ppk: async () => (await __webpack_require__.e(/* import() */ 430).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

6615:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => rethrowRedacted,
i: () => required,
n: () => toCreatedKeyPair,
o: () => throwUnexpectedResponse,
r: () => toKeyPair,
t: () => ec2ErrorNames
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _private_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9486);
var _private_key_material_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8610);

// src/aws/responses.ts
var DamagedResponseError = class extends Error {
	name = "DamagedResponse";
};
function required(value) {
	if (value === void 0 || value === "") throw new DamagedResponseError("the response lacks a required field");
	return value;
}
function throwUnexpectedResponse() {
	throw new DamagedResponseError("this is not a valid response of the service");
}
function rethrowRedacted(error) {
	throw (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.b)(error) ? error : new DamagedResponseError("the response is unreadable");
}
// src/ec2/responses.ts
const ec2ErrorNames = {
	duplicate: "InvalidKeyPair.Duplicate",
	notFound: "InvalidKeyPair.NotFound",
	wouldBeAllowed: "DryRunOperation"
};
function toKeyPair(info, region) {
	const publicKey = info.PublicKey === void 0 ? void 0 : parsePublicKey(info.PublicKey);
	return {
		keyPairId: required(info.KeyPairId),
		keyName: required(info.KeyName),
		region,
		keyType: info.KeyType ?? publicKey?.type,
		fingerprint: info.KeyFingerprint ?? "",
		publicKey,
		createdAt: info.CreateTime,
		tags: new Map((info.Tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]))
	};
}
function toCreatedKeyPair(created, { keyName, region }) {
	return {
		keyPairId: required(created.KeyPairId),
		keyName,
		region,
		fingerprint: required(created.KeyFingerprint),
		privateKey: parsePrivateKey(required(created.KeyMaterial))
	};
}
function parsePrivateKey(keyMaterial) {
	try {
		return _private_key_js__WEBPACK_IMPORTED_MODULE_1__.n.parse(keyMaterial);
	} catch {
		throw new DamagedResponseError("the private key in the response is unreadable");
	}
}
function parsePublicKey(text) {
	try {
		return _private_key_material_js__WEBPACK_IMPORTED_MODULE_2__.o.parseOpenSsh(text);
	} catch {
		return;
	}
}

}),

7327:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openKeyPairSession
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8500);

// src/aws/client.ts
const connectionTimeout = 5e3;
const requestTimeout = 15e3;
const clientSettings = {
	maxAttempts: 1,
	customUserAgent: "ec2-key-pair-action/1",
	requestHandler: {
		connectionTimeout,
		requestTimeout,
		throwOnRequestTimeout: true
	},
	streamCollector: collectBody
};
function guardedClient(Client, settings) {
	const client = new Client(settings);
	client.middlewareStack.add((next) => (args) => {
		refuseUnencrypted(args.request);
		return next(args);
	}, {
		name: "refuseUnencrypted",
		step: "build"
	});
	return client;
}
function collectBody(body) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		const tooLate = setTimeout(() => body.destroy(new BodyTimeoutError()), requestTimeout);
		body.on("data", (chunk) => chunks.push(chunk));
		body.on("end", () => resolve(Buffer.concat(chunks)));
		body.on("error", reject);
		body.on("close", () => clearTimeout(tooLate));
	});
}
var BodyTimeoutError = class extends Error {
	name = "TimeoutError";
	message = `the response was not complete after ${requestTimeout / 1e3} s`;
};
function refuseUnencrypted(request) {
	const { protocol, hostname } = request;
	if (protocol === "https:" || isLoopback(hostname)) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("ENDPOINT_NOT_SAFE", `The endpoint ${protocol}//${hostname} does not use https.`, { hint: "A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for localhost." });
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
// src/aws/retry.ts
const maxUncertain = 4;
const pollCap = 400;
var Retry = class {
	#policy;
	#deadline;
	#throttled = false;
	constructor(policy) {
		this.#policy = policy;
	}
	idempotent(call) {
		return this.#send(call, (failure, tries) => failure === "turned-away" || failure === "uncertain" && tries < maxUncertain);
	}
	once(call) {
		return this.#send(call, (failure) => failure === "turned-away");
	}
	async poll(read, maxPolls) {
		for (let polls = 1;; polls += 1) {
			const seen = await read();
			if (seen !== void 0 || polls >= maxPolls || !await this.#pause(polls, pollCap)) return seen;
		}
	}
	async #send(call, again) {
		for (let tries = 1;; tries += 1) try {
			return await call(this.#policy.signal);
		} catch (error) {
			const failure = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error);
			if (!again(failure, tries)) throw error;
			if (failure === "turned-away") this.#reportThrottling();
			if (!await this.#pause(tries)) throw error;
		}
	}
	#reportThrottling() {
		if (!this.#throttled) this.#policy.onThrottled();
		this.#throttled = true;
	}
	async #pause(tries, cap = this.#policy.cap) {
		const { base, signal } = this.#policy;
		const longest = Math.min(cap, base * 2 ** (tries - 1));
		const pause = Math.random() * longest;
		this.#deadline ??= performance.now() + this.#policy.total;
		if (signal.aborted || performance.now() + pause > this.#deadline) return false;
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(pause, void 0, { signal });
		return true;
	}
};
// src/aws/session.ts
async function openSession(First, name, policy) {
	const first = guardedClient(First, {
		...clientSettings,
		...name === void 0 ? {} : { region: name }
	});
	const region = await first.config.region().catch(async (cause) => {
		throw (await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216))).noRegion(cause);
	});
	const { credentials } = first.config;
	return {
		region,
		credentialsId: await hashOfCredentials(first),
		retry: new Retry(policy),
		client: (Client, overrides) => overrides === void 0 && first instanceof Client ? first : guardedClient(Client, {
			...clientSettings,
			...overrides,
			region,
			credentials
		})
	};
}
async function hashOfCredentials({ config }) {
	const credentials = await config.credentials().catch(async (cause) => {
		throw (await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216))).noCredentials(cause);
	});
	await refuseMalformed(credentials);
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(credentials.accessKeyId).digest("hex").slice(0, 16);
}
async function refuseMalformed(credentials) {
	const { accessKeyId, secretAccessKey, sessionToken = "" } = credentials;
	const malformed = Object.entries({
		"access key ID": accessKeyId,
		"secret access key": secretAccessKey,
		"session token": sessionToken
	}).filter(([, text]) => !/^[!-~]*$/.test(text));
	if (malformed.length === 0) return;
	const { malformedCredentials } = await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216));
	throw malformedCredentials(malformed.map(([name]) => name));
}
// src/ec2/key-pairs.ts
const maxPolls = 25;
var KeyPairs = class {
	region;
	#client;
	#retry;
	constructor(session) {
		this.region = session.region;
		this.#client = session.client(_aws_js__WEBPACK_IMPORTED_MODULE_0__.p);
		this.#retry = session.retry;
	}
	create(pair, onSent = () => void 0) {
		const { region } = this;
		return this.#explained("ec2:CreateKeyPair and ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "CreateKeyPair",
			pair
		}), async () => {
			const response = await this.#retry.once((abortSignal) => {
				onSent();
				return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair), { abortSignal }).catch(_responses_js__WEBPACK_IMPORTED_MODULE_2__.a);
			});
			return (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.n)(response, {
				keyName: pair.keyName,
				region
			});
		});
	}
	import(pair, onResponseLost = () => void 0) {
		return this.#explained("ec2:ImportKeyPair and ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "ImportKeyPair",
			pair
		}), () => this.#retry.idempotent(async (abortSignal) => {
			try {
				const response = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.c)(pair), { abortSignal });
				return {
					keyPairId: (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyPairId),
					fingerprint: (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyFingerprint)
				};
			} catch (error) {
				if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error) === "uncertain") onResponseLost();
				throw error;
			}
		}));
	}
	async find(choice) {
		return this.#explained("ec2:DescribeKeyPairs", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.l)(choice), async () => {
			return (await this.#describe(choice).catch((error) => {
				if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.notFound)) return [];
				throw error;
			})).find(({ keyName, keyPairId }) => "keyName" in choice ? keyName === choice.keyName : keyPairId === choice.keyPairId);
		});
	}
	findEventually(choice) {
		return this.#retry.poll(() => this.find(choice), maxPolls);
	}
	list(filters) {
		return this.#explained("ec2:DescribeKeyPairs", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.l)(filters), () => this.#describe(filters));
	}
	async listEventually(filters) {
		return await this.#retry.poll(async () => {
			const pairs = await this.list(filters);
			return pairs.length === 0 ? void 0 : pairs;
		}, maxPolls) ?? [];
	}
	tag(pair, tags) {
		return this.#explained("ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "CreateTags",
			pair,
			tags
		}), () => this.#retry.idempotent(async (abortSignal) => {
			const { $metadata } = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.r)(pair, tags), { abortSignal });
			if ($metadata.requestId === void 0) await this.#requireTags(pair.keyPairId, tags);
		}));
	}
	async delete(pair) {
		let responseLost = false;
		try {
			await this.#explained("ec2:DeleteKeyPair", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
				call: "DeleteKeyPair",
				pair
			}), () => this.#retry.idempotent(async (abortSignal) => {
				try {
					(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)((await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.i)(pair), { abortSignal })).Return);
				} catch (error) {
					responseLost ||= (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error) === "uncertain";
					throw error;
				}
			}));
			return "deleted";
		} catch (error) {
			if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.notFound)) return responseLost ? "deleted" : "not-found";
			throw error;
		}
	}
	async checkPermission(call) {
		try {
			await this.#explained((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.t)(call), (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)(call), () => this.#retry.idempotent(async (abortSignal) => {
				await this.#sendDryRun(call, { abortSignal });
				(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.o)();
			}));
		} catch (error) {
			if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.wouldBeAllowed)) throw error;
		}
	}
	#sendDryRun(call, options) {
		switch (call.call) {
			case "CreateKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(call.pair, true), options);
			case "ImportKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.c)(call.pair, true), options);
			case "CreateTags": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.r)(call.pair, call.tags, true), options);
			case "DeleteKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.i)(call.pair, true), options);
		}
	}
	async #requireTags(keyPairId, wanted) {
		if (await this.#retry.poll(async () => {
			const pair = await this.find({ keyPairId });
			return wanted.every(({ key, value }) => pair?.tags.get(key) === value) ? pair : void 0;
		}, maxPolls) === void 0) (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.o)();
	}
	#describe(which) {
		return this.#retry.idempotent(async (abortSignal) => {
			const response = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.a)(which), { abortSignal });
			return (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyPairs).map((info) => (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.r)(info, this.region));
		});
	}
	async #explained(action, doing, work) {
		try {
			return await work();
		} catch (error) {
			const { explainEc2 } = await __webpack_require__.e(/* import() */ 839).then(__webpack_require__.bind(__webpack_require__, 3839));
			throw explainEc2(error, {
				action,
				doing,
				region: this.region
			});
		}
	}
};
// src/ec2/session.ts
async function openKeyPairSession(region, policy) {
	const session = await openSession(_aws_js__WEBPACK_IMPORTED_MODULE_0__.p, region, policy);
	return {
		session,
		keyPairs: new KeyPairs(session),
		credentialsId: session.credentialsId
	};
}

}),

6809:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
openKeyPairSession: () => (/* reexport safe */ _session_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7327);

})

};
