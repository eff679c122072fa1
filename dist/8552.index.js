export const id = 8552;
export const ids = [8552];
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

8552:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
secretsManager: () => secretsManager
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7125);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);

// @aws-sdk/client-secrets-manager
const defaultSecretsManagerHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
			name: "secretsmanager",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultSecretsManagerHttpAuthSchemeProvider = (authParameters) => {
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
		defaultSigningName: "secretsmanager"
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
var version = "3.1164.0";
const m = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = "stringEquals";
const h = { [m]: "Endpoint" };
const i = { [m]: d };
const j = {
	"fn": f,
	"argv": [i, "name"]
};
const k = {};
const l = [{ [m]: "Region" }];
const _data = {
	conditions: [
		[c, [h]],
		[c, l],
		[
			"aws.partition",
			l,
			d
		],
		[e, [{ [m]: "UseFIPS" }, b]],
		[e, [{ [m]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsFIPS"]
		}, b]],
		[g, [j, "aws"]],
		[g, [j, "aws-cn"]],
		[g, [j, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[h, k],
		["https://secretsmanager-fips.{Region}.amazonaws.com", k],
		["https://secretsmanager-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://secretsmanager-fips.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://secretsmanager.{Region}.amazonaws.com", k],
		["https://secretsmanager.{Region}.amazonaws.com.cn", k],
		["https://secretsmanager.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://secretsmanager.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	17,
	3,
	1,
	4,
	100000014,
	2,
	5,
	100000014,
	3,
	11,
	6,
	4,
	7,
	100000013,
	5,
	8,
	100000012,
	7,
	100000009,
	9,
	8,
	100000010,
	10,
	9,
	100000009,
	100000011,
	4,
	13,
	12,
	6,
	100000007,
	100000008,
	5,
	14,
	100000006,
	6,
	15,
	100000006,
	7,
	100000004,
	16,
	9,
	100000004,
	100000005,
	3,
	100000001,
	18,
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
var SecretsManagerServiceException = class SecretsManagerServiceException extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.mn {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager#SecretsManagerServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, SecretsManagerServiceException.prototype);
	}
};
const _AAD = "AutomaticallyAfterDays";
const _ARN = "ARN";
const _ARR = "AddReplicaRegions";
const _ARRLT = "AddReplicaRegionListType";
const _CD = "CreatedDate";
const _CRT = "ClientRequestToken";
const _CS = "CreateSecret";
const _CSR = "CreateSecretRequest";
const _CSRr = "CreateSecretResponse";
const _D = "Description";
const _DD = "DeletionDate";
const _DDe = "DeletedDate";
const _DS = "DeleteSecret";
const _DSR = "DeleteSecretRequest";
const _DSRe = "DeleteSecretResponse";
const _DSRes = "DescribeSecretRequest";
const _DSResc = "DescribeSecretResponse";
const _DSe = "DescribeSecret";
const _Du = "Duration";
const _ESRM = "ExternalSecretRotationMetadata";
const _ESRMI = "ExternalSecretRotationMetadataItem";
const _ESRMT = "ExternalSecretRotationMetadataType";
const _ESRRA = "ExternalSecretRotationRoleArn";
const _FDWR = "ForceDeleteWithoutRecovery";
const _FORS = "ForceOverwriteReplicaSecret";
const _GSV = "GetSecretValue";
const _GSVR = "GetSecretValueRequest";
const _GSVRe = "GetSecretValueResponse";
const _K = "Key";
const _KKI = "KmsKeyId";
const _LAD = "LastAccessedDate";
const _LCD = "LastChangedDate";
const _LRD = "LastRotatedDate";
const _N = "Name";
const _NRD = "NextRotationDate";
const _OS = "OwningService";
const _PR = "PrimaryRegion";
const _R = "Region";
const _RE = "RotationEnabled";
const _RLARN = "RotationLambdaARN";
const _RR = "RotationRules";
const _RRT = "ReplicaRegionType";
const _RRTo = "RotationRulesType";
const _RS = "ReplicationStatus";
const _RSLT = "ReplicationStatusListType";
const _RST = "ReplicationStatusType";
const _RWID = "RecoveryWindowInDays";
const _S = "Status";
const _SB = "SecretBinary";
const _SBT = "SecretBinaryType";
const _SE = "ScheduleExpression";
const _SI = "SecretId";
const _SM = "StatusMessage";
const _SS = "SecretString";
const _SST = "SecretStringType";
const _SVTSMT = "SecretVersionsToStagesMapType";
const _T = "Tags";
const _TLT = "TagListType";
const _Ta = "Tag";
const _Ty = "Type";
const _V = "Value";
const _VI = "VersionId";
const _VITS = "VersionIdsToStages";
const _VS = "VersionStage";
const _VSe = "VersionStages";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager";
const n0 = "com.amazonaws.secretsmanager";
const _s_registry = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(_s);
var SecretsManagerServiceException$ = [
	-3,
	_s,
	"SecretsManagerServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(SecretsManagerServiceException$, SecretsManagerServiceException);
const errorTypeRegistries = [_s_registry, new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(n0)];
var SecretBinaryType = [
	0,
	n0,
	_SBT,
	8,
	21
];
var SecretStringType = [
	0,
	n0,
	_SST,
	8,
	0
];
var CreateSecretRequest$ = [
	3,
	n0,
	_CSR,
	0,
	[
		_N,
		_CRT,
		_D,
		_KKI,
		_SB,
		_SS,
		_T,
		_ARR,
		_FORS,
		_Ty
	],
	[
		0,
		[0, 4],
		0,
		0,
		[() => SecretBinaryType, 0],
		[() => SecretStringType, 0],
		() => TagListType,
		() => AddReplicaRegionListType,
		2,
		0
	],
	1
];
var CreateSecretResponse$ = [
	3,
	n0,
	_CSRr,
	0,
	[
		_ARN,
		_N,
		_VI,
		_RS
	],
	[
		0,
		0,
		0,
		() => ReplicationStatusListType
	]
];
var DeleteSecretRequest$ = [
	3,
	n0,
	_DSR,
	0,
	[
		_SI,
		_RWID,
		_FDWR
	],
	[
		0,
		1,
		2
	],
	1
];
var DeleteSecretResponse$ = [
	3,
	n0,
	_DSRe,
	0,
	[
		_ARN,
		_N,
		_DD
	],
	[
		0,
		0,
		4
	]
];
var DescribeSecretRequest$ = [
	3,
	n0,
	_DSRes,
	0,
	[_SI],
	[0],
	1
];
var DescribeSecretResponse$ = [
	3,
	n0,
	_DSResc,
	0,
	[
		_ARN,
		_N,
		_Ty,
		_D,
		_KKI,
		_RE,
		_RLARN,
		_RR,
		_ESRM,
		_ESRRA,
		_LRD,
		_LCD,
		_LAD,
		_DDe,
		_NRD,
		_T,
		_VITS,
		_OS,
		_CD,
		_PR,
		_RS
	],
	[
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		() => RotationRulesType$,
		() => ExternalSecretRotationMetadataType,
		0,
		4,
		4,
		4,
		4,
		4,
		() => TagListType,
		[
			2,
			n0,
			_SVTSMT,
			0,
			0,
			64
		],
		0,
		4,
		0,
		() => ReplicationStatusListType
	]
];
var ExternalSecretRotationMetadataItem$ = [
	3,
	n0,
	_ESRMI,
	0,
	[_K, _V],
	[0, 0]
];
var GetSecretValueRequest$ = [
	3,
	n0,
	_GSVR,
	0,
	[
		_SI,
		_VI,
		_VS
	],
	[
		0,
		0,
		0
	],
	1
];
var GetSecretValueResponse$ = [
	3,
	n0,
	_GSVRe,
	0,
	[
		_ARN,
		_N,
		_VI,
		_SB,
		_SS,
		_VSe,
		_CD
	],
	[
		0,
		0,
		0,
		[() => SecretBinaryType, 0],
		[() => SecretStringType, 0],
		64,
		4
	]
];
var ReplicaRegionType$ = [
	3,
	n0,
	_RRT,
	0,
	[_R, _KKI],
	[0, 0]
];
var ReplicationStatusType$ = [
	3,
	n0,
	_RST,
	0,
	[
		_R,
		_KKI,
		_S,
		_SM,
		_LAD
	],
	[
		0,
		0,
		0,
		0,
		4
	]
];
var RotationRulesType$ = [
	3,
	n0,
	_RRTo,
	0,
	[
		_AAD,
		_Du,
		_SE
	],
	[
		1,
		0,
		0
	]
];
var Tag$ = [
	3,
	n0,
	_Ta,
	0,
	[_K, _V],
	[0, 0]
];
var AddReplicaRegionListType = [
	1,
	n0,
	_ARRLT,
	0,
	() => ReplicaRegionType$
];
var ExternalSecretRotationMetadataType = [
	1,
	n0,
	_ESRMT,
	0,
	() => ExternalSecretRotationMetadataItem$
];
var ReplicationStatusListType = [
	1,
	n0,
	_RSLT,
	0,
	() => ReplicationStatusType$
];
var TagListType = [
	1,
	n0,
	_TLT,
	0,
	() => Tag$
];
var CreateSecret$ = [
	9,
	n0,
	_CS,
	0,
	() => CreateSecretRequest$,
	() => CreateSecretResponse$
];
var DeleteSecret$ = [
	9,
	n0,
	_DS,
	0,
	() => DeleteSecretRequest$,
	() => DeleteSecretResponse$
];
var DescribeSecret$ = [
	9,
	n0,
	_DSe,
	0,
	() => DescribeSecretRequest$,
	() => DescribeSecretResponse$
];
var GetSecretValue$ = [
	9,
	n0,
	_GSV,
	0,
	() => GetSecretValueRequest$,
	() => GetSecretValueResponse$
];
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2017-10-17",
		base64Decoder: config?.base64Decoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.er,
		base64Encoder: config?.base64Encoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Qn,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSecretsManagerHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _aws_js__WEBPACK_IMPORTED_MODULE_0__.bt()
		}],
		logger: config?.logger ?? new _aws_js__WEBPACK_IMPORTED_MODULE_0__.dn(),
		protocol: config?.protocol ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_1__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.secretsmanager",
			errorTypeRegistries,
			version: "2017-10-17",
			serviceTarget: "secretsmanager"
		},
		serviceId: config?.serviceId ?? "Secrets Manager",
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
		defaultSocketTimeout: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nr)(config?.requestHandler, 3e5),
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
var SecretsManagerClient = class extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.bn {
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
			httpAuthSchemeParametersProvider: defaultSecretsManagerHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _aws_js__WEBPACK_IMPORTED_MODULE_0__.At({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(this.config));
	}
	destroy() {
		super.destroy();
	}
};
const command = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.un)(commonParams, "secretsmanager", "SecretsManagerClient", _aws_js__WEBPACK_IMPORTED_MODULE_0__.$t);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
var CreateSecretCommand = class extends command(_ep0, _mw0, "CreateSecret", CreateSecret$) {};
var DeleteSecretCommand = class extends command(_ep0, _mw0, "DeleteSecret", DeleteSecret$) {};
var DescribeSecretCommand = class extends command(_ep0, _mw0, "DescribeSecret", DescribeSecret$) {};
var GetSecretValueCommand = class extends command(_ep0, _mw0, "GetSecretValue", GetSecretValue$) {};
// src/stores/secrets-manager.ts
function secretsManager(session) {
	const client = session.client(SecretsManagerClient);
	return {
		title: "Secrets Manager",
		maxValue: 65536,
		hasOpenKey: false,
		actions: {
			look: "secretsmanager:DescribeSecret",
			put: "secretsmanager:CreateSecret and secretsmanager:TagResource",
			read: "secretsmanager:GetSecretValue",
			delete: "secretsmanager:DeleteSecret"
		},
		notFound: ["ResourceNotFoundException"],
		taken: ["ResourceExistsException"],
		endpoint: () => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, GetSecretValueCommand),
		async look(name, options) {
			const secret = await client.send(new DescribeSecretCommand({ SecretId: name }), options);
			(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.ot)(secret.ARN);
			return {
				tags: new Map((secret.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
				isPendingDeletion: secret.DeletedDate !== void 0
			};
		},
		async put(Name, { text, tags, kmsKeyId }, ClientRequestToken, options) {
			const command = new CreateSecretCommand({
				Name,
				SecretString: text,
				KmsKeyId: kmsKeyId,
				ClientRequestToken,
				Tags: tags.map(({ key, value }) => ({
					Key: key,
					Value: value
				}))
			});
			return (await client.send(command, options).catch(_aws_js__WEBPACK_IMPORTED_MODULE_0__.st)).VersionId;
		},
		async read(SecretId, VersionId, options) {
			const command = new GetSecretValueCommand({
				SecretId,
				VersionId
			});
			return (await client.send(command, options).catch(_aws_js__WEBPACK_IMPORTED_MODULE_0__.st)).SecretString;
		},
		async delete(SecretId, options) {
			const command = new DeleteSecretCommand({
				SecretId,
				ForceDeleteWithoutRecovery: true
			});
			(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.ot)((await client.send(command, options)).ARN);
		},
		deleteCommand,
		knownErrors: (name, region) => ({ InvalidRequestException: {
			code: "STORE_PENDING_DELETION",
			hint: [
				"A secret that is scheduled for deletion keeps its name. To restore it, or to delete it at once:",
				`aws secretsmanager restore-secret --secret-id ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(name)} --region ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(region)}`,
				deleteCommand(name, region)
			].join("\n")
		} })
	};
}
function deleteCommand(name, region) {
	return `aws secretsmanager delete-secret --force-delete-without-recovery ${`--secret-id ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(name)} --region ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_2__.n)(region)}`}`;
}

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

})

};
