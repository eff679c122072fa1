export const id = 350;
export const ids = [350];
export const modules = {

7125:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => AwsJson1_1Protocol
});
var _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3569);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// @aws-sdk/core
var AwsJsonRpcProtocol = class extends _aws_js__WEBPACK_IMPORTED_MODULE_1__.Vt {
	serializer;
	deserializer;
	serviceTarget;
	codec;
	mixin;
	awsQueryCompatible;
	constructor({ defaultNamespace, errorTypeRegistries, serviceTarget, awsQueryCompatible, jsonCodec }) {
		super({
			defaultNamespace,
			errorTypeRegistries
		});
		this.serviceTarget = serviceTarget;
		this.codec = jsonCodec ?? new _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.t({
			timestampFormat: {
				useTrait: true,
				default: 7
			},
			jsonName: false
		});
		this.serializer = this.codec.createSerializer();
		this.deserializer = this.codec.createDeserializer();
		this.awsQueryCompatible = !!awsQueryCompatible;
		this.mixin = new _aws_js__WEBPACK_IMPORTED_MODULE_1__.dt(this.awsQueryCompatible);
	}
	async serializeRequest(operationSchema, input, context) {
		const request = await super.serializeRequest(operationSchema, input, context);
		if (!request.path.endsWith("/")) request.path += "/";
		request.headers["content-type"] = `application/x-amz-json-${this.getJsonRpcVersion()}`;
		request.headers["x-amz-target"] = `${this.serviceTarget}.${operationSchema.name}`;
		if (this.awsQueryCompatible) request.headers["x-amzn-query-mode"] = "true";
		if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.yn)(operationSchema.input) === "unit" || !request.body) request.body = "{}";
		return request;
	}
	getPayloadCodec() {
		return this.codec;
	}
	async handleError(operationSchema, context, response, dataObject, metadata) {
		const { awsQueryCompatible } = this;
		if (awsQueryCompatible) this.mixin.setQueryCompatError(dataObject, response);
		const errorIdentifier = (0,_JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.n)(response, dataObject, awsQueryCompatible) ?? "Unknown";
		this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
		const { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, dataObject, metadata, awsQueryCompatible ? this.mixin.findQueryCompatibleError : void 0);
		const ns = _aws_js__WEBPACK_IMPORTED_MODULE_1__._n.of(errorSchema);
		const message = dataObject.message ?? dataObject.Message ?? "UnknownError";
		const exception = new ((this.compositeErrorRegistry.getErrorCtor(errorSchema)) ?? Error)({});
		const output = {};
		const errorDeserializer = this.codec.createDeserializer();
		for (const [name, member] of ns.structIterator()) if (dataObject[name] != null) output[name] = errorDeserializer.readObject(member, dataObject[name]);
		if (awsQueryCompatible) this.mixin.queryCompatOutput(dataObject, output);
		throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
			$fault: ns.getMergedTraits().error,
			message
		}, output), dataObject);
	}
};
var AwsJson1_1Protocol = class extends AwsJsonRpcProtocol {
	constructor({ defaultNamespace, errorTypeRegistries, serviceTarget, awsQueryCompatible, jsonCodec }) {
		super({
			defaultNamespace,
			errorTypeRegistries,
			serviceTarget,
			awsQueryCompatible,
			jsonCodec
		});
	}
	getShapeId() {
		return "aws.protocols#awsJson1_1";
	}
	getJsonRpcVersion() {
		return "1.1";
	}
	getDefaultContentType() {
		return "application/x-amz-json-1.1";
	}
};

}),

370:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => shellWord,
t: () => removeCommand
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/shell-word.ts
const usual = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "\\" ? "PowerShell" : "bash";
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;
function shellWord(text, shell = usual) {
	if (/^[\w./:%+-]+$/.test(text)) return text;
	if (shell === "PowerShell") return powerShellWord(text);
	return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
function removeCommand(file, shell = usual) {
	return `${shell === "PowerShell" ? "Remove-Item -Force -LiteralPath" : "rm -f"} ${shellWord(file, shell)}`;
}
function powerShellWord(text) {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
function escapedWord(text) {
	const bytes = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
	return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(odd, "gu"), bytes)}'`;
}

}),

350:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
parameterStore: () => parameterStore
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7125);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);

// @aws-sdk/client-ssm
const defaultSSMHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Yn)(context).operation,
		region: await (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "ssm",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultSSMHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__._t)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(config.authSchemePreference ?? []) });
};
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "ssm"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};
var version = "3.1169.0";
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://ssm-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://ssm.{Region}.amazonaws.com", i],
		["https://ssm-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://ssm.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://ssm.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = _aws_js__WEBPACK_IMPORTED_MODULE_0__["in"].from(nodes, root, _data.conditions, _data.results);
const cache = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.rn({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.tn)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_aws_js__WEBPACK_IMPORTED_MODULE_0__.nn.aws = _aws_js__WEBPACK_IMPORTED_MODULE_0__.wt;
var SSMServiceException = class SSMServiceException extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.mn {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.ssm#SSMServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, SSMServiceException.prototype);
	}
};
const _APl = "AllowedPattern";
const _ARN = "ARN";
const _D = "Description";
const _DPR = "DeleteParameterRequest";
const _DPRe = "DeleteParameterResult";
const _DPe = "DeleteParameter";
const _DTa = "DataType";
const _GPR = "GetParameterRequest";
const _GPRe = "GetParameterResult";
const _GPe = "GetParameter";
const _K = "Key";
const _KI = "KeyId";
const _LMD = "LastModifiedDate";
const _LTFR = "ListTagsForResource";
const _LTFRR = "ListTagsForResourceRequest";
const _LTFRRi = "ListTagsForResourceResult";
const _N = "Name";
const _Ov = "Overwrite";
const _PP = "PutParameter";
const _PPR = "PutParameterRequest";
const _PPRu = "PutParameterResult";
const _PSPV = "PSParameterValue";
const _Par = "Parameter";
const _Po = "Policies";
const _RI = "ResourceId";
const _RTe = "ResourceType";
const _SRo = "SourceResult";
const _Sel = "Selector";
const _T = "Tags";
const _TLa = "TagList";
const _Tag = "Tag";
const _Tie = "Tier";
const _Ty = "Type";
const _V = "Value";
const _Ve = "Version";
const _WD = "WithDecryption";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.ssm";
const n0 = "com.amazonaws.ssm";
const _s_registry = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(_s);
var SSMServiceException$ = [
	-3,
	_s,
	"SSMServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(SSMServiceException$, SSMServiceException);
const errorTypeRegistries = [_s_registry, new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(n0)];
var PSParameterValue = [
	0,
	n0,
	_PSPV,
	8,
	0
];
var DeleteParameterRequest$ = [
	3,
	n0,
	_DPR,
	0,
	[_N],
	[0],
	1
];
var DeleteParameterResult$ = [
	3,
	n0,
	_DPRe,
	0,
	[],
	[]
];
var GetParameterRequest$ = [
	3,
	n0,
	_GPR,
	0,
	[_N, _WD],
	[0, 2],
	1
];
var GetParameterResult$ = [
	3,
	n0,
	_GPRe,
	0,
	[_Par],
	[[() => Parameter$, 0]]
];
var ListTagsForResourceRequest$ = [
	3,
	n0,
	_LTFRR,
	0,
	[_RTe, _RI],
	[0, 0],
	2
];
var ListTagsForResourceResult$ = [
	3,
	n0,
	_LTFRRi,
	0,
	[_TLa],
	[() => TagList]
];
var Parameter$ = [
	3,
	n0,
	_Par,
	0,
	[
		_N,
		_Ty,
		_V,
		_Ve,
		_Sel,
		_SRo,
		_LMD,
		_ARN,
		_DTa
	],
	[
		0,
		0,
		[() => PSParameterValue, 0],
		1,
		0,
		0,
		4,
		0,
		0
	]
];
var PutParameterRequest$ = [
	3,
	n0,
	_PPR,
	0,
	[
		_N,
		_V,
		_D,
		_Ty,
		_KI,
		_Ov,
		_APl,
		_T,
		_Tie,
		_Po,
		_DTa
	],
	[
		0,
		[() => PSParameterValue, 0],
		0,
		0,
		0,
		2,
		0,
		() => TagList,
		0,
		0,
		0
	],
	2
];
var PutParameterResult$ = [
	3,
	n0,
	_PPRu,
	0,
	[_Ve, _Tie],
	[1, 0]
];
var Tag$ = [
	3,
	n0,
	_Tag,
	0,
	[_K, _V],
	[0, 0],
	2
];
var TagList = [
	1,
	n0,
	_TLa,
	0,
	() => Tag$
];
var DeleteParameter$ = [
	9,
	n0,
	_DPe,
	0,
	() => DeleteParameterRequest$,
	() => DeleteParameterResult$
];
var GetParameter$ = [
	9,
	n0,
	_GPe,
	0,
	() => GetParameterRequest$,
	() => GetParameterResult$
];
var ListTagsForResource$ = [
	9,
	n0,
	_LTFR,
	0,
	() => ListTagsForResourceRequest$,
	() => ListTagsForResourceResult$
];
var PutParameter$ = [
	9,
	n0,
	_PP,
	0,
	() => PutParameterRequest$,
	() => PutParameterResult$
];
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2014-11-06",
		base64Decoder: config?.base64Decoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.er,
		base64Encoder: config?.base64Encoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Qn,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSSMHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _aws_js__WEBPACK_IMPORTED_MODULE_0__.bt()
		}],
		logger: config?.logger ?? new _aws_js__WEBPACK_IMPORTED_MODULE_0__.dn(),
		protocol: config?.protocol ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_1__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.ssm",
			errorTypeRegistries,
			xmlNamespace: "http://ssm.amazonaws.com/doc/2014-11-06/",
			version: "2014-11-06",
			serviceTarget: "AmazonSSM"
		},
		serviceId: config?.serviceId ?? "SSM",
		sha256: config?.sha256 ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.lt,
		urlParser: config?.urlParser ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Gn,
		utf8Decoder: config?.utf8Decoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.$n,
		utf8Encoder: config?.utf8Encoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Zn
	};
};
const getRuntimeConfig = (config) => {
	process.version;
	const defaultsMode = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.on)(config);
	const defaultConfigProvider = () => defaultsMode().then(_aws_js__WEBPACK_IMPORTED_MODULE_0__.pn);
	const clientSharedValues = getRuntimeConfig$1(config);
	process.version;
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.yt, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Pn,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? void 0,
		defaultSocketTimeout: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nr)(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Et)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.pt, config),
		region: config?.region ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.ln, {
			..._aws_js__WEBPACK_IMPORTED_MODULE_0__.cn,
			...loaderConfig
		}),
		requestHandler: _aws_js__WEBPACK_IMPORTED_MODULE_0__.Ct.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)({
			..._aws_js__WEBPACK_IMPORTED_MODULE_0__.mt,
			default: async () => (await defaultConfigProvider()).retryMode || _aws_js__WEBPACK_IMPORTED_MODULE_0__.gt
		}, config),
		streamCollector: config?.streamCollector ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Xt,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.Sn, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.xn, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.Tt, loaderConfig)
	};
};
const resolveRuntimeExtensions = (settings) => settings;
var SSMClient = class extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.bn {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.kt)(_config_1);
		const _config_3 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.ht)(_config_2);
		const _config_4 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.sn)(_config_3);
		const _config_5 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(_config_4);
		const _config_6 = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.en)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.vn)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.ft)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Rt)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.It)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(this.config));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(this.config, {
			httpAuthSchemeParametersProvider: defaultSSMHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _aws_js__WEBPACK_IMPORTED_MODULE_0__.At({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(this.config));
	}
	destroy() {
		super.destroy();
	}
};
const command = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.un)(commonParams, "AmazonSSM", "SSMClient", _aws_js__WEBPACK_IMPORTED_MODULE_0__.$t);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
var DeleteParameterCommand = class extends command(_ep0, _mw0, "DeleteParameter", DeleteParameter$) {};
var GetParameterCommand = class extends command(_ep0, _mw0, "GetParameter", GetParameter$) {};
var ListTagsForResourceCommand = class extends command(_ep0, _mw0, "ListTagsForResource", ListTagsForResource$) {};
var PutParameterCommand = class extends command(_ep0, _mw0, "PutParameter", PutParameter$) {};
// src/stores/ssm.ts
function parameterStore(session) {
	const client = session.client(SSMClient);
	return {
		title: "Parameter Store",
		maxValue: 4096,
		hasOpenKey: true,
		actions: {
			look: "ssm:ListTagsForResource",
			put: "ssm:PutParameter and ssm:AddTagsToResource",
			read: "ssm:GetParameter",
			delete: "ssm:DeleteParameter"
		},
		notFound: [
			"ParameterNotFound",
			"ParameterVersionNotFound",
			"InvalidResourceId"
		],
		taken: ["ParameterAlreadyExists"],
		endpoint: () => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, GetParameterCommand),
		async look(name, options) {
			const command = new ListTagsForResourceCommand({
				ResourceType: "Parameter",
				ResourceId: name
			});
			const tags = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.ot)((await client.send(command, options)).TagList);
			return {
				tags: new Map(tags.map(({ Key = "", Value = "" }) => [Key, Value])),
				isPendingDeletion: false
			};
		},
		async put(Name, { text, tags, kmsKeyId }, _token, options) {
			const command = new PutParameterCommand({
				Name,
				Value: text,
				Type: "SecureString",
				Tier: "Standard",
				KeyId: kmsKeyId,
				Tags: tags.map(({ key, value }) => ({
					Key: key,
					Value: value
				}))
			});
			return (await client.send(command, options).catch(_aws_js__WEBPACK_IMPORTED_MODULE_0__.st)).Version?.toString();
		},
		async read(name, version, options) {
			const command = new GetParameterCommand({
				Name: version === void 0 ? name : `${name}:${version}`,
				WithDecryption: true
			});
			return (await client.send(command, options).catch(_aws_js__WEBPACK_IMPORTED_MODULE_0__.st)).Parameter?.Value;
		},
		async delete(Name, options) {
			await client.send(new DeleteParameterCommand({ Name }), options);
		},
		deleteCommand: (name, region) => `aws ssm delete-parameter --name ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(name)} --region ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(region)}`,
		knownErrors: () => ({})
	};
}

})

};
