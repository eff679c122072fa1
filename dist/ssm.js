import { AddTagsToResource$, DeleteParameter$, GetParameter$, GetParameterHistory$, ListTagsForResource$, PutParameter$, SSMClient, _ep0, _mw0, command } from "./commandBuilder.js";
import { endpointOf, required, rethrowRedacted } from "./aws.js";
// @aws-sdk/client-ssm
var AddTagsToResourceCommand = class extends command(_ep0, _mw0, "AddTagsToResource", AddTagsToResource$) {};
var DeleteParameterCommand = class extends command(_ep0, _mw0, "DeleteParameter", DeleteParameter$) {};
var GetParameterCommand = class extends command(_ep0, _mw0, "GetParameter", GetParameter$) {};
var GetParameterHistoryCommand = class extends command(_ep0, _mw0, "GetParameterHistory", GetParameterHistory$) {};
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
			delete: "ssm:DeleteParameter",
			replace: "ssm:PutParameter",
			tag: "ssm:AddTagsToResource",
			kmsKeyId: "ssm:GetParameterHistory"
		},
		notFound: [
			"ParameterNotFound",
			"ParameterVersionNotFound",
			"InvalidResourceId"
		],
		taken: ["ParameterAlreadyExists"],
		endpoint: () => endpointOf(client, GetParameterCommand),
		async look(name, options) {
			const command = new ListTagsForResourceCommand({
				ResourceType: "Parameter",
				ResourceId: name
			});
			const tags = required((await client.send(command, options)).TagList);
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
			return (await client.send(command, options).catch(rethrowRedacted)).Version?.toString();
		},
		async read(name, version, options) {
			const command = new GetParameterCommand({
				Name: version === void 0 ? name : `${name}:${version}`,
				WithDecryption: true
			});
			return (await client.send(command, options).catch(rethrowRedacted)).Parameter?.Value;
		},
		async delete(Name, options) {
			await client.send(new DeleteParameterCommand({ Name }), options);
		},
		async replace(Name, { text, kmsKeyId }, _token, options) {
			const command = new PutParameterCommand({
				Name,
				Value: text,
				Type: "SecureString",
				KeyId: kmsKeyId,
				Overwrite: true
			});
			return (await client.send(command, options).catch(rethrowRedacted)).Version?.toString();
		},
		async tag(ResourceId, tags, options) {
			const command = new AddTagsToResourceCommand({
				ResourceType: "Parameter",
				ResourceId,
				Tags: tags.map(({ key, value }) => ({
					Key: key,
					Value: value
				}))
			});
			await client.send(command, options);
		},
		async kmsKeyId(Name, options) {
			let NextToken;
			let keyId;
			do {
				const command = new GetParameterHistoryCommand({
					Name,
					MaxResults: 50,
					NextToken
				});
				const page = await client.send(command, options);
				keyId = required(page.Parameters).at(-1)?.KeyId ?? keyId;
				({NextToken} = page);
			} while (NextToken !== void 0);
			return keyId === "alias/aws/ssm" ? void 0 : keyId;
		},
		knownErrors: () => ({})
	};
}
export { parameterStore };
