import { expect, test } from '@jest/globals';
import type { AwsClient } from '../../../src/aws/client.ts';
import { serviceClock } from '../../../src/aws/service-clock.ts';

type Headers = Readonly<Record<string, string>>;

/** A client that gets responses with these headers, in order. */
function clientWith(responses: readonly Headers[]) {
  const left = [...responses];
  const requestHandler = { handle: async () => ({ response: { headers: left.shift() } }) };
  const client = { config: { requestHandler } } as unknown as AwsClient;
  const send = () => client.config.requestHandler.handle({ protocol: 'https:', hostname: 'x' });
  return { clock: serviceClock(client), send };
}

const ofEc2 = (date: string): Headers => ({ 'x-amzn-requestid': '8f77', date });

test('the time is that of the latest response of the service, whatever the clock of this machine says', async () => {
  const { clock, send } = clientWith([
    ofEc2('Tue, 24 Nov 2099 09:00:00 GMT'),
    ofEc2('Tue, 24 Nov 1998 09:00:00 GMT'),
  ]);
  await send();
  expect(clock.now().toISOString()).toMatch(/^2099-11-24T09:0/);
  await send();
  expect(clock.now().toISOString()).toMatch(/^1998-11-24T09:0/);
});

test('the time of a proxy does not count, nor does a response without one', async () => {
  const { clock, send } = clientWith([
    ofEc2('Tue, 24 Nov 1998 09:00:00 GMT'),
    { date: 'Tue, 24 Nov 2099 09:00:00 GMT' },
    { 'x-amzn-requestid': '8f77' },
    ofEc2('yesterday'),
  ]);
  for (let count = 0; count < 4; count += 1) await send();
  expect(clock.now().getUTCFullYear()).toBe(1998);
});

test('without any response, there is no time', () => {
  const { clock } = clientWith([]);
  expect(() => clock.now()).toThrow(expect.objectContaining({ code: 'NO_ANSWER' }));
});
