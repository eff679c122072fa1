import { KeyPairError, nameAndMessage } from "./start.js";
import { rememberEndpoint } from "./release.js";
import { hasConnection } from "./aws.js";
const { BlockList, isIP, isIPv6 } = process.getBuiltinModule("node:net");
const http = process.getBuiltinModule("node:http");
const tls = process.getBuiltinModule("node:tls");
const { X509Certificate } = process.getBuiltinModule("node:crypto");
const { lookup } = process.getBuiltinModule("node:dns");
const { homedir } = process.getBuiltinModule("node:os");
const { readFileSync, statSync } = process.getBuiltinModule("node:fs");
const https = process.getBuiltinModule("node:https");
// src/aws/certificates.ts
const maxBytes = 10485760;
function readCaBundle({ path, setBy }) {
	const text = read$1(path.replace(/^~(?=\/)/, homedir()), setBy);
	const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
	if (certificates.length === 0) throw unreadable(path, setBy, "it contains no certificate in PEM format");
	for (const [index, certificate] of certificates.entries()) if (!isReadable(certificate)) throw unreadable(path, setBy, `certificate ${index + 1} in it is damaged`);
	return text;
}
function read$1(path, setBy) {
	let reason;
	try {
		const stats = statSync(path);
		if (stats.isFile() && stats.size <= maxBytes) return readFileSync(path, "utf8");
		reason = stats.isFile() ? "it is larger than 10 MB" : "it is not a file";
	} catch (error) {
		reason = error instanceof Error && "code" in error ? String(error.code) : nameAndMessage(error);
	}
	throw unreadable(path, setBy, reason);
}
function isReadable(certificate) {
	try {
		return new X509Certificate(certificate).raw.length > 0;
	} catch {
		return false;
	}
}
function unreadable(path, setBy, reason) {
	return new KeyPairError("CA_BUNDLE_UNREADABLE", `Cannot use ${path} (${setBy}): ${reason}.`, { hint: `Set ${setBy} to a file with the certificates of the certificate authorities to trust, in PEM format.` });
}
const meanings = [
	[/^CERT_HAS_EXPIRED$/, "it has expired"],
	[/^CERT_NOT_YET_VALID$/, "it is not valid yet"],
	[/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, "it belongs to another host"],
	[/^DEPTH_ZERO_SELF_SIGNED_CERT$/, "it is self-signed"],
	[/^SELF_SIGNED_CERT_IN_CHAIN$|^UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/, "its certificate authority is not trusted"],
	[/^CERT_|^CRL_|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/, "it is not valid"]
];
function certificateError(error, hostname, bundle) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	const meaning = meanings.find(([codes]) => codes.test(code))?.[1];
	if (meaning === void 0) return void 0;
	return new KeyPairError("CERTIFICATE_NOT_TRUSTED", `The certificate of ${hostname} was rejected: ${meaning} (${code}). Nothing was sent.`, {
		hint: hintFor$1(code, bundle),
		cause: error
	});
}
function hintFor$1(code, bundle) {
	if (code === "CERT_NOT_YET_VALID" || code === "CERT_HAS_EXPIRED") return "Check the clock of the runner. If it is right, the certificate must be renewed.";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return "Check AWS_ENDPOINT_URL, the DNS server, and any proxy: another server answered.";
	return bundle === void 0 ? "If a proxy or firewall inspects TLS, or the endpoint has its own certificate authority, set AWS_CA_BUNDLE to a file with the certificate of that authority." : `Only the certificate authorities in ${bundle.path} (${bundle.setBy}) are trusted. Add this one to the file.`;
}
// src/aws/private-network.ts
const privateBlocks = new BlockList();
for (const [address, prefix] of [
	["127.0.0.0", 8],
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16]
]) privateBlocks.addSubnet(address, prefix, "ipv4");
privateBlocks.addAddress("::1", "ipv6");
privateBlocks.addSubnet("fc00::", 7, "ipv6");
function isPrivateHost(hostname) {
	const bare = hostname.replace(/^\[|\]$/g, "");
	if (isIP(bare) !== 0) return isPrivateAddress(bare);
	return /^[^.]+\.?$|\.(?:internal|local|localhost)\.?$/i.test(bare);
}
function isThisMachine(hostname) {
	return /^(?:localhost\.?|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}
const lookupPrivate = (hostname, options, callback) => {
	lookup(hostname, options, (error, address, family) => {
		const found = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
		const other = error ? void 0 : found.find((one) => !isPrivateAddress(one));
		callback(other === void 0 ? error : notPrivate(hostname, other), address, family);
	});
};
function isPrivateAddress(address) {
	return privateBlocks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
function notPrivate(hostname, address) {
	return notHttps(`http://${hostname}`, `, and ${hostname} is not in a private network (${address})`);
}
function notHttps(endpoint, detail = "") {
	return new KeyPairError("ENDPOINT_NOT_SAFE", `The endpoint ${endpoint} does not use https${detail}.`, { hint: "A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for this machine and for private networks." });
}
// src/aws/proxy.ts
function proxyFor(host, port, variables) {
	const set = read("https_proxy", variables) ?? read("all_proxy", variables);
	if (set === void 0) return void 0;
	if ((read("no_proxy", variables)?.value.split(/[\s,]+/) ?? []).some((entry) => isExempt(host.toLowerCase().replace(/\.$/, ""), port, entry.toLowerCase()))) return void 0;
	const url = parse(set);
	return {
		url,
		label: `${url.hostname}:${portOf(url)} (${set.variable})`,
		variable: set.variable
	};
}
function portOf(url) {
	return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}
function credentialsOf({ url: { username, password } }) {
	return username || password ? `${decode(username)}:${decode(password)}` : void 0;
}
function proxySecrets(variables) {
	const secrets = Object.entries(variables).filter(([name]) => /_proxy$/i.test(name)).flatMap(([, value = ""]) => {
		const userinfo = /^(?:[^/]*\/\/)?(.*)@/s.exec(value)?.[1];
		if (userinfo === void 0) return [];
		const [user = "", ...rest] = userinfo.split(":");
		const secret = rest.join(":") || user;
		const pair = `${decode(user)}:${decode(rest.join(":"))}`;
		return [
			secret,
			decode(secret),
			Buffer.from(pair).toString("base64")
		];
	});
	return [...new Set(secrets)].filter((secret) => secret !== "");
}
function read(name, variables) {
	const variable = variables[name] === void 0 ? Object.keys(variables).find((other) => other.toLowerCase() === name && variables[other]) : name;
	const value = variables[variable ?? ""]?.trim();
	return variable && value ? {
		variable,
		value
	} : void 0;
}
function parse({ variable, value }) {
	const url = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(value) ? value : `http://${value.replace(/^\/\//, "")}`);
	if (url === null || `${url.pathname}${url.search}${url.hash}`.includes("@")) throw invalidUrl(variable);
	if (url.protocol !== "http:" && url.protocol !== "https:") throw new KeyPairError("PROXY_INVALID", `${variable} is a ${url.protocol.slice(0, -1)} proxy, which is not supported.`, { hint: "Set HTTPS_PROXY to an http or https proxy. If AWS can be reached without a proxy, set NO_PROXY to amazonaws.com." });
	if (!hasHost(url)) throw invalidUrl(variable);
	return url;
}
function hasHost({ hostname, pathname }) {
	return !(/^https?$/.test(hostname) && pathname !== "/") && /^[\w.-]+$|^\[[\da-f:.]+\]$/.test(hostname);
}
function invalidUrl(variable) {
	return new KeyPairError("PROXY_INVALID", `${variable} is not a valid URL of a proxy.`, { hint: "Set it to http://<host>:<port>, or http://<user>:<password>@<host>:<port>, without quotes or variables. Percent-encode special characters in the password." });
}
function isExempt(host, port, entry) {
	if (entry === "*") return true;
	const [, name = entry, onlyPort] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
	if (onlyPort !== void 0 && Number(onlyPort) !== port) return false;
	const bare = name.replace(/^\[|\]$/g, "");
	if (isIP(bare.replace(/\/.*/, "")) !== 0) return isIP(host) !== 0 && isInBlock(host, bare);
	const suffix = bare.replace(/^\*?\.+|\.$/g, "");
	return suffix !== "" && (host === suffix || host.endsWith(`.${suffix}`));
}
function isInBlock(host, block) {
	const [address = "", prefix = ""] = block.split("/");
	const family = isIP(address) === 6 ? "ipv6" : "ipv4";
	const bits = family === "ipv6" ? 128 : 32;
	const length = block === address ? bits : /^\d+$/.test(prefix) ? Number(prefix) : NaN;
	if (!(length <= bits)) return false;
	const blocks = new BlockList();
	blocks.addSubnet(address, length, family);
	return blocks.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}
function decode(text) {
	return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString());
}
// src/aws/tls-error.ts
const notTls = /wrong version number|packet length too long|http request|unknown protocol|bad record type/;
function tlsReason(error) {
	const code = "code" in error ? String(error.code) : "";
	const [, ofCode] = /^ERR_SSL_(\w+)$/.exec(code) ?? [];
	if (code !== "EPROTO" && ofCode === void 0) return void 0;
	const [, reason] = /\berror:[\dA-F]+:[^:]*:[^:]*:([^:]+)/i.exec(error.message) ?? [];
	return (reason ?? ofCode?.replaceAll("_", " ").toLowerCase() ?? code).trim();
}
function answeredWithoutTls(reason, { hostname, port }, route) {
	if (!notTls.test(reason)) return void 0;
	const host = port === void 0 ? hostname : `${hostname}:${port}`;
	const through = route.proxy === void 0 ? "" : ` through the proxy ${route.proxy.label}`;
	return new KeyPairError(route.setBy === void 0 ? "NOT_SENT" : "ENVIRONMENT_INVALID", `The endpoint https://${host} does not answer with TLS${through}. Nothing was sent.`, { hint: hintFor(host, hostname, route) });
}
function hintFor(host, hostname, { setBy, proxy }) {
	if (proxy !== void 0) return `Another server answered. Check ${[...setBy === void 0 ? [] : [setBy], proxy.variable].join(" and ")}. Hosts in NO_PROXY are reached without the proxy.`;
	if (setBy === void 0) return "Another server answered. Check the network of the runner, and its DNS servers.";
	return isThisMachine(hostname) || isPrivateHost(hostname) ? `Set ${setBy} to http://${host}.` : `Check the port in ${setBy}. Plain http is allowed only for this machine and for private networks.`;
}
// src/aws/tunnel.ts
const timeout = 5e3;
function openTunnel(proxy, host, port, ca) {
	return new Promise((resolve, reject) => {
		const target = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
		const proxyHost = proxy.url.hostname.replace(/^\[|\]$/g, "");
		const credentials = credentialsOf(proxy);
		const request = (proxy.url.protocol === "https:" ? https : http).request({
			method: "CONNECT",
			host: proxyHost,
			port: portOf(proxy.url),
			path: target,
			headers: {
				host: target,
				...credentials === void 0 ? {} : { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` }
			},
			agent: false,
			servername: isIP(proxyHost) === 0 ? proxyHost : "",
			...ca === void 0 ? {} : { ca }
		});
		const tooLate = setTimeout(() => request.destroy(new Error(`no response after ${timeout / 1e3} s`)), timeout);
		request.once("close", () => clearTimeout(tooLate));
		request.once("connect", ({ statusCode = 0 }, socket) => {
			if (statusCode >= 200 && statusCode < 300) return resolve(socket);
			socket.destroy();
			reject(refusal(proxy, target, statusCode, credentials !== void 0));
		});
		request.once("error", (error) => reject(unreachable(proxy, error)));
		request.end();
	});
}
var ProxyConnectError = class extends Error {
	code = "ECONNREFUSED";
};
function refusal(proxy, target, status, hasCredentials) {
	const { label, variable } = proxy;
	if (status === 407) return new KeyPairError("PROXY_REFUSED", `The proxy ${label} ${hasCredentials ? "rejected the user name or password" : "requires a user name and password"} (HTTP 407).`, { hint: `Set ${variable} to http://<user>:<password>@<host>:<port>. Percent-encode special characters in the password. Only Basic authentication is supported.` });
	const message = `the proxy ${label} did not connect to ${target} (HTTP ${status})`;
	if (status >= 500) return new ProxyConnectError(message);
	return new KeyPairError("PROXY_REFUSED", `${message.replace("the", "The")}.`, { hint: "Allow this host in the proxy, or add it to NO_PROXY if it can be reached without the proxy." });
}
function unreachable({ label, url, variable }, error) {
	const certificate = certificateError(error, url.hostname);
	if (certificate !== void 0) return certificate;
	const code = "code" in error ? String(error.code) : "";
	if (/^EPROTO$|^ERR_SSL_/.test(code)) return new KeyPairError("PROXY_INVALID", `The proxy ${label} does not answer with TLS.`, {
		hint: `Set ${variable} to a URL that starts with http://. Requests to AWS are encrypted all the same.`,
		cause: error
	});
	return new ProxyConnectError(`cannot reach the proxy ${label}: ${error.message || code}`, { cause: error });
}
// src/aws/network.ts
const agentOptions = {
	keepAlive: true,
	maxSockets: 50
};
const warned = new Set();
function refuseUnsafe({ protocol, hostname }, { variables, warn }) {
	if (isThisMachine(hostname)) return;
	if (protocol === "https:") {
		if (variables["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return;
		throw new KeyPairError("ENDPOINT_NOT_SAFE", `The certificate of ${hostname} would not be checked.`, { hint: "Anyone on the network could read the private key. Remove NODE_TLS_REJECT_UNAUTHORIZED=0 from the environment. To trust a certificate authority of your own, set AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS to its certificate file." });
	}
	const endpoint = `${protocol}//${hostname}`;
	if (!isPrivateHost(hostname)) throw notHttps(endpoint);
	if (warned.has(endpoint)) return;
	warned.add(endpoint);
	warn?.(`The endpoint ${endpoint} does not use https: private keys are sent unencrypted in the private network. Use it only for an emulator, such as LocalStack.`);
}
function setAgents(handler, transport) {
	const bundle = caBundle(transport);
	const ca = bundle === void 0 ? void 0 : readCaBundle(bundle);
	handler.updateHttpClientConfig?.("httpsAgent", new TunnelAgent(transport.variables, ca));
}
function directAgents(protocol, { variables }) {
	return protocol === "https:" ? { agent: new TunnelAgent(variables, void 0) } : {
		agent: false,
		lookup: lookupPrivate
	};
}
var TunnelAgent = class extends https.Agent {
	#variables;
	#ca;
	constructor(variables, ca) {
		super({
			...agentOptions,
			...ca === void 0 ? {} : { ca }
		});
		this.#variables = variables;
		this.#ca = ca;
	}
	createConnection(options, callback) {
		const host = options.host ?? "";
		const port = Number(options.port);
		const proxy = proxyOf({
			hostname: host,
			port
		}, this.#variables);
		if (proxy === void 0) return super.createConnection(options, callback);
		const done = callback;
		openTunnel(proxy, host, port, this.#ca).then((socket) => {
			const throughTunnel = {
				...options,
				socket
			};
			done(null, super.createConnection(throughTunnel) ?? void 0);
		}, (error) => done(error));
	}
};
function agentFor(transport) {
	const bundle = caBundle(transport);
	const ca = bundle && [...tls.getCACertificates("default"), readCaBundle(bundle)].join("\n");
	return new TunnelAgent(transport.variables, ca);
}
function connectionError(error, target, transport) {
	if (!(error instanceof Error) || error instanceof KeyPairError) return error;
	const certificate = certificateError(error, target.hostname, caBundle(transport));
	if (certificate !== void 0) return certificate;
	const proxy = target.protocol === "https:" ? proxyOf(target, transport.variables) : void 0;
	const setBy = rememberEndpoint(error, target, transport);
	const reason = tlsReason(error);
	if (reason !== void 0) {
		const withoutTls = hasConnection(target) ? void 0 : answeredWithoutTls(reason, target, {
			setBy,
			proxy
		});
		if (withoutTls !== void 0) return withoutTls;
		error.message = `TLS failed: ${reason}`;
	}
	if (proxy === void 0 || error.name === "AbortError" || error.message.includes(proxy.label)) return error;
	error.message = `${error.message} (through the proxy ${proxy.label})`;
	return error;
}
function proxyOf({ hostname, port = 443 }, variables) {
	return isThisMachine(hostname) ? void 0 : proxyFor(hostname.replace(/^\[|\]$/g, ""), port, variables);
}
function caBundle({ variables, caBundleOfProfile }) {
	const [set] = [
		["AWS_CA_BUNDLE", variables["AWS_CA_BUNDLE"]],
		["ca_bundle of the AWS profile", caBundleOfProfile],
		["REQUESTS_CA_BUNDLE", variables["REQUESTS_CA_BUNDLE"]]
	].flatMap(([setBy, path]) => path ? [{
		setBy,
		path
	}] : []);
	return set;
}
export { agentFor, connectionError, directAgents, isPrivateHost, lookupPrivate, proxySecrets, refuseUnsafe, setAgents };
