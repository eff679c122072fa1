export const id = 6984;
export const ids = [6984];
export const modules = {

6984:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
GetRoleCredentialsCommand: () => GetRoleCredentialsCommand,
SSOClient: () => SSOClient
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9931);
var _AwsRestJsonProtocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7882);
var _noAuth_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5390);

// @aws-sdk/nested-clients
const defaultSSOHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
			name: "awsssoportal",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
function createSmithyApiNoAuthHttpAuthOption(authParameters) {
	return { schemeId: "smithy.api#noAuth" };
}
const defaultSSOHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		case "GetRoleCredentials":
			options.push(createSmithyApiNoAuthHttpAuthOption(authParameters));
			break;
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
		defaultSigningName: "awsssoportal"
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
		["https://portal.sso-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://portal.sso.{Region}.amazonaws.com", i],
		["https://portal.sso-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://portal.sso.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://portal.sso.{Region}.{PartitionResult#dnsSuffix}", i],
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
var SSOServiceException = class SSOServiceException extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.mn {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.sso#SSOServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, SSOServiceException.prototype);
	}
};
var InvalidRequestException = class InvalidRequestException extends SSOServiceException {
	static shapeId = "com.amazonaws.sso#InvalidRequestException";
	name = "InvalidRequestException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidRequestException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidRequestException.prototype);
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends SSOServiceException {
	static shapeId = "com.amazonaws.sso#ResourceNotFoundException";
	name = "ResourceNotFoundException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
	}
};
var TooManyRequestsException = class TooManyRequestsException extends SSOServiceException {
	static shapeId = "com.amazonaws.sso#TooManyRequestsException";
	name = "TooManyRequestsException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TooManyRequestsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TooManyRequestsException.prototype);
	}
};
var UnauthorizedException = class UnauthorizedException extends SSOServiceException {
	static shapeId = "com.amazonaws.sso#UnauthorizedException";
	name = "UnauthorizedException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "UnauthorizedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, UnauthorizedException.prototype);
	}
};
const _ATT = "AccessTokenType";
const _GRC = "GetRoleCredentials";
const _GRCR = "GetRoleCredentialsRequest";
const _GRCRe = "GetRoleCredentialsResponse";
const _IRE = "InvalidRequestException";
const _RC = "RoleCredentials";
const _RNFE = "ResourceNotFoundException";
const _SAKT = "SecretAccessKeyType";
const _STT = "SessionTokenType";
const _TMRE = "TooManyRequestsException";
const _UE = "UnauthorizedException";
const _aI = "accountId";
const _aKI = "accessKeyId";
const _aT = "accessToken";
const _ai = "account_id";
const _c = "client";
const _e = "error";
const _ex = "expiration";
const _h = "http";
const _hE = "httpError";
const _hH = "httpHeader";
const _hQ = "httpQuery";
const _m = "message";
const _rC = "roleCredentials";
const _rN = "roleName";
const _rn = "role_name";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.sso";
const _sAK = "secretAccessKey";
const _sT = "sessionToken";
const _xasbt = "x-amz-sso_bearer_token";
const n0 = "com.amazonaws.sso";
const _s_registry = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(_s);
var SSOServiceException$ = [
	-3,
	_s,
	"SSOServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(SSOServiceException$, SSOServiceException);
const n0_registry = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.gn(n0);
var InvalidRequestException$ = [
	-3,
	n0,
	_IRE,
	{
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidRequestException$, InvalidRequestException);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var TooManyRequestsException$ = [
	-3,
	n0,
	_TMRE,
	{
		[_e]: _c,
		[_hE]: 429
	},
	[_m],
	[0]
];
n0_registry.registerError(TooManyRequestsException$, TooManyRequestsException);
var UnauthorizedException$ = [
	-3,
	n0,
	_UE,
	{
		[_e]: _c,
		[_hE]: 401
	},
	[_m],
	[0]
];
n0_registry.registerError(UnauthorizedException$, UnauthorizedException);
const errorTypeRegistries = [_s_registry, n0_registry];
var AccessTokenType = [
	0,
	n0,
	_ATT,
	8,
	0
];
var SecretAccessKeyType = [
	0,
	n0,
	_SAKT,
	8,
	0
];
var SessionTokenType = [
	0,
	n0,
	_STT,
	8,
	0
];
var GetRoleCredentialsRequest$ = [
	3,
	n0,
	_GRCR,
	0,
	[
		_rN,
		_aI,
		_aT
	],
	[
		[0, { [_hQ]: _rn }],
		[0, { [_hQ]: _ai }],
		[() => AccessTokenType, { [_hH]: _xasbt }]
	],
	3
];
var GetRoleCredentialsResponse$ = [
	3,
	n0,
	_GRCRe,
	0,
	[_rC],
	[[() => RoleCredentials$, 0]]
];
var RoleCredentials$ = [
	3,
	n0,
	_RC,
	0,
	[
		_aKI,
		_sAK,
		_sT,
		_ex
	],
	[
		0,
		[() => SecretAccessKeyType, 0],
		[() => SessionTokenType, 0],
		1
	]
];
var GetRoleCredentials$ = [
	9,
	n0,
	_GRC,
	{ [_h]: [
		"GET",
		"/federation/credentials",
		200
	] },
	() => GetRoleCredentialsRequest$,
	() => GetRoleCredentialsResponse$
];
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2019-06-10",
		base64Decoder: config?.base64Decoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.er,
		base64Encoder: config?.base64Encoder ?? _aws_js__WEBPACK_IMPORTED_MODULE_0__.Qn,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSSOHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _aws_js__WEBPACK_IMPORTED_MODULE_0__.bt()
		}, {
			schemeId: "smithy.api#noAuth",
			identityProvider: (ipc) => ipc.getIdentityProvider("smithy.api#noAuth") || (async () => ({})),
			signer: new _noAuth_js__WEBPACK_IMPORTED_MODULE_3__.t()
		}],
		logger: config?.logger ?? new _aws_js__WEBPACK_IMPORTED_MODULE_0__.dn(),
		protocol: config?.protocol ?? _AwsRestJsonProtocol_js__WEBPACK_IMPORTED_MODULE_2__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.sso",
			errorTypeRegistries,
			version: "2019-06-10",
			serviceTarget: "SWBPortalService"
		},
		serviceId: config?.serviceId ?? "SSO",
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
		defaultSocketTimeout: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nr)(config?.requestHandler, 3e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Et)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: _package_js__WEBPACK_IMPORTED_MODULE_1__.t
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
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_package_js__WEBPACK_IMPORTED_MODULE_1__.n)(runtimeConfig), (0,_package_js__WEBPACK_IMPORTED_MODULE_1__.o)(runtimeConfig), (0,_package_js__WEBPACK_IMPORTED_MODULE_1__.i)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_package_js__WEBPACK_IMPORTED_MODULE_1__.r)(extensionConfiguration), (0,_package_js__WEBPACK_IMPORTED_MODULE_1__.s)(extensionConfiguration), (0,_package_js__WEBPACK_IMPORTED_MODULE_1__.a)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};
var SSOClient = class extends _aws_js__WEBPACK_IMPORTED_MODULE_0__.bn {
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
			httpAuthSchemeParametersProvider: defaultSSOHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _aws_js__WEBPACK_IMPORTED_MODULE_0__.At({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(this.config));
	}
	destroy() {
		super.destroy();
	}
};
const command = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.un)(commonParams, "SWBPortalService", "SSOClient", _aws_js__WEBPACK_IMPORTED_MODULE_0__.$t);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
var GetRoleCredentialsCommand = class extends command(_ep0, _mw0, "GetRoleCredentials", GetRoleCredentials$) {};

})

};
