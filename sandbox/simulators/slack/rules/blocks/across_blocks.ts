import { LIMITS } from '../limits.ts';
import { type Fields, isFields, itemsOf, pointerOf } from '../pointer.ts';
import type { Violation } from '../violation.ts';
import type { Surface } from './surfaces.ts';
import { lengthOf } from './text.ts';

/** Rules across blocks: uniqueness, "at most one", and what depends on neighbours. */
export function acrossBlocks(blocks: unknown, surface: Surface, at: string): Violation[] {
  const placed = placedBlocks(blocks, at);
  return [
    ...duplicateBlockIds(placed),
    ...placed.flatMap(duplicateActionIds),
    ...focus(placed, surface),
    ...responseUrls(placed, surface),
    ...(surface === 'message' ? oncePerMessage(placed, at) : []),
  ];
}

interface Placed {
  readonly block: Fields;
  readonly pointer: string;
}

/** All blocks with their pointers, also those inside a container or a carousel. */
function placedBlocks(blocks: unknown, at: string): Placed[] {
  return itemsOf(blocks).flatMap(([index, block]) => {
    if (!isFields(block)) return [];
    const pointer = pointerOf(at, [index]);
    const inside =
      block.type === 'container' ? 'child_blocks' : block.type === 'carousel' ? 'elements' : null;
    return [{ block, pointer }, ...(inside ? placedBlocks(block[inside], `${pointer}/${inside}`) : [])];
  });
}

function duplicateBlockIds(placed: readonly Placed[]): Violation[] {
  const ids = placed.map(({ block, pointer }) => ({ id: block.block_id, pointer: `${pointer}/block_id` }));
  return repeated(ids, 'block_id');
}

/**
 * An action_id must be unique within its block (@slack/types; recorded: `action_id` "x" already exists
 * [json-pointer:/blocks/1/elements/1/action_id]). Two blocks may share one: payloads carry the block_id as well.
 */
function duplicateActionIds(placed: Placed): Violation[] {
  const ids = elementsOf(placed).map(({ element, pointer }) => ({
    id: element.action_id,
    pointer: `${pointer}/action_id`,
  }));
  return repeated(ids, 'action_id');
}

function repeated(ids: readonly { id: unknown; pointer: string }[], field: string): Violation[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, pointer }) => {
    if (typeof id !== 'string') return [];
    if (seen.has(id))
      return [{ code: `duplicate_${field}`, pointer, message: `\`${field}\` "${id}" already exists` }];
    seen.add(id);
    return [];
  });
}

interface PlacedElement {
  readonly element: Fields;
  readonly pointer: string;
  readonly inInput: boolean;
}

function elementsOf({ block, pointer }: Placed): PlacedElement[] {
  if (block.type === 'carousel') return [];
  const single = ['element', 'accessory'].map((field) => ({
    value: block[field],
    at: `${pointer}/${field}`,
  }));
  const listed = ['elements', 'actions'].flatMap((field) =>
    itemsOf(block[field]).map(([index, value]) => ({ value, at: `${pointer}/${field}/${index}` })),
  );
  return [...single, ...listed].flatMap(({ value, at }) =>
    isFields(value) ? [{ element: value, pointer: at, inInput: block.type === 'input' }] : [],
  );
}

/** At most one element of a view takes the focus. The flag belongs to views; in messages it is unverified: refused. */
function focus(placed: readonly Placed[], surface: Surface): Violation[] {
  const focused = placed.flatMap(elementsOf).filter(({ element }) => element.focus_on_load === true);
  const tooMany = surface === 'message' ? focused : focused.slice(1);
  const message =
    surface === 'message'
      ? '`focus_on_load` is only available in views'
      : 'only one element can have `focus_on_load` set to true';
  return tooMany.map(({ pointer }) => ({
    code: 'focus_on_load',
    pointer: `${pointer}/focus_on_load`,
    message,
  }));
}

/** Only a menu in an input block of a modal can hand out a response_url. */
function responseUrls(placed: readonly Placed[], surface: Surface): Violation[] {
  return placed
    .flatMap(elementsOf)
    .filter(
      ({ element, inInput }) => element.response_url_enabled === true && !(inInput && surface === 'modal'),
    )
    .map(({ pointer }) => ({
      code: 'response_url_enabled',
      pointer: `${pointer}/response_url_enabled`,
      message: '`response_url_enabled` is only available for input blocks in modals',
    }));
}

/** `table` and `data_table` count together; a plan stands alone and does not mix with loose task cards. */
function oncePerMessage(placed: readonly Placed[], at: string): Violation[] {
  const of = (...types: string[]) => placed.filter(({ block }) => types.includes(String(block.type)));
  const plans = of('plan');
  return [
    ...surplus(of('table', 'data_table'), 1, 'only_one_table_allowed', 'only one table allowed'),
    ...surplus(plans, LIMITS.plan.perMessage, 'only_one_plan_allowed', 'only one plan allowed'),
    ...surplus(
      of('data_visualization'),
      LIMITS.chart.perMessage,
      'too_many',
      'no more than 2 charts allowed',
    ),
    ...(plans.length > 0
      ? surplus(of('task_card'), 0, 'plan_and_tasks', 'must not mix `plan` and `task_card`')
      : []),
    ...markdownTotal(of('markdown'), at),
  ];
}

function surplus(placed: readonly Placed[], allowed: number, code: string, message: string): Violation[] {
  return placed.slice(allowed).map(({ pointer }) => ({ code, pointer, message }));
}

function markdownTotal(placed: readonly Placed[], at: string): Violation[] {
  const total = placed.reduce(
    (sum, { block }) => sum + (typeof block.text === 'string' ? lengthOf(block.text) : 0),
    0,
  );
  if (placed.length < 2 || total <= LIMITS.markdown) return [];
  const message = `must be less than ${LIMITS.markdown + 1} characters`;
  return [{ code: 'too_long', pointer: at, message }];
}
