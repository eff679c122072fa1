import { parseArgs } from 'node:util';
import { startLocalAws } from './server.ts';

/**
 * `node local/aws/main.ts [--port N]`: starts the endpoint and prints its URL and the environment variables that a
 * client needs, as one line of JSON. Ends on SIGINT, on SIGTERM, or when its standard input ends.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  throw new RangeError(`--port ${values.port}: not a port`);

const ended = Promise.withResolvers<void>();
process.once('SIGINT', ended.resolve);
process.once('SIGTERM', ended.resolve);
process.stdin.once('end', ended.resolve).once('error', ended.resolve).resume();

const aws = await startLocalAws({ port });
process.stdout.write(`${JSON.stringify({ url: aws.url, environment: aws.environment() })}\n`);
await ended.promise;
await aws.close();
process.stdin.destroy();
