import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sessionNameOf } from '../../../src/step/role-session-name.ts';

/** As STS documents RoleSessionName (API reference, AssumeRoleWithWebIdentity). */
const documented = /^[\w+=,.@-]{2,64}$/;

describe('The name of a session', () => {
  test.each([
    ['widgets', '4242-1', 'build', 'widgets.4242-1.build'],
    ['widgets', '4242-1', '', 'widgets.4242-1'],
    ['wid gets', '4242-1', 'bäuild/x', 'wid-gets.4242-1.b-uild-x'],
    ['r'.repeat(100), '12345678901-1', 'j'.repeat(100), `${'r'.repeat(29)}.12345678901-1.${'j'.repeat(20)}`],
    ['app', '12345678901-1', 'j'.repeat(100), `app.12345678901-1.${'j'.repeat(46)}`],
    ['r'.repeat(100), '12345678901-1', 'j', `${'r'.repeat(48)}.12345678901-1.j`],
  ])('of %s, run %s, and job %s is %4$s', (repository, run, job, name) => {
    expect(sessionNameOf(repository, run, job)).toBe(name);
  });

  test('is one that STS accepts, with the whole run, whatever the repository and the job are called', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.string(), (repository, run, job) => {
        const name = sessionNameOf(repository, `${run}-1`, job);
        expect(name).toMatch(documented);
        expect(name).toContain(`${run}-1`);
      }),
    );
  });
});
