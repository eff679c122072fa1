import { AwsQueryProtocol, AwsSdkSigV4Signer, BinaryDecisionDiagram, Client, DEFAULT_RETRY_MODE, DefaultIdentityProviderConfig, EC2Client, EndpointCache, NODE_APP_ID_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NoOpLogger, NodeHttpHandler, ServiceException, Sha256Node, TypeRegistry, _ep0 as _ep0$1, _mw0 as _mw0$1, awsEndpointFunctions, calculateBodyLength, command as command$1, createDefaultUserAgentProvider, customEndpointFunctions, decideEndpoint, errorNames, exactPattern, fromBase64, fromUtf8, getContentLengthPlugin, getDefaultSocketTimeout, getEndpointPlugin, getHostHeaderPlugin, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpSigningPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getRetryPlugin, getSchemaSerdePlugin, getSmithyContext, getUserAgentPlugin, isNamed, loadConfig, loadConfigsForDefaultMode, makeBuilder, normalizeProvider$1 as normalizeProvider, parseUrl, resolveAwsSdkSigV4Config, resolveDefaultsModeConfig, resolveEndpointConfig, resolveHostHeaderConfig, resolveRegionConfig, resolveRetryConfig, resolveUserAgentConfig, streamCollector, toBase64, toUtf8 } from "./aws.js";
import { DescribeInstancesCommand, DescribeLaunchTemplateVersions$ } from "./DescribeInstancesCommand.js";
import { responseTextOf } from "./release.js";
// @smithy/core
const makePagedClientRequest = async (CommandCtor, client, input, withCommand = (_) => _, ...args) => {
	let command = new CommandCtor(input);
	command = withCommand(command) ?? command;
	return await client.send(command, ...args);
};
function createPaginator(ClientCtor, CommandCtor, inputTokenName, outputTokenName, pageSizeTokenName) {
	return async function* paginateOperation(config, input, ...additionalArguments) {
		const _input = input;
		let token = config.startingToken ?? _input[inputTokenName];
		let hasNext = true;
		let page;
		while (hasNext) {
			_input[inputTokenName] = token;
			if (pageSizeTokenName) _input[pageSizeTokenName] = _input[pageSizeTokenName] ?? config.pageSize;
			if (config.client instanceof ClientCtor) page = await makePagedClientRequest(CommandCtor, config.client, input, config.withCommand, ...additionalArguments);
			else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);
			yield page;
			const prevToken = token;
			token = get(page, outputTokenName);
			hasNext = !!(token && (!config.stopOnSameToken || token !== prevToken));
		}
		return void 0;
	};
}
const get = (fromObject, path) => {
	let cursor = fromObject;
	const pathComponents = path.split(".");
	for (const step of pathComponents) {
		if (!cursor || typeof cursor !== "object") return;
		cursor = cursor[step];
	}
	return cursor;
};
// @aws-sdk/client-ec2
var DescribeLaunchTemplateVersionsCommand = class extends command$1(_ep0$1, _mw0$1, "DescribeLaunchTemplateVersions", DescribeLaunchTemplateVersions$) {};
const paginateDescribeInstances = createPaginator(EC2Client, DescribeInstancesCommand, "NextToken", "NextToken", "MaxResults");
const paginateDescribeLaunchTemplateVersions = createPaginator(EC2Client, DescribeLaunchTemplateVersionsCommand, "NextToken", "NextToken", "MaxResults");
// @aws-sdk/client-auto-scaling
const defaultAutoScalingHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: getSmithyContext(context).operation,
		region: await normalizeProvider(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "autoscaling",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultAutoScalingHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = resolveAwsSdkSigV4Config(config);
	return Object.assign(config_0, { authSchemePreference: normalizeProvider(config.authSchemePreference ?? []) });
};
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "autoscaling"
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
		["https://autoscaling-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://autoscaling.{Region}.amazonaws.com", i],
		["https://autoscaling-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://autoscaling.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://autoscaling.{Region}.{PartitionResult#dnsSuffix}", i],
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
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => decideEndpoint(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
customEndpointFunctions.aws = awsEndpointFunctions;
var AutoScalingServiceException = class AutoScalingServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling#AutoScalingServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, AutoScalingServiceException.prototype);
	}
};
var ActiveInstanceRefreshNotFoundFault = class ActiveInstanceRefreshNotFoundFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ActiveInstanceRefreshNotFoundFault";
	name = "ActiveInstanceRefreshNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ActiveInstanceRefreshNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ActiveInstanceRefreshNotFoundFault.prototype);
	}
};
var AlreadyExistsFault = class AlreadyExistsFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#AlreadyExistsFault";
	name = "AlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AlreadyExistsFault.prototype);
	}
};
var ResourceContentionFault = class ResourceContentionFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceContentionFault";
	name = "ResourceContentionFault";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ResourceContentionFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ResourceContentionFault.prototype);
	}
};
var ServiceLinkedRoleFailure = class ServiceLinkedRoleFailure extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ServiceLinkedRoleFailure";
	name = "ServiceLinkedRoleFailure";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ServiceLinkedRoleFailure",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ServiceLinkedRoleFailure.prototype);
	}
};
var InstanceRefreshInProgressFault = class InstanceRefreshInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InstanceRefreshInProgressFault";
	name = "InstanceRefreshInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InstanceRefreshInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InstanceRefreshInProgressFault.prototype);
	}
};
var LimitExceededFault = class LimitExceededFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#LimitExceededFault";
	name = "LimitExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededFault.prototype);
	}
};
var ResourceInUseFault = class ResourceInUseFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceInUseFault";
	name = "ResourceInUseFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceInUseFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceInUseFault.prototype);
	}
};
var ScalingActivityInProgressFault = class ScalingActivityInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ScalingActivityInProgressFault";
	name = "ScalingActivityInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ScalingActivityInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ScalingActivityInProgressFault.prototype);
	}
};
var InvalidNextToken = class InvalidNextToken extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InvalidNextToken";
	name = "InvalidNextToken";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidNextToken",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextToken.prototype);
	}
};
var IdempotentCallInProgressFault = class IdempotentCallInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentCallInProgressFault";
	name = "IdempotentCallInProgressFault";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentCallInProgressFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentCallInProgressFault.prototype);
		this.Message = opts.Message;
	}
};
var IdempotentParameterMismatchError = class IdempotentParameterMismatchError extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentParameterMismatchError";
	name = "IdempotentParameterMismatchError";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentParameterMismatchError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentParameterMismatchError.prototype);
		this.Message = opts.Message;
	}
};
var IrreversibleInstanceRefreshFault = class IrreversibleInstanceRefreshFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IrreversibleInstanceRefreshFault";
	name = "IrreversibleInstanceRefreshFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IrreversibleInstanceRefreshFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IrreversibleInstanceRefreshFault.prototype);
	}
};
const _AEF = "AlreadyExistsFault";
const _AIRNFF = "ActiveInstanceRefreshNotFoundFault";
const _ASG = "AutoScalingGroup";
const _ASGN = "AutoScalingGroupName";
const _ASGNT = "AutoScalingGroupNamesType";
const _ASGT = "AutoScalingGroupsType";
const _ASGu = "AutoScalingGroups";
const _DASGe = "DescribeAutoScalingGroups";
const _DLCe = "DescribeLaunchConfigurations";
const _F = "Filters";
const _Fi = "Filter";
const _I = "Instances";
const _ICIPF = "IdempotentCallInProgressFault";
const _IIRF = "IrreversibleInstanceRefreshFault";
const _IIns = "InstanceId";
const _INT = "InvalidNextToken";
const _IPME = "IdempotentParameterMismatchError";
const _IRIPF = "InstanceRefreshInProgressFault";
const _In = "Instance";
const _KN = "KeyName";
const _LC = "LaunchConfiguration";
const _LCN = "LaunchConfigurationName";
const _LCNT = "LaunchConfigurationNamesType";
const _LCT = "LaunchConfigurationsType";
const _LCa = "LaunchConfigurations";
const _LEF = "LimitExceededFault";
const _LT = "LaunchTemplate";
const _LTI = "LaunchTemplateId";
const _LTN = "LaunchTemplateName";
const _LTO = "LaunchTemplateOverrides";
const _LTS = "LaunchTemplateSpecification";
const _M = "Message";
const _MIP = "MixedInstancesPolicy";
const _MR = "MaxRecords";
const _N = "Name";
const _NT = "NextToken";
const _Ov = "Overrides";
const _RCF = "ResourceContentionFault";
const _RIUF = "ResourceInUseFault";
const _SAIPF = "ScalingActivityInProgressFault";
const _SLRF = "ServiceLinkedRoleFailure";
const _Va = "Values";
const _Ve = "Version";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _m = "message";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling";
const _se = "server";
const n0 = "com.amazonaws.autoscaling";
const _s_registry = new TypeRegistry(_s);
var AutoScalingServiceException$ = [
	-3,
	_s,
	"AutoScalingServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(AutoScalingServiceException$, AutoScalingServiceException);
const n0_registry = new TypeRegistry(n0);
var ActiveInstanceRefreshNotFoundFault$ = [
	-3,
	n0,
	_AIRNFF,
	{
		[_aQE]: [`ActiveInstanceRefreshNotFound`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ActiveInstanceRefreshNotFoundFault$, ActiveInstanceRefreshNotFoundFault);
var AlreadyExistsFault$ = [
	-3,
	n0,
	_AEF,
	{
		[_aQE]: [`AlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(AlreadyExistsFault$, AlreadyExistsFault);
var IdempotentCallInProgressFault$ = [
	-3,
	n0,
	_ICIPF,
	{
		[_aQE]: [`IdempotentCallInProgress`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentCallInProgressFault$, IdempotentCallInProgressFault);
var IdempotentParameterMismatchError$ = [
	-3,
	n0,
	_IPME,
	{
		[_aQE]: [`IdempotentParameterMismatch`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentParameterMismatchError$, IdempotentParameterMismatchError);
var InstanceRefreshInProgressFault$ = [
	-3,
	n0,
	_IRIPF,
	{
		[_aQE]: [`InstanceRefreshInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InstanceRefreshInProgressFault$, InstanceRefreshInProgressFault);
var InvalidNextToken$ = [
	-3,
	n0,
	_INT,
	{
		[_aQE]: [`InvalidNextToken`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var IrreversibleInstanceRefreshFault$ = [
	-3,
	n0,
	_IIRF,
	{
		[_aQE]: [`IrreversibleInstanceRefresh`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IrreversibleInstanceRefreshFault$, IrreversibleInstanceRefreshFault);
var LimitExceededFault$ = [
	-3,
	n0,
	_LEF,
	{
		[_aQE]: [`LimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var ResourceContentionFault$ = [
	-3,
	n0,
	_RCF,
	{
		[_aQE]: [`ResourceContention`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceContentionFault$, ResourceContentionFault);
var ResourceInUseFault$ = [
	-3,
	n0,
	_RIUF,
	{
		[_aQE]: [`ResourceInUse`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceInUseFault$, ResourceInUseFault);
var ScalingActivityInProgressFault$ = [
	-3,
	n0,
	_SAIPF,
	{
		[_aQE]: [`ScalingActivityInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ScalingActivityInProgressFault$, ScalingActivityInProgressFault);
var ServiceLinkedRoleFailure$ = [
	-3,
	n0,
	_SLRF,
	{
		[_aQE]: [`ServiceLinkedRoleFailure`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ServiceLinkedRoleFailure$, ServiceLinkedRoleFailure);
const errorTypeRegistries = [_s_registry, n0_registry];
var AutoScalingGroup$ = [
	3,
	n0,
	_ASG,
	0,
	[
		_ASGN,
		_LCN,
		_LT,
		_MIP,
		_I
	],
	[
		0,
		0,
		() => LaunchTemplateSpecification$,
		[() => MixedInstancesPolicy$, 0],
		() => Instances
	],
	8
];
var AutoScalingGroupNamesType$ = [
	3,
	n0,
	_ASGNT,
	0,
	[
		_NT,
		_MR,
		_F
	],
	[
		0,
		1,
		() => Filters
	]
];
var AutoScalingGroupsType$ = [
	3,
	n0,
	_ASGT,
	0,
	[_ASGu, _NT],
	[[() => AutoScalingGroups, 0], 0],
	1
];
var Filter$ = [
	3,
	n0,
	_Fi,
	0,
	[_N, _Va],
	[0, 64]
];
var Instance$ = [
	3,
	n0,
	_In,
	0,
	[
		_IIns,
		_LCN,
		_LT
	],
	[
		0,
		0,
		() => LaunchTemplateSpecification$
	],
	5
];
var LaunchConfiguration$ = [
	3,
	n0,
	_LC,
	0,
	[_LCN, _KN],
	[0, 0],
	4
];
var LaunchConfigurationNamesType$ = [
	3,
	n0,
	_LCNT,
	0,
	[_NT, _MR],
	[0, 1]
];
var LaunchConfigurationsType$ = [
	3,
	n0,
	_LCT,
	0,
	[_LCa, _NT],
	[() => LaunchConfigurations, 0],
	1
];
var LaunchTemplate$ = [
	3,
	n0,
	_LT,
	0,
	[_LTS, _Ov],
	[() => LaunchTemplateSpecification$, [() => Overrides, 0]]
];
var LaunchTemplateOverrides$ = [
	3,
	n0,
	_LTO,
	0,
	[_LTS],
	[() => LaunchTemplateSpecification$]
];
var LaunchTemplateSpecification$ = [
	3,
	n0,
	_LTS,
	0,
	[
		_LTI,
		_LTN,
		_Ve
	],
	[
		0,
		0,
		0
	]
];
var MixedInstancesPolicy$ = [
	3,
	n0,
	_MIP,
	0,
	[_LT],
	[[() => LaunchTemplate$, 0]]
];
var AutoScalingGroups = [
	1,
	n0,
	_ASGu,
	0,
	[() => AutoScalingGroup$, 0]
];
var Filters = [
	1,
	n0,
	_F,
	0,
	() => Filter$
];
var Instances = [
	1,
	n0,
	_I,
	0,
	() => Instance$
];
var LaunchConfigurations = [
	1,
	n0,
	_LCa,
	0,
	() => LaunchConfiguration$
];
var Overrides = [
	1,
	n0,
	_Ov,
	0,
	[() => LaunchTemplateOverrides$, 0]
];
var DescribeAutoScalingGroups$ = [
	9,
	n0,
	_DASGe,
	0,
	() => AutoScalingGroupNamesType$,
	() => AutoScalingGroupsType$
];
var DescribeLaunchConfigurations$ = [
	9,
	n0,
	_DLCe,
	0,
	() => LaunchConfigurationNamesType$,
	() => LaunchConfigurationsType$
];
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2011-01-01",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultAutoScalingHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.autoscaling",
			errorTypeRegistries,
			xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/",
			version: "2011-01-01",
			serviceTarget: "AutoScaling_2011_01_01"
		},
		serviceId: config?.serviceId ?? "Auto Scaling",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};
const getRuntimeConfig = (config) => {
	process.version;
	const defaultsMode = resolveDefaultsModeConfig(config);
	const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
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
		authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? void 0,
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
		region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			...loaderConfig
		}),
		requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? loadConfig({
			...NODE_RETRY_MODE_CONFIG_OPTIONS,
			default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
		}, config),
		streamCollector: config?.streamCollector ?? streamCollector,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
	};
};
const resolveRuntimeExtensions = (settings) => settings;
var AutoScalingClient = class extends Client {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = resolveUserAgentConfig(_config_1);
		const _config_3 = resolveRetryConfig(_config_2);
		const _config_4 = resolveRegionConfig(_config_3);
		const _config_5 = resolveHostHeaderConfig(_config_4);
		const _config_6 = resolveEndpointConfig(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use(getSchemaSerdePlugin(this.config));
		this.middlewareStack.use(getUserAgentPlugin(this.config));
		this.middlewareStack.use(getRetryPlugin(this.config));
		this.middlewareStack.use(getContentLengthPlugin(this.config));
		this.middlewareStack.use(getHostHeaderPlugin(this.config));
		this.middlewareStack.use(getLoggerPlugin(this.config));
		this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
		this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
			httpAuthSchemeParametersProvider: defaultAutoScalingHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};
const command = makeBuilder(commonParams, "AutoScaling_2011_01_01", "AutoScalingClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
var DescribeAutoScalingGroupsCommand = class extends command(_ep0, _mw0, "DescribeAutoScalingGroups", DescribeAutoScalingGroups$) {};
var DescribeLaunchConfigurationsCommand = class extends command(_ep0, _mw0, "DescribeLaunchConfigurations", DescribeLaunchConfigurations$) {};
const paginateDescribeAutoScalingGroups = createPaginator(AutoScalingClient, DescribeAutoScalingGroupsCommand, "NextToken", "NextToken", "MaxRecords");
const paginateDescribeLaunchConfigurations = createPaginator(AutoScalingClient, DescribeLaunchConfigurationsCommand, "NextToken", "NextToken", "MaxRecords");
// src/ec2/references.ts
const statesWithKey = [
	"pending",
	"running",
	"stopping",
	"stopped"
];
const maxNames = 190;
const deletedTemplateErrors = [
	"InvalidLaunchTemplateId.NotFound",
	"InvalidLaunchTemplateName.NotFoundException",
	"InvalidLaunchTemplateId.VersionNotFound"
];
async function findReferences(keyNames, session) {
	const ec2 = retryingClient(EC2Client, session);
	const autoScaling = retryingClient(AutoScalingClient, session);
	try {
		const all = await allReferences(ec2, autoScaling, keyNames);
		return new Map(keyNames.map((keyName) => [keyName, { references: referencesTo(keyName, all) }]));
	} catch (error) {
		const unknown = unknownBecauseOf(error);
		return new Map(keyNames.map((keyName) => [keyName, unknown]));
	}
}
function retryingClient(Client, { client, retry }) {
	const retrying = client(Client, {});
	const send = retrying.send.bind(retrying);
	retrying.send = (...[command]) => retry.idempotent((abortSignal) => send(...[command, { abortSignal }]));
	return retrying;
}
function unknownBecauseOf(error) {
	if (!(error instanceof CollectError)) return { unknown: responseTextOf(error) };
	const { action, cause } = error;
	const unknown = responseTextOf(cause);
	return isNamed(cause, ...errorNames.notAuthorized) ? {
		unknown,
		missingPermission: action
	} : { unknown };
}
async function allReferences(ec2, autoScaling, keyNames) {
	return [...await instances(ec2, keyNames), ...await launchTemplatesAndGroups(ec2, autoScaling)];
}
function referencesTo(keyName, all) {
	return [...new Set(all.filter((one) => one.keyName === keyName).map(({ what }) => what))];
}
async function instances(client, keyNames) {
	const found = [];
	for (let start = 0; start < keyNames.length; start += maxNames) found.push(...await instancesOf(client, keyNames.slice(start, start + maxNames)));
	return found;
}
async function instancesOf(client, keyNames) {
	const filters = [{
		Name: "key-name",
		Values: keyNames.map(exactPattern)
	}, {
		Name: "instance-state-name",
		Values: statesWithKey
	}];
	return (await collect("ec2:DescribeInstances", paginateDescribeInstances({
		client,
		pageSize: 1e3
	}, { Filters: filters }), (page) => page.Reservations)).flatMap(({ Instances }) => Instances ?? []).map(({ InstanceId, State, KeyName }) => ({
		what: `instance ${InstanceId} (${State?.Name})`,
		keyName: KeyName
	}));
}
async function launchTemplatesAndGroups(ec2, autoScaling) {
	const versions = await collect("ec2:DescribeLaunchTemplateVersions", paginateDescribeLaunchTemplateVersions({
		client: ec2,
		pageSize: 200
	}, { Versions: ["$Default", "$Latest"] }), (page) => page.LaunchTemplateVersions);
	const configurations = await collect("autoscaling:DescribeLaunchConfigurations", paginateDescribeLaunchConfigurations({
		client: autoScaling,
		pageSize: 100
	}, {}), (page) => page.LaunchConfigurations);
	const groups = await collect("autoscaling:DescribeAutoScalingGroups", paginateDescribeAutoScalingGroups({
		client: autoScaling,
		pageSize: 100
	}, {}), (page) => page.AutoScalingGroups);
	const found = [...versions.map((version) => ({
		what: templateText(version),
		keyName: version.LaunchTemplateData?.KeyName
	})), ...configurations.map((one) => ({
		what: `launch configuration ${one.LaunchConfigurationName}`,
		keyName: one.KeyName
	}))];
	for (const group of groups) {
		const keyNames = [configurations.find((one) => one.LaunchConfigurationName === group.LaunchConfigurationName)?.KeyName, ...await keysOfTemplates(templatesOf(group), versions, ec2)];
		const what = `Auto Scaling group ${group.AutoScalingGroupName}`;
		found.push(...keyNames.map((keyName) => ({
			what,
			keyName
		})));
	}
	return found;
}
async function keysOfTemplates(templates, known, ec2) {
	const keyNames = [];
	for (const template of templates) {
		const found = known.find((version) => isVersion(version, template)) ?? await lookUp(template, ec2);
		keyNames.push(found?.LaunchTemplateData?.KeyName);
	}
	return keyNames;
}
function isVersion(version, { LaunchTemplateId, LaunchTemplateName, Version }) {
	const same = LaunchTemplateId === void 0 ? version.LaunchTemplateName === LaunchTemplateName : version.LaunchTemplateId === LaunchTemplateId;
	if (Version === void 0 || Version === "$Default") return same && version.DefaultVersion === true;
	return same && String(version.VersionNumber) === Version;
}
async function lookUp({ LaunchTemplateId, LaunchTemplateName, Version = "$Default" }, client) {
	const which = LaunchTemplateId === void 0 ? { LaunchTemplateName } : { LaunchTemplateId };
	try {
		const [version] = await collect("ec2:DescribeLaunchTemplateVersions", paginateDescribeLaunchTemplateVersions({ client }, {
			...which,
			Versions: [Version]
		}), (page) => page.LaunchTemplateVersions);
		return version;
	} catch (error) {
		if (error instanceof CollectError && isNamed(error.cause, ...deletedTemplateErrors)) return void 0;
		throw error;
	}
}
function templatesOf({ LaunchTemplate, MixedInstancesPolicy }) {
	const mixed = MixedInstancesPolicy?.LaunchTemplate;
	return [
		LaunchTemplate,
		mixed?.LaunchTemplateSpecification,
		...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification)
	].filter((template) => template !== void 0);
}
function templateText({ LaunchTemplateName, LaunchTemplateId, VersionNumber }) {
	return `launch template ${LaunchTemplateName ?? LaunchTemplateId} (version ${VersionNumber})`;
}
var CollectError = class extends Error {
	action;
	constructor(action, cause) {
		super(action, { cause });
		this.action = action;
	}
};
async function collect(action, pages, itemsOf) {
	const items = [];
	try {
		for await (const page of pages) items.push(...itemsOf(page) ?? []);
	} catch (cause) {
		throw new CollectError(action, cause);
	}
	return items;
}
export { findReferences };
