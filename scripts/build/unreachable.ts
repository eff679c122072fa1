import { replacing, rewriting, withoutMethods } from './replacing.ts';

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
 * a request again. Only for requests for credentials does the SDK do so, and there the header would only lengthen a wait.
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

/** Removes event streams, which no call of the action sends or reads. */
export const noEventStreams = withoutMethods(
  'no-event-streams',
  /[\\/]submodules[\\/]protocols[\\/]HttpProtocol\.js$/,
  [
    'serializeEventStream',
    'deserializeEventStream',
    'loadEventStreamCapability',
    'getEventStreamMarshaller',
    'resolveEventStreamMarshaller',
  ],
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

/** Removes signatures of anything but requests in headers: URLs, events of streams, and texts. */
export const noOtherSignatures = withoutMethods(
  'no-other-signatures',
  /[\\/]signature-v4[\\/]dist-es[\\/]SignatureV4\.js$/,
  ['presign', 'signEvent', 'signMessage', 'signString'],
);

/** Removes what translates errors between AWS's protocols: each service of the action has only one. */
export const noTranslatedErrors = withoutMethods(
  'no-translated-errors',
  /[\\/]submodules[\\/]protocols[\\/]ProtocolLib\.js$/,
  ['setQueryCompatError', 'queryCompatOutput'],
);

/** Removes the versions of requests and responses for the log: the action sets no logger. */
export const noLogFilter = replacing(
  'no-log-filter',
  /[\\/]smithy-client[\\/]schemaLogFilter\.js$/,
  'export function schemaLogFilter() {}\n',
);

/** Removes the settings of the modes that `noDefaultsMode` removes. */
export const noSettingsOfModes = replacing(
  'no-settings-of-modes',
  /[\\/]smithy-client[\\/]defaults-mode\.js$/,
  'export const loadConfigsForDefaultMode = () => ({});\n',
);

/** Removes functions that no endpoint of EC2, Auto Scaling, or a source of credentials is computed with. */
export const noOtherEndpoints = replacing(
  'no-other-endpoints',
  /[\\/]util-endpoints[\\/]lib[\\/]aws[\\/](?:parseArn|isVirtualHostableS3Bucket)\.js$/,
  'export const parseArn = undefined;\nexport const isVirtualHostableS3Bucket = undefined;\n',
);

/** Removes the streams of browsers: a response of node:http has another type. */
export const noWebStreams = replacing(
  'no-web-streams',
  /[\\/]util-stream[\\/](?:stream-collector|sdk-stream-mixin)\.browser\.js$/,
  `export const collectBlob = undefined;
export const collectReadableStream = undefined;
export const sdkStreamMixin = undefined;
`,
);

/**
 * Formats dates for headers with JavaScript itself, which does so in the same way. The SDK's function shares a file with
 * several parsers of dates, which only sources of credentials need.
 */
export const dateFormatOfJavaScript = rewriting(
  'date-format-of-javascript',
  /[\\/]protocols[\\/]query[\\/]QueryShapeSerializer\.js$/,
  [
    ['import { dateToUtcString } from "@smithy/core/serde";\n', ''],
    ['dateToUtcString(value)', 'value.toUTCString()'],
  ],
);
