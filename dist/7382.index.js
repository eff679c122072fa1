export const id = 7382;
export const ids = [7382];
export const modules = {

7382:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
readEnvironment: () => readEnvironment
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);

// src/aws/configuration.ts
var Configuration = class Configuration {
	profile;
	#variables;
	#values;
	#services;
	constructor(variables, profile, values, services) {
		this.#variables = variables;
		this.profile = profile;
		this.#values = values;
		this.#services = services;
	}
	static async read(variables) {
		const chosen = firstOf(variables, ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"]);
		const name = chosen?.value ?? "default";
		const { configFile, credentialsFile } = await (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.wn)();
		if (chosen !== void 0 && !configFile[name] && !credentialsFile[name]) throw profileNotFound(chosen);
		const values = {
			...configFile[name],
			...credentialsFile[name]
		};
		return new Configuration(variables, name, values, configFile[`services.${values["services"]}`]);
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("ENVIRONMENT_INVALID", `${name} ${what}: ${JSON.stringify(value)}.`, { hint });
}
function firstOf(variables, names) {
	const name = names.find((it) => variables[it]);
	return name === void 0 ? void 0 : {
		name,
		value: variables[name] ?? ""
	};
}
function profileNotFound({ name, value }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PROFILE_NOT_FOUND", `${name} names the profile "${value}", which does not exist.`, { hint: `It is neither in ~/.aws/config nor in ~/.aws/credentials, nor in the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name. Remove ${name}, or add the profile.` });
}
// src/aws/credential-source.ts
function chooseSource(configuration, sts) {
	return exportedKeys(configuration) ?? assumedRole(configuration, sts) ?? webIdentity(configuration, sts) ?? keysOfProfile(configuration) ?? otherOfProfile(configuration, sts) ?? container(configuration) ?? instance(configuration);
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
function assumedRole(configuration, sts) {
	const role = configuration.ofProfile("role_arn");
	if (role === void 0 || configuration.ofProfile("web_identity_token_file") !== void 0) return void 0;
	return profileWith(role, configuration, sts);
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
			const { fromTokenFile } = await __webpack_require__.e(/* import() */ 9475).then(__webpack_require__.bind(__webpack_require__, 9475));
			return fromTokenFile(init)(properties);
		})
	};
}
function otherOfProfile(configuration, sts) {
	const [source] = [
		"sso_session",
		"sso_account_id",
		"login_session",
		"credential_process"
	].flatMap((key) => configuration.ofProfile(key) ?? []);
	return source === void 0 ? void 0 : profileWith(source, configuration, sts);
}
function profileWith(source, configuration, sts) {
	const { profile } = configuration;
	const account = configuration.ofProfile("sso_account_id");
	return {
		identity: [
			source.name,
			source.value,
			account?.value
		].join("\n"),
		provider: explained(source.name, async (properties) => {
			const { fromIni } = await __webpack_require__.e(/* import() */ 2039).then(__webpack_require__.bind(__webpack_require__, 2039));
			const requestHandler = properties?.["callerClientConfig"]?.requestHandler;
			return fromIni({
				profile,
				clientConfig: {
					...sts(),
					requestHandler
				}
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
			const { fromHttp } = await __webpack_require__.e(/* import() */ 7888).then(__webpack_require__.bind(__webpack_require__, 7888));
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
			if (isDisabled) throw (await __webpack_require__.e(/* import() */ 9043).then(__webpack_require__.bind(__webpack_require__, 9043))).noCredentials(known);
			if (service !== void 0) urlIn(service);
			try {
				const { fromInstanceMetadata } = await __webpack_require__.e(/* import() */ 66).then(__webpack_require__.bind(__webpack_require__, 66));
				return await fromInstanceMetadata({ profile })();
			} catch (error) {
				throw (await __webpack_require__.e(/* import() */ 9043).then(__webpack_require__.bind(__webpack_require__, 9043))).noCredentialsOfInstance(known, error);
			}
		}
	};
}
function explained(source, load) {
	return async (properties) => {
		try {
			return await load(properties);
		} catch (error) {
			throw (await __webpack_require__.e(/* import() */ 9043).then(__webpack_require__.bind(__webpack_require__, 9043))).notLoaded(source, error);
		}
	};
}
function required(setting, name, given) {
	if (setting !== void 0) return setting;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("ENVIRONMENT_INVALID", `${given.name} is set, but ${name} is not.`, { hint: "Set both, or neither." });
}
// src/aws/environment.ts
async function readEnvironment(variables, given) {
	const configuration = await Configuration.read(variables);
	const region = given ?? await regionOf(configuration);
	const common = {
		region,
		useFipsEndpoint: flagOf(configuration, "use_fips_endpoint"),
		useDualstackEndpoint: flagOf(configuration, "use_dualstack_endpoint"),
		ignoreConfiguredEndpointUrls: true
	};
	const hasEndpoints = !flagOf(configuration, "ignore_configured_endpoint_urls");
	const settingsOf = (serviceId) => {
		const endpoint = hasEndpoints ? endpointOf(configuration, serviceId) : void 0;
		return endpoint === void 0 ? common : {
			...common,
			endpoint
		};
	};
	const { provider, identity } = chooseSource(configuration, () => settingsOf("STS"));
	return {
		region,
		source: identity,
		caBundle: configuration.ofProfile("ca_bundle")?.value,
		settingsFor(Client) {
			const { serviceId = "" } = new Client({
				..._aws_js__WEBPACK_IMPORTED_MODULE_0__.rt,
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
		const ofInstance = _aws_js__WEBPACK_IMPORTED_MODULE_0__.ln.default;
		return ofInstance().catch(async (cause) => {
			throw (await __webpack_require__.e(/* import() */ 9043).then(__webpack_require__.bind(__webpack_require__, 9043))).noRegion(cause);
		});
	}
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nt)(set.value)) return set.value;
	throw invalidSetting(set, "is not an AWS Region", hintForRegion(set.value));
}
function hintForRegion(value) {
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nt)(value.trim())) return "Remove the spaces or line breaks around it.";
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.nt)(value.slice(0, -1))) return "It looks like an Availability Zone. A Region does not end in a letter.";
	return "Use the code of a Region, such as eu-west-1.";
}
function flagOf(configuration, key) {
	const set = configuration.either(`AWS_${key.toUpperCase()}`, key);
	const text = set?.value.toLowerCase();
	if (set === void 0 || text === "false") return false;
	if (text === "true") return true;
	throw invalidSetting(set, "is neither true nor false", "Use true or false. The AWS CLI silently takes any other value as false.");
}
function endpointOf(configuration, serviceId) {
	const service = serviceId.replaceAll(" ", "_");
	const set = configuration.variable(`AWS_ENDPOINT_URL_${service.toUpperCase()}`, "AWS_ENDPOINT_URL") ?? configuration.ofServices(`${service.toLowerCase()}.endpoint_url`) ?? configuration.ofProfile("endpoint_url");
	return set === void 0 ? void 0 : urlIn(set);
}

})

};
