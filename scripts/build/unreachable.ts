import type { Plugin } from 'rolldown';

/**
 * Removes the SDK's SHA-256 in JavaScript. It is only used if node:crypto has none, but the Node that runs actions
 * does. Only the module that chooses between the two (Sha256Node.js) imports it.
 */
export const noHashInJavaScript = replacing(
  'no-hash-in-javascript',
  /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]checksum[\\/]sha256[\\/]Sha256Js\.js$/,
  'export const Sha256Js = undefined;\n',
);

/** Removes the SDK's headers with traces of AWS Lambda, where no workflow step runs. */
export const noLambdaTracing = replacing(
  'no-lambda-tracing',
  /[\\/]middleware-recursion-detection[\\/]recursionDetectionMiddleware\.js$/,
  'export const recursionDetectionMiddleware = () => (next) => next;\n',
);

/** Removes the length of files as the body of a request: the action sends texts only. */
export const noFileBodies = replacing(
  'no-file-bodies',
  /[\\/]util-body-length[\\/]calculateBodyLength\.js$/,
  "export const calculateBodyLength = (body) => Buffer.byteLength(body ?? '');\n",
);

/** Removes the SDK's rules for the names of S3 buckets, which endpoints of other services do not have. */
export const noBucketNames = replacing(
  'no-bucket-names',
  /[\\/]middleware-endpoint[\\/]service-customizations[\\/]s3\.js$/,
  `export const resolveParamsForS3 = async (parameters) => parameters;
export const DOT_PATTERN = undefined;
export const S3_HOSTNAME_PATTERN = undefined;
export const isArnBucketName = undefined;
export const isDnsCompatibleBucketName = undefined;
`,
);

/** Removes the SDK's adaptive retries, with their rate limiter: `clientSettings` sets another mode (src/aws/client.ts). */
export const noAdaptiveRetries = replacing(
  'no-adaptive-retries',
  /[\\/]submodules[\\/]retry[\\/]util-retry[\\/]AdaptiveRetryStrategy\.js$/,
  'export const AdaptiveRetryStrategy = undefined;\n',
);

/**
 * Removes the SDK's parser of Retry-After, and with it those of three date formats: the action decides itself when to send
 * a request again. Only for reads of references does the SDK do so, and there the header would only lengthen a wait.
 */
export const noRetryAfter = replacing(
  'no-retry-after',
  /[\\/]submodules[\\/]retry[\\/]middleware-retry[\\/]parseRetryAfterHeader\.js$/,
  'export const parseRetryAfterHeader = () => undefined;\nexport const getRetryAfterHint = () => undefined;\n',
);

/** Removes the SDK's log of every call: the action sets no logger. */
export const noCallLog = replacing(
  'no-call-log',
  /[\\/]middleware-logger[\\/]loggerMiddleware\.js$/,
  `export const loggerMiddleware = () => (next) => next;
export const loggerMiddlewareOptions = {};
export const getLoggerPlugin = () => ({ applyToStack() {} });
`,
);

/** Removes what the SDK adds to User-Agent about its own features, such as kinds of accounts and retries. */
export const noFeatureReport = replacing(
  'no-feature-report',
  /[\\/]middleware-user-agent[\\/]check-features\.js$/,
  'export async function checkFeatures() {}\n',
);

/** Removes the format of headers in signed event streams, which no call of the action sends. */
export const noEventHeaders = replacing(
  'no-event-headers',
  /[\\/]signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/,
  'export class HeaderFormatter {}\n',
);

/** Removes event streams, which no response that the action reads has. */
export const noEventStreams = replacing(
  'no-event-streams',
  /[\\/]submodules[\\/]event-streams[\\/]index\.js$/,
  'export const EventStreamSerde = undefined;\n',
);

/** Removes the extensions of clients: the action passes none, and without one the settings stay as they are. */
export const noExtensions = replacing(
  'no-extensions',
  /[\\/]dist-es[\\/]runtimeExtensions\.js$/,
  'export const resolveRuntimeExtensions = (settings) => settings;\n',
);

/** Removes AWS_DEFAULTS_MODE, which chooses timeouts and retries: the action sets both itself (src/aws/client.ts). */
export const noDefaultsMode = replacing(
  'no-defaults-mode',
  /[\\/]defaults-mode[\\/]resolveDefaultsModeConfig\.js$/,
  "export const resolveDefaultsModeConfig = () => async () => 'legacy';\n",
);

/** Removes the warnings about versions of Node that are older than the one that runs actions. */
export const noVersionWarning = replacing(
  'no-version-warning',
  /[\\/]emitWarningIfUnsupportedVersion\.js$/,
  'export const state = {};\nexport const emitWarningIfUnsupportedVersion = () => {};\n',
);

/**
 * Removes the SDK's chain of credential sources: the action constructs every client with credentials, which it finds in the
 * order of the AWS CLI (src/aws/credential-source.ts).
 */
export const noDefaultCredentials = replacing(
  'no-default-credentials',
  /[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/,
  'export const defaultProvider = undefined;\n',
);

/** Removes the proxies of GitHub's client, and with them all of undici: the action connects itself (src/github/http-fetch.ts). */
export const noProxyOfGitHub = replacing(
  'no-proxy-of-github',
  /[\\/]@actions[\\/]github[\\/]lib[\\/]internal[\\/]utils\.js$/,
  `export const getAuthString = (token) => \`token \${token}\`;
export const getApiBaseUrl = () => undefined;
export const getProxyAgent = () => undefined;
export const getProxyFetch = () => undefined;
export const getUserAgentWithOrchestrationId = (userAgent) => userAgent;
`,
);

/** Removes the event of the run, which GitHub's client would read from a file. */
export const noEvent = replacing(
  'no-event',
  /[\\/]@actions[\\/]github[\\/]lib[\\/]context\.js$/,
  'export class Context {}\n',
);

/** Removes the names of all of GitHub's requests: the action sends one kind, by its path. */
export const noEndpointMethods = replacing(
  'no-endpoint-methods',
  /[\\/]plugin-rest-endpoint-methods[\\/]dist-src[\\/]index\.js$/,
  'export const restEndpointMethods = () => ({});\n',
);

/** Removes the pages of GitHub's lists, which the action does not read. */
export const noPagesOfGitHub = replacing(
  'no-pages-of-github',
  /[\\/]plugin-paginate-rest[\\/]dist-(?:src|bundle)[\\/]index\.js$/,
  'export const paginateRest = () => ({});\n',
);

/** Removes GitHub's GraphQL API, which the action does not use. */
export const noGraphQl = replacing(
  'no-graphql',
  /[\\/]@octokit[\\/]graphql[\\/]dist-(?:src|bundle)[\\/]index\.js$/,
  'export const withCustomRequest = () => ({ defaults: () => undefined });\nexport const graphql = undefined;\n',
);

/** Loads other code in place of the modules whose paths match. Fails the build if there are none (any more). */
function replacing(name: string, id: RegExp, code: string): Plugin {
  let replaced = 0;
  return {
    name,
    load: {
      filter: { id },
      handler() {
        replaced += 1;
        return { code, moduleSideEffects: false };
      },
    },
    buildEnd() {
      if (replaced === 0) this.error(`${name}: no module has such a path.`);
    },
  };
}
