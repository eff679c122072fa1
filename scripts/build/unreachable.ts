import type { Plugin } from 'rolldown';

/**
 * Leaves out the SDK's SHA-256 in JavaScript. It is for a Node whose node:crypto has none; the one that runs
 * actions has. Nothing but the choice between the two (Sha256Node.js) imports it.
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
 * Leaves out where the SDK looks for the trace of a call inside AWS Lambda. No workflow step runs there.
 * Its one caller (recursionDetectionMiddleware.js) goes on without a trace.
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
