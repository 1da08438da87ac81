import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayActAsOwner } from '../../../../src/core/apps/zoom_app.ts';
import {
  activities,
  defaultRoles,
  mayDo,
  roleChoices,
  roleRefusal,
  rolesFrom,
  whoMay,
} from '../../../../src/core/roles/activities.ts';

const held = fc.record({ isOwner: fc.boolean(), isAdmin: fc.boolean() });
const storedRoles = fc.dictionary(
  fc.oneof(fc.constantFrom(...activities), fc.string(), fc.constantFrom('__proto__', 'toString')),
  fc.oneof(fc.constantFrom(...whoMay), fc.string()),
);

describe('who may do what', () => {
  test('is as it always was where admins have decided nothing', () => {
    expect(rolesFrom({})).toEqual(defaultRoles);
    const everybody = mayDo(defaultRoles, { isOwner: false, isAdmin: false });
    expect(activities.filter(everybody)).toEqual(['register', 'tick']);
    const owner = mayDo(defaultRoles, { isOwner: true, isAdmin: false });
    expect(activities.filter(owner)).toEqual(activities.filter((activity) => activity !== 'delete'));
  });

  test('is always something that can be chosen, whatever is stored', () => {
    fc.assert(
      fc.property(storedRoles, (stored) => {
        const roles = rolesFrom(stored);
        expect(Object.keys(roles).sort()).toEqual([...activities].sort());
        for (const activity of activities) {
          expect(roleChoices[activity]).toContain(roles[activity]);
          const chosen = roleChoices[activity].find((who) => who === stored[activity]);
          expect(roles[activity]).toBe(chosen ?? defaultRoles[activity]);
        }
      }),
    );
  });

  test('includes admins always, owners unless it is for admins alone, and others where it is for everyone', () => {
    fc.assert(
      fc.property(storedRoles, held, fc.constantFrom(...activities), (stored, who, activity) => {
        const roles = rolesFrom(stored);
        const isAllowed = mayDo(roles, who)(activity);
        if (who.isAdmin) expect(isAllowed).toBe(true);
        else if (who.isOwner) expect(isAllowed).toBe(roles[activity] !== 'admins');
        else expect(isAllowed).toBe(roles[activity] === 'everyone');
        if (!isAllowed && roleRefusal(roles, activity) === 'not_owner')
          expect(roles[activity]).toBe('owners');
      }),
    );
  });

  test('can always be chosen as it is by default', () => {
    for (const activity of activities) expect(roleChoices[activity]).toContain(defaultRoles[activity]);
  });

  test('leaves an app without owners to everybody of the workspace, unless it is for admins alone', () => {
    const isOwner = mayActAsOwner({ owners: [] }, 'U1');
    const may = mayDo(rolesFrom({ archive: 'admins' }), { isOwner, isAdmin: false });
    expect([may('edit'), may('archive')]).toEqual([true, false]);
  });
});
