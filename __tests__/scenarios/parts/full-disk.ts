/** Preloaded into main (`--import`): the runner's file that FULL_DISK names (as in GITHUB_OUTPUT) takes nothing any more. */
const { FULL_DISK: variable = '' } = process.env;
if (process.argv[1]?.endsWith('main.js')) process.env[variable] = '/dev/full';
