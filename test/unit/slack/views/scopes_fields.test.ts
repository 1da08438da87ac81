import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import { finish } from '../../../../src/core/scopes/chunks.ts';
import { newId } from '../../../../src/ids.ts';
import { limits } from '../../../../src/slack/blocks/limits.ts';
import { LONGEST_TEXT } from '../../../../src/slack/views/inputs.ts';
import { filled, fitsForm, formFor } from '../../../../src/slack/views/scopes/fill_scopes.ts';
import { judging } from '../../../../src/slack/views/scopes/judge_typed_scopes.ts';
import { refilled } from '../../../../src/slack/views/scopes/redraw_scopes.ts';
import { scopesView } from '../../../../src/slack/views/scopes/scopes_view.ts';
import { scopeBlocks } from '../../../../src/slack/views/scopes/typed_scopes.ts';
import { MOST_FIELDS } from '../../../../src/slack/views/scopes_form.ts';
import { metadataOf, stateOf } from '../../../../src/slack/views/view_metadata.ts';

/** A list that takes this many fields: each scope fills more than half of one. */
const listOf = (fields: number): string[] =>
  Array.from(
    { length: fields },
    (_, i) => `new_service:read:thing_${i}_${'x'.repeat(LONGEST_TEXT - 100)}:admin`,
  );

const editing = (form: ReturnType<typeof formFor>) =>
  ({ kind: 'edit_scopes', appId: newId(), version: 1, form }) as const;

describe('the fields of the scopes form', () => {
  test('a form of any list that fits is read again as it was drawn, with every field in the view', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FIELDS }), (fields) => {
        const typed = filled(listOf(fields));
        const state = editing(formFor('admin', typed));
        expect(stateOf(metadataOf(state))).toEqual(state);
        const { blocks } = scopesView(state, typed, finish(judging(state.form, typed)));
        expect(blocks.length).toBeLessThanOrEqual(limits.view.blocks);
        const ids = blocks.map(({ block_id }) => block_id);
        for (let i = 0; i < fields; i += 1) expect(ids).toContain(scopeBlocks.paste(state.form, i));
      }),
      { numRuns: 12, examples: [[0], [1], [MOST_FIELDS]] },
    );
  });

  test.each([MOST_FIELDS + 1, 2 * MOST_FIELDS, 1_000])(
    'a list for %i fields is not drawn: it could not be read when it is submitted',
    (fields) => {
      expect(fitsForm(filled(listOf(fields)))).toBe(false);
      expect(() => formFor('admin', filled(listOf(fields)))).toThrow(`${fields} fields`);
    },
  );

  test.each([
    [MOST_FIELDS, 'success'],
    [MOST_FIELDS + 1, 'warning'],
    [500, 'warning'],
  ] as const)('a change to a list of %i fields is made, or nothing is changed: %s', (fields, level) => {
    const typed = filled(['user:read:user:admin'], 'What it does');
    const before = { form: formFor('admin', typed), typed };
    const after = refilled(before, listOf(fields), { level: 'success', text: 'Converted.' });
    expect(after.banner?.level).toBe(level);
    if (level === 'warning') expect(after).toMatchObject(before);
    else expect(after).toMatchObject({ form: { fields }, typed: filled(listOf(fields), 'What it does') });
  });

  test('a list that could not be shown again is refused at its field, before it is saved', () => {
    const picked = catalogue.scopes.slice(0, limits.select).map(({ scope }) => scope);
    const typed = { ...filled(listOf(MOST_FIELDS)), picked };
    const form = formFor('admin', typed);
    expect(finish(judging(form, typed)).errors[scopeBlocks.paste(form, 0)]).toMatch(
      /longer list than the form/,
    );
    const shorter = { ...typed, pasted: typed.pasted.slice(0, 30) };
    expect(finish(judging(form, shorter)).errors[scopeBlocks.paste(form, 0)] ?? '').not.toMatch(
      /longer list/,
    );
  });

  test('the whole catalogue fits, with as many other scopes as a button carries', () => {
    const all = catalogue.scopes.map(({ scope }) => scope);
    const others = Array.from({ length: limits.button.value / 20 }, (_, i) => `new:read:thing_${i}:admin`);
    expect(fitsForm(filled([...all, ...others]))).toBe(true);
  });
});
