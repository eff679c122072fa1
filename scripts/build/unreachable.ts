import type { Plugin } from 'rolldown';

/**
 * Removes the SDK's SHA-256 in JavaScript. It is only used if node:crypto has none, but the Node that runs actions
 * does. Only the module that chooses between the two (Sha256Node.js) imports it.
 */
export const noHashInJavaScript: Plugin = {
  name: 'no-hash-in-javascript',
  load: {
    filter: {
      id: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]checksum[\\/]sha256[\\/]Sha256Js\.js$/,
    },
    handler: () => ({ code: 'export const Sha256Js = undefined;\n', moduleSideEffects: false }),
  },
};

/** Removes the SDK's headers with traces of AWS Lambda, where no workflow step runs. */
export const noLambdaTracing: Plugin = {
  name: 'no-lambda-tracing',
  load: {
    filter: { id: /[\\/]middleware-recursion-detection[\\/]recursionDetectionMiddleware\.js$/ },
    handler: () => ({
      code: 'export const recursionDetectionMiddleware = () => (next) => next;\n',
      moduleSideEffects: false,
    }),
  },
};

/** Removes the SDK's rules for the names of S3 buckets, which endpoints of other services do not have. */
export const noBucketNames: Plugin = {
  name: 'no-bucket-names',
  load: {
    filter: { id: /[\\/]endpoints[\\/]service-customizations[\\/]s3\.js$/ },
    handler: () => ({
      code: 'export const resolveParamsForS3 = async (parameters) => parameters;\n',
      moduleSideEffects: false,
    }),
  },
};

/** Removes the SDK's adaptive retries, with their rate limiter: `clientSettings` sets another mode (src/aws/client.ts). */
export const noAdaptiveRetries: Plugin = {
  name: 'no-adaptive-retries',
  load: {
    filter: { id: /[\\/]submodules[\\/]retry[\\/]util-retry[\\/]AdaptiveRetryStrategy\.js$/ },
    handler: () => ({ code: 'export const AdaptiveRetryStrategy = undefined;\n', moduleSideEffects: false }),
  },
};

/**
 * Removes the SDK's parser of Retry-After, and with it those of three date formats: the action decides itself when to send
 * a request again. Only for reads of references does the SDK do so, and there the header would only lengthen a wait.
 */
export const noRetryAfter: Plugin = {
  name: 'no-retry-after',
  load: {
    filter: { id: /[\\/]submodules[\\/]retry[\\/]middleware-retry[\\/]parseRetryAfterHeader\.js$/ },
    handler: () => ({
      code: 'export const parseRetryAfterHeader = () => undefined;\nexport const getRetryAfterHint = () => undefined;\n',
      moduleSideEffects: false,
    }),
  },
};

/** Removes the SDK's log of every call: the action sets no logger. */
export const noCallLog: Plugin = {
  name: 'no-call-log',
  load: {
    filter: { id: /[\\/]middleware-logger[\\/]loggerMiddleware\.js$/ },
    handler: () => ({
      code: `export const loggerMiddleware = () => (next) => next;
export const loggerMiddlewareOptions = {};
export const getLoggerPlugin = () => ({ applyToStack() {} });
`,
      moduleSideEffects: false,
    }),
  },
};

/** Removes what the SDK adds to User-Agent about its own features, such as kinds of accounts and retries. */
export const noFeatureReport: Plugin = {
  name: 'no-feature-report',
  load: {
    filter: { id: /[\\/]middleware-user-agent[\\/]check-features\.js$/ },
    handler: () => ({ code: 'export async function checkFeatures() {}\n', moduleSideEffects: false }),
  },
};
