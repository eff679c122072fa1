import { replacing } from './replacing.ts';

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
