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

/** Removes the SDK's rules for the names of S3 buckets, which endpoints of other services do not have. */
export const noBucketNames = replacing(
  'no-bucket-names',
  /[\\/]endpoints[\\/]service-customizations[\\/]s3\.js$/,
  'export const resolveParamsForS3 = async (parameters) => parameters;\n',
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

/**
 * Removes the SDK's chain of credential sources: the action constructs every client with credentials, which it finds in the
 * order of the AWS CLI (src/aws/credential-source.ts).
 */
export const noDefaultCredentials = replacing(
  'no-default-credentials',
  /[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/,
  'export const defaultProvider = undefined;\n',
);

/** Loads other code in place of the one module whose path matches. */
function replacing(name: string, id: RegExp, code: string): Plugin {
  return { name, load: { filter: { id }, handler: () => ({ code, moduleSideEffects: false }) } };
}
