import { KeyPairError } from "./start.js";
import { CredentialsProviderError, NODE_REGION_CONFIG_OPTIONS, chain, clientSettings, fileIntercept, getHomeDir, getProfileName, isRegion, loadSharedConfigFiles, setCredentialFeature } from "./aws.js";
const { createHash } = process.getBuiltinModule("node:crypto");
const { join } = process.getBuiltinModule("node:path");
const { readFileSync } = process.getBuiltinModule("node:fs");
const { readFile } = process.getBuiltinModule("node:fs/promises");
// @smithy/core
const getSSOTokenFilepath = (id) => {
	const cacheName = createHash("sha1").update(id).digest("hex");
	return join(getHomeDir(), ".aws", "sso", "cache", `${cacheName}.json`);
};
const tokenIntercept = {};
const getSSOTokenFromFile = async (id) => {
	if (tokenIntercept[id]) return tokenIntercept[id];
	const ssoTokenFilepath = getSSOTokenFilepath(id);
	const ssoTokenText = await readFile(ssoTokenFilepath, "utf8");
	return JSON.parse(ssoTokenText);
};
const mergeConfigFiles = (...files) => {
	const merged = {};
	for (const file of files) for (const [key, values] of Object.entries(file)) if (merged[key] !== void 0) Object.assign(merged[key], values);
	else merged[key] = values;
	return merged;
};
const parseKnownFiles = async (init) => {
	const parsedFiles = await loadSharedConfigFiles(init);
	return mergeConfigFiles(parsedFiles.configFile, parsedFiles.credentialsFile);
};
const externalDataInterceptor = {
	getFileRecord() {
		return fileIntercept;
	},
	interceptFile(path, contents) {
		fileIntercept[path] = Promise.resolve(contents);
	},
	getTokenRecord() {
		return tokenIntercept;
	},
	interceptToken(id, contents) {
		tokenIntercept[id] = contents;
	}
};
// @aws-sdk/credential-provider-env
const ENV_KEY = "AWS_ACCESS_KEY_ID";
const ENV_SECRET = "AWS_SECRET_ACCESS_KEY";
const ENV_SESSION = "AWS_SESSION_TOKEN";
const ENV_EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";
const ENV_CREDENTIAL_SCOPE = "AWS_CREDENTIAL_SCOPE";
const ENV_ACCOUNT_ID = "AWS_ACCOUNT_ID";
const fromEnv = (init) => async () => {
	init?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");
	const accessKeyId = process.env[ENV_KEY];
	const secretAccessKey = process.env[ENV_SECRET];
	const sessionToken = process.env[ENV_SESSION];
	const expiry = process.env[ENV_EXPIRATION];
	const credentialScope = process.env[ENV_CREDENTIAL_SCOPE];
	const accountId = process.env[ENV_ACCOUNT_ID];
	if (accessKeyId && secretAccessKey) {
		const credentials = {
			accessKeyId,
			secretAccessKey,
			...sessionToken && { sessionToken },
			...expiry && { expiration: new Date(expiry) },
			...credentialScope && { credentialScope },
			...accountId && { accountId }
		};
		setCredentialFeature(credentials, "CREDENTIALS_ENV_VARS", "g");
		return credentials;
	}
	throw new CredentialsProviderError("Unable to find environment variable credentials.", { logger: init?.logger });
};
// @aws-sdk/credential-provider-ini
const resolveCredentialSource = (credentialSource, profileName, logger) => {
	const sourceProvidersMap = {
		EcsContainer: async (options) => {
			const { fromHttp } = await import("./metadata-credentials.js");
			const { fromContainerMetadata } = await import("./metadata-credentials.js");
			logger?.debug("@aws-sdk/credential-provider-ini - credential_source is EcsContainer");
			return async () => chain(fromHttp(options ?? {}), fromContainerMetadata(options))().then(setNamedProvider);
		},
		Ec2InstanceMetadata: async (options) => {
			logger?.debug("@aws-sdk/credential-provider-ini - credential_source is Ec2InstanceMetadata");
			const { fromInstanceMetadata } = await import("./metadata-credentials.js");
			return async () => fromInstanceMetadata(options)().then(setNamedProvider);
		},
		Environment: async (options) => {
			logger?.debug("@aws-sdk/credential-provider-ini - credential_source is Environment");
			const { fromEnv } = await import("./credentials.js");
			return async () => fromEnv(options)().then(setNamedProvider);
		}
	};
	if (credentialSource in sourceProvidersMap) return sourceProvidersMap[credentialSource];
	else throw new CredentialsProviderError(`Unsupported credential source in profile ${profileName}. Got ${credentialSource}, expected EcsContainer or Ec2InstanceMetadata or Environment.`, { logger });
};
const setNamedProvider = (creds) => setCredentialFeature(creds, "CREDENTIALS_PROFILE_NAMED_PROVIDER", "p");
const isAssumeRoleProfile = (arg, { profile = "default", logger } = {}) => {
	return Boolean(arg) && typeof arg === "object" && typeof arg.role_arn === "string" && ["undefined", "string"].indexOf(typeof arg.role_session_name) > -1 && ["undefined", "string"].indexOf(typeof arg.external_id) > -1 && ["undefined", "string"].indexOf(typeof arg.mfa_serial) > -1 && (isAssumeRoleWithSourceProfile(arg, {
		profile,
		logger
	}) || isCredentialSourceProfile(arg, {
		profile,
		logger
	}));
};
const isAssumeRoleWithSourceProfile = (arg, { profile, logger }) => {
	const withSourceProfile = typeof arg.source_profile === "string" && typeof arg.credential_source === "undefined";
	if (withSourceProfile) logger?.debug?.(`    ${profile} isAssumeRoleWithSourceProfile source_profile=${arg.source_profile}`);
	return withSourceProfile;
};
const isCredentialSourceProfile = (arg, { profile, logger }) => {
	const withProviderProfile = typeof arg.credential_source === "string" && typeof arg.source_profile === "undefined";
	if (withProviderProfile) logger?.debug?.(`    ${profile} isCredentialSourceProfile credential_source=${arg.credential_source}`);
	return withProviderProfile;
};
const resolveAssumeRoleCredentials = async (profileName, profiles, options, callerClientConfig, visitedProfiles = {}, resolveProfileData) => {
	options.logger?.debug("@aws-sdk/credential-provider-ini - resolveAssumeRoleCredentials (STS)");
	const profileData = profiles[profileName];
	const { source_profile, region } = profileData;
	if (!options.roleAssumer) {
		const { getDefaultRoleAssumer } = await import("./caller.js");
		options.roleAssumer = getDefaultRoleAssumer({
			...options.clientConfig,
			credentialProviderLogger: options.logger,
			parentClientConfig: {
				...callerClientConfig,
				...options?.parentClientConfig,
				region: region ?? options?.parentClientConfig?.region ?? callerClientConfig?.region
			}
		}, options.clientPlugins);
	}
	if (source_profile && source_profile in visitedProfiles) throw new CredentialsProviderError(`Detected a cycle attempting to resolve credentials for profile ${getProfileName(options)}. Profiles visited: ` + Object.keys(visitedProfiles).join(", "), { logger: options.logger });
	options.logger?.debug(`@aws-sdk/credential-provider-ini - finding credential resolver using ${source_profile ? `source_profile=[${source_profile}]` : `profile=[${profileName}]`}`);
	const sourceCredsProvider = source_profile ? resolveProfileData(source_profile, profiles, options, callerClientConfig, {
		...visitedProfiles,
		[source_profile]: true
	}, isCredentialSourceWithoutRoleArn(profiles[source_profile] ?? {})) : (await resolveCredentialSource(profileData.credential_source, profileName, options.logger)(options))();
	if (isCredentialSourceWithoutRoleArn(profileData)) return sourceCredsProvider.then((creds) => setCredentialFeature(creds, "CREDENTIALS_PROFILE_SOURCE_PROFILE", "o"));
	else {
		const params = {
			RoleArn: profileData.role_arn,
			RoleSessionName: profileData.role_session_name || `aws-sdk-js-${Date.now()}`,
			ExternalId: profileData.external_id,
			DurationSeconds: parseInt(profileData.duration_seconds || "3600", 10)
		};
		const { mfa_serial } = profileData;
		if (mfa_serial) {
			if (!options.mfaCodeProvider) throw new CredentialsProviderError(`Profile ${profileName} requires multi-factor authentication, but no MFA code callback was provided.`, {
				logger: options.logger,
				tryNextLink: false
			});
			params.SerialNumber = mfa_serial;
			params.TokenCode = await options.mfaCodeProvider(mfa_serial);
		}
		const sourceCreds = await sourceCredsProvider;
		return options.roleAssumer(sourceCreds, params).then((creds) => setCredentialFeature(creds, "CREDENTIALS_PROFILE_SOURCE_PROFILE", "o"));
	}
};
const isCredentialSourceWithoutRoleArn = (section) => {
	return !section.role_arn && !!section.credential_source;
};
const isLoginProfile = (data) => {
	return Boolean(data && data.login_session);
};
const resolveLoginCredentials = async (profileName, options, callerClientConfig) => {
	const { fromLoginCredentials } = await import("./single-sign-on.js");
	const credentials = await fromLoginCredentials({
		...options,
		profile: profileName
	})({ callerClientConfig });
	return setCredentialFeature(credentials, "CREDENTIALS_PROFILE_LOGIN", "AC");
};
const isProcessProfile = (arg) => Boolean(arg) && typeof arg === "object" && typeof arg.credential_process === "string";
const resolveProcessCredentials = async (options, profile) => {
	const { fromProcess } = await import("./credential-process.js");
	const credentials = await fromProcess({
		...options,
		profile
	})();
	return setCredentialFeature(credentials, "CREDENTIALS_PROFILE_PROCESS", "v");
};
const resolveSsoCredentials = async (profile, profileData, options = {}, callerClientConfig) => {
	const { fromSSO } = await import("./single-sign-on.js");
	return fromSSO({
		profile,
		logger: options.logger,
		parentClientConfig: options.parentClientConfig,
		clientConfig: options.clientConfig
	})({ callerClientConfig }).then((creds) => {
		if (profileData.sso_session) return setCredentialFeature(creds, "CREDENTIALS_PROFILE_SSO", "r");
		else return setCredentialFeature(creds, "CREDENTIALS_PROFILE_SSO_LEGACY", "t");
	});
};
const isSsoProfile = (arg) => arg && (typeof arg.sso_start_url === "string" || typeof arg.sso_account_id === "string" || typeof arg.sso_session === "string" || typeof arg.sso_region === "string" || typeof arg.sso_role_name === "string");
const isStaticCredsProfile = (arg) => Boolean(arg) && typeof arg === "object" && typeof arg.aws_access_key_id === "string" && typeof arg.aws_secret_access_key === "string" && ["undefined", "string"].indexOf(typeof arg.aws_session_token) > -1 && ["undefined", "string"].indexOf(typeof arg.aws_account_id) > -1;
const resolveStaticCredentials = async (profile, options) => {
	options?.logger?.debug("@aws-sdk/credential-provider-ini - resolveStaticCredentials");
	const credentials = {
		accessKeyId: profile.aws_access_key_id,
		secretAccessKey: profile.aws_secret_access_key,
		sessionToken: profile.aws_session_token,
		...profile.aws_credential_scope && { credentialScope: profile.aws_credential_scope },
		...profile.aws_account_id && { accountId: profile.aws_account_id }
	};
	return setCredentialFeature(credentials, "CREDENTIALS_PROFILE", "n");
};
const isWebIdentityProfile = (arg) => Boolean(arg) && typeof arg === "object" && typeof arg.web_identity_token_file === "string" && typeof arg.role_arn === "string" && ["undefined", "string"].indexOf(typeof arg.role_session_name) > -1;
const resolveWebIdentityCredentials = async (profile, options, callerClientConfig) => {
	const { fromTokenFile } = await import("./credentials.js");
	const credentials = await fromTokenFile({
		webIdentityTokenFile: profile.web_identity_token_file,
		roleArn: profile.role_arn,
		roleSessionName: profile.role_session_name,
		roleAssumerWithWebIdentity: options.roleAssumerWithWebIdentity,
		logger: options.logger,
		parentClientConfig: options.parentClientConfig
	})({ callerClientConfig });
	return setCredentialFeature(credentials, "CREDENTIALS_PROFILE_STS_WEB_ID_TOKEN", "q");
};
const resolveProfileData = async (profileName, profiles, options, callerClientConfig, visitedProfiles = {}, isAssumeRoleRecursiveCall = false) => {
	const data = profiles[profileName];
	if (Object.keys(visitedProfiles).length > 0 && isStaticCredsProfile(data)) return resolveStaticCredentials(data, options);
	if (isAssumeRoleRecursiveCall || isAssumeRoleProfile(data, {
		profile: profileName,
		logger: options.logger
	})) return resolveAssumeRoleCredentials(profileName, profiles, options, callerClientConfig, visitedProfiles, resolveProfileData);
	if (isStaticCredsProfile(data)) return resolveStaticCredentials(data, options);
	if (isWebIdentityProfile(data)) return resolveWebIdentityCredentials(data, options, callerClientConfig);
	if (isProcessProfile(data)) return resolveProcessCredentials(options, profileName);
	if (isSsoProfile(data)) return await resolveSsoCredentials(profileName, data, options, callerClientConfig);
	if (isLoginProfile(data)) return resolveLoginCredentials(profileName, options, callerClientConfig);
	throw new CredentialsProviderError(`Could not resolve credentials using profile: [${profileName}] in configuration/credentials file(s).`, { logger: options.logger });
};
const fromIni = (init = {}) => async ({ callerClientConfig } = {}) => {
	init.logger?.debug("@aws-sdk/credential-provider-ini - fromIni");
	const profiles = await parseKnownFiles(init);
	return resolveProfileData(getProfileName({ profile: init.profile ?? callerClientConfig?.profile }), profiles, init, callerClientConfig);
};
// @aws-sdk/credential-provider-web-identity
const fromWebToken = (init) => async (awsIdentityProperties) => {
	init.logger?.debug("@aws-sdk/credential-provider-web-identity - fromWebToken");
	const { roleArn, roleSessionName, webIdentityToken, providerId, policyArns, policy, durationSeconds } = init;
	let { roleAssumerWithWebIdentity } = init;
	if (!roleAssumerWithWebIdentity) {
		const { getDefaultRoleAssumerWithWebIdentity } = await import("./caller.js");
		roleAssumerWithWebIdentity = getDefaultRoleAssumerWithWebIdentity({
			...init.clientConfig,
			credentialProviderLogger: init.logger,
			parentClientConfig: {
				...awsIdentityProperties?.callerClientConfig,
				...init.parentClientConfig
			}
		}, init.clientPlugins);
	}
	return roleAssumerWithWebIdentity({
		RoleArn: roleArn,
		RoleSessionName: roleSessionName ?? `aws-sdk-js-session-${Date.now()}`,
		WebIdentityToken: webIdentityToken,
		ProviderId: providerId,
		PolicyArns: policyArns,
		Policy: policy,
		DurationSeconds: durationSeconds
	});
};
const ENV_TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";
const ENV_ROLE_ARN = "AWS_ROLE_ARN";
const ENV_ROLE_SESSION_NAME = "AWS_ROLE_SESSION_NAME";
const fromTokenFile = (init = {}) => async (awsIdentityProperties) => {
	init.logger?.debug("@aws-sdk/credential-provider-web-identity - fromTokenFile");
	const webIdentityTokenFile = init?.webIdentityTokenFile ?? process.env[ENV_TOKEN_FILE];
	const roleArn = init?.roleArn ?? process.env[ENV_ROLE_ARN];
	const roleSessionName = init?.roleSessionName ?? process.env[ENV_ROLE_SESSION_NAME];
	if (!webIdentityTokenFile || !roleArn) throw new CredentialsProviderError("Web identity configuration not specified", { logger: init.logger });
	const credentials = await fromWebToken({
		...init,
		webIdentityToken: externalDataInterceptor?.getTokenRecord?.()[webIdentityTokenFile] ?? readFileSync(webIdentityTokenFile, { encoding: "ascii" }),
		roleArn,
		roleSessionName
	})(awsIdentityProperties);
	if (webIdentityTokenFile === process.env[ENV_TOKEN_FILE]) setCredentialFeature(credentials, "CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN", "h");
	return credentials;
};
// src/aws/configuration.ts
var Configuration = class Configuration {
	profile;
	usesSingleSignOn;
	#variables;
	#values;
	#services;
	constructor(variables, profile, { values, source, services }) {
		this.#variables = variables;
		this.profile = profile;
		this.usesSingleSignOn = [source["sso_session"], source["sso_account_id"]].some(Boolean);
		this.#values = values;
		this.#services = services;
	}
	static async read(variables) {
		const chosen = firstOf(variables, ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"]);
		const name = chosen?.value ?? "default";
		const { configFile, credentialsFile } = await loadSharedConfigFiles();
		if (chosen !== void 0 && !configFile[name] && !credentialsFile[name]) throw profileNotFound(chosen);
		const sections = (of) => ({
			...configFile[of],
			...credentialsFile[of]
		});
		const values = sections(name);
		return new Configuration(variables, name, {
			values,
			source: sections(lastSource(name, sections)),
			services: configFile[`services.${values["services"]}`]
		});
	}
	variable(...names) {
		return firstOf(this.#variables, names);
	}
	ofProfile(key) {
		const value = this.#values[key];
		return value ? {
			name: `${key} of profile "${this.profile}"`,
			value
		} : void 0;
	}
	either(variable, key) {
		return this.variable(variable) ?? this.ofProfile(key);
	}
	ofServices(key) {
		const services = this.ofProfile("services");
		if (services === void 0) return void 0;
		if (this.#services === void 0) throw invalidSetting(services, "names a section that does not exist", `Add the section [services ${services.value}].`);
		const value = this.#services[key];
		return value ? {
			name: `${key} in [services ${services.value}]`,
			value
		} : void 0;
	}
};
function urlIn({ name, value }) {
	if (/^https?:\/\//i.test(value) && URL.canParse(value)) return value;
	throw invalidSetting({
		name,
		value: value.replace(/^.*@/s, "***@")
	}, "is not a URL", "Use a URL that starts with https://, or with http:// for this machine or a private network.");
}
function invalidSetting({ name, value }, what, hint) {
	return new KeyPairError("ENVIRONMENT_INVALID", `${name} ${what}: ${JSON.stringify(value)}.`, { hint });
}
function lastSource(profile, sections) {
	const visited = new Set();
	let last = profile;
	for (let next = profile; next && !visited.has(next); next = sections(next)["source_profile"]) {
		visited.add(next);
		last = next;
	}
	return last;
}
function firstOf(variables, names) {
	const name = names.find((it) => variables[it]);
	return name === void 0 ? void 0 : {
		name,
		value: variables[name] ?? ""
	};
}
function profileNotFound({ name, value }) {
	return new KeyPairError("PROFILE_NOT_FOUND", `${name} names the profile "${value}", which does not exist, or is empty.`, { hint: `No value of it is in ~/.aws/config (section [profile ${value}]) or in ~/.aws/credentials (section [${value}]), or in the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name. Remove ${name}, or add the profile.` });
}
// src/aws/credential-source.ts
function chooseSource(configuration, settingsOf) {
	const sts = () => settingsOf("STS");
	const sso = () => settingsOf("SSO");
	return exportedKeys(configuration) ?? assumedRole(configuration, sts, sso) ?? webIdentity(configuration, sts) ?? keysOfProfile(configuration) ?? singleSignOn(configuration, sso) ?? otherOfProfile(configuration, sts) ?? container(configuration) ?? instance(configuration);
}
function exportedKeys(configuration) {
	const id = configuration.variable("AWS_ACCESS_KEY_ID");
	if (id === void 0) return void 0;
	const secret = configuration.variable("AWS_SECRET_ACCESS_KEY");
	const token = configuration.variable("AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN");
	const account = configuration.variable("AWS_ACCOUNT_ID");
	return keys(id, required(secret, "AWS_SECRET_ACCESS_KEY", id), token, account);
}
function keysOfProfile(configuration) {
	const id = configuration.ofProfile("aws_access_key_id");
	if (id === void 0 || configuration.ofProfile("sso_account_id") !== void 0) return void 0;
	const secret = configuration.ofProfile("aws_secret_access_key");
	const token = configuration.ofProfile("aws_security_token") ?? configuration.ofProfile("aws_session_token");
	const account = configuration.ofProfile("aws_account_id");
	return keys(id, required(secret, "aws_secret_access_key", id), token, account);
}
function keys(id, secret, token, account) {
	const credentials = {
		accessKeyId: id.value,
		secretAccessKey: secret.value,
		...token && { sessionToken: token.value },
		...account && { accountId: account.value }
	};
	return { provider: () => Promise.resolve(credentials) };
}
function assumedRole(configuration, sts, sso) {
	const role = configuration.ofProfile("role_arn");
	if (role === void 0 || configuration.ofProfile("web_identity_token_file") !== void 0) return void 0;
	if (!configuration.usesSingleSignOn) return profileWith(role, configuration, sts);
	return profileWith(role, configuration, () => inItsOwnRegion(sso()), sts);
}
function webIdentity(configuration, sts) {
	const token = configuration.either("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file");
	if (token === void 0) return void 0;
	const role = required(configuration.either("AWS_ROLE_ARN", "role_arn"), "AWS_ROLE_ARN", token);
	const session = configuration.either("AWS_ROLE_SESSION_NAME", "role_session_name");
	const init = {
		webIdentityTokenFile: token.value,
		roleArn: role.value,
		...session === void 0 ? {} : { roleSessionName: session.value },
		clientConfig: sts()
	};
	return {
		identity: role.value,
		provider: explained(`${token.name}, for the role ${role.value}`, async (properties) => {
			const { fromTokenFile } = await import("./credentials.js");
			return fromTokenFile(init)(properties);
		})
	};
}
function singleSignOn(configuration, sso) {
	const source = configuration.ofProfile("sso_session") ?? configuration.ofProfile("sso_account_id");
	return source && profileWith(source, configuration, () => inItsOwnRegion(sso()));
}
function inItsOwnRegion({ region, ...settings }) {
	return settings;
}
function otherOfProfile(configuration, sts) {
	const source = configuration.ofProfile("login_session") ?? configuration.ofProfile("credential_process");
	return source === void 0 ? void 0 : profileWith(source, configuration, sts);
}
function profileWith(source, configuration, settings, ofRole) {
	const { profile } = configuration;
	const account = configuration.ofProfile("sso_account_id");
	return {
		identity: [
			source.name,
			source.value,
			account?.value
		].join("\n"),
		provider: explainedByProfile(source.name, profile, async (properties) => {
			const { fromIni } = await import("./credentials.js");
			const requestHandler = properties?.["callerClientConfig"]?.requestHandler;
			const roleAssumer = ofRole && (await import("./caller.js")).getDefaultRoleAssumer({
				...ofRole(),
				requestHandler
			});
			return fromIni({
				profile,
				clientConfig: {
					...settings(),
					requestHandler
				},
				...roleAssumer && { roleAssumer }
			})(properties);
		})
	};
}
function container(configuration) {
	const path = configuration.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
	const address = path ?? configuration.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
	if (address === void 0) return void 0;
	if (path === void 0) urlIn(address);
	return {
		identity: address.value,
		provider: explained(address.name, async () => {
			const { fromHttp } = await import("./metadata-credentials.js");
			return fromHttp({})();
		})
	};
}
function instance(configuration) {
	const { profile } = configuration;
	const isDisabled = configuration.variable("AWS_EC2_METADATA_DISABLED")?.value.toLowerCase() === "true";
	const isHalf = configuration.variable("AWS_SECRET_ACCESS_KEY") !== void 0;
	const service = configuration.either("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");
	const known = isHalf ? ["AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not."] : [];
	return {
		identity: "instance",
		async provider() {
			if (isDisabled) throw (await import("./explanations.js")).noCredentials(known);
			if (service !== void 0) urlIn(service);
			try {
				const { fromInstanceMetadata } = await import("./metadata-credentials.js");
				return await fromInstanceMetadata({ profile })();
			} catch (error) {
				throw (await import("./explanations.js")).noCredentialsOfInstance(known, error);
			}
		}
	};
}
function explained(source, load) {
	return async (properties) => {
		try {
			return await load(properties);
		} catch (error) {
			throw (await import("./explanations.js")).notLoaded(source, error);
		}
	};
}
function explainedByProfile(source, profile, load) {
	return explained(source, async (properties) => {
		try {
			return await load(properties);
		} catch (error) {
			throw await (await import("./explanations.js")).profileProblem(profile) ?? error;
		}
	});
}
function required(setting, name, given) {
	if (setting !== void 0) return setting;
	throw new KeyPairError("ENVIRONMENT_INVALID", `${given.name} is set, but ${name} is not.`, { hint: "Set both, or neither." });
}
// src/aws/environment.ts
async function readEnvironment(variables, given, role) {
	const configuration = await Configuration.read(variables);
	const region = given ?? await regionOf(configuration);
	const common = {
		region,
		useFipsEndpoint: flagOf(configuration, "use_fips_endpoint"),
		useDualstackEndpoint: flagOf(configuration, "use_dualstack_endpoint"),
		ignoreConfiguredEndpointUrls: true
	};
	const hasEndpoints = !flagOf(configuration, "ignore_configured_endpoint_urls");
	const endpoints = [];
	const settingsOf = (serviceId) => {
		const set = hasEndpoints ? endpointOf(configuration, serviceId) : void 0;
		if (set === void 0) return common;
		const endpoint = urlIn(set);
		if (common.useFipsEndpoint) throw notCombined(set, "use_fips_endpoint");
		if (common.useDualstackEndpoint) throw notCombined(set, "use_dualstack_endpoint");
		endpoints.push(set);
		return {
			...common,
			endpoint
		};
	};
	const { provider, identity } = role?.source(() => settingsOf("STS")) ?? chooseSource(configuration, settingsOf);
	return {
		region,
		source: identity,
		caBundle: configuration.ofProfile("ca_bundle")?.value,
		endpoints,
		settingsFor(Client) {
			const { serviceId = "" } = new Client({
				...clientSettings,
				region
			}).config;
			return {
				...settingsOf(serviceId),
				credentials: provider
			};
		}
	};
}
async function regionOf(configuration) {
	const set = configuration.variable("AWS_REGION", "AWS_DEFAULT_REGION") ?? configuration.ofProfile("region");
	if (set === void 0) {
		const ofInstance = NODE_REGION_CONFIG_OPTIONS.default;
		return ofInstance().catch(async (cause) => {
			throw (await import("./explanations.js")).noRegion(cause);
		});
	}
	if (isRegion(set.value)) return set.value;
	throw invalidSetting(set, "is not an AWS Region", hintForRegion(set.value));
}
function hintForRegion(value) {
	if (isRegion(value.trim())) return "Remove the spaces or line breaks around it.";
	if (isRegion(value.slice(0, -1))) return "It looks like an Availability Zone. A Region does not end in a letter.";
	return "Use the code of a Region, such as eu-west-1.";
}
function flagOf(configuration, key) {
	const set = configuration.either(`AWS_${key.toUpperCase()}`, key);
	const text = set?.value.toLowerCase();
	if (set === void 0 || text === "false") return false;
	if (text === "true") return true;
	throw invalidSetting(set, "is neither true nor false", "Use true or false. The AWS CLI silently takes any other value as false.");
}
function notCombined({ name }, flag) {
	const variable = `AWS_${flag.toUpperCase()}`;
	return new KeyPairError("ENVIRONMENT_INVALID", `${variable} cannot be combined with ${name}.`, { hint: `Remove ${name}, or ${variable} (${flag} in the profile). AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true ignores all endpoints.` });
}
function endpointOf(configuration, serviceId) {
	const service = serviceId.replaceAll(" ", "_");
	return configuration.variable(`AWS_ENDPOINT_URL_${service.toUpperCase()}`, "AWS_ENDPOINT_URL") ?? configuration.ofServices(`${service.toLowerCase()}.endpoint_url`) ?? configuration.ofProfile("endpoint_url");
}
export { ENV_ACCOUNT_ID, ENV_CREDENTIAL_SCOPE, ENV_EXPIRATION, ENV_KEY, ENV_SECRET, ENV_SESSION, externalDataInterceptor, fromEnv, fromIni, fromTokenFile, fromWebToken, getSSOTokenFilepath, getSSOTokenFromFile, parseKnownFiles, readEnvironment };
