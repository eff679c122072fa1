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

/**
 * Removes the SDK's lookup of traces in AWS Lambda, where no workflow step runs. Its only caller
 * (recursionDetectionMiddleware.js) continues without a trace.
 */
export const noLambdaTracing: Plugin = {
  name: 'no-lambda-tracing',
  load: {
    filter: { id: /[\\/]@aws[\\/]lambda-invoke-store[\\/]dist-es[\\/]invoke-store\.js$/ },
    handler: () => ({
      code: 'export const InvokeStore = { getInstanceAsync: async () => undefined };\n',
      moduleSideEffects: false,
    }),
  },
};
