import { describe, expect, it } from 'vitest';
import { checkBlocks, checkMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { button, select, selectable } from '../../../../src/slack/blocks/elements.ts';
import { messageView, viewBlocks } from '../../../../src/slack/blocks/fit.ts';
import { actions, codeBlocks, header, section, sections } from '../../../../src/slack/blocks/layout.ts';
import { limits } from '../../../../src/slack/blocks/limits.ts';
import { ago, moment } from '../../../../src/slack/blocks/time.ts';

describe('a message that would be too much for Slack', () => {
  it.each([
    ['blocks', Array.from({ length: 80 }, (_, i) => section(`Line ${i}`))],
    ['text', Array.from({ length: 20 }, () => section('x'.repeat(2900)))],
  ])('is cut at its end, and says so: %s', (_what, blocks) => {
    const message = messageView('y'.repeat(50_000), blocks);
    expect(checkMessage({ ...message })).toBeNull();
    expect(JSON.stringify(message.blocks.at(-1))).toContain('more than Slack can show');
  });

  it('is left alone when it fits', () => {
    const blocks = [header('a'), section('b')];
    expect(messageView('c', blocks)).toEqual({ text: 'c', blocks });
  });

  it('has its counterpart for views', () => {
    const blocks = viewBlocks(Array.from({ length: 200 }, () => section('x'.repeat(2900))));
    expect(checkBlocks(blocks, 'home')).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(limits.view.blocks);
  });
});

describe('blocks', () => {
  it('cut a header, a button and a section that are too long', () => {
    const long = '🎉 & <'.repeat(2000);
    const blocks = [
      header(long),
      section(long, button(long, 'a', 'v')),
      ...actions([button(long, 'b', 'v')]),
    ];
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  it('put many lines into as many sections as they need, and lose none', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `line ${i} ${'x'.repeat(90)}`);
    const blocks = sections(lines);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    const text = JSON.stringify(blocks);
    expect(lines.every((line) => text.includes(line))).toBe(true);
  });

  it('put text to copy into code blocks, escaped, and count what is left', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `a&b<${i}> \`\`\` ${'x'.repeat(40)}`);
    const { blocks, left } = codeBlocks(lines, 2);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(blocks).toHaveLength(2);
    const shown = JSON.stringify(blocks).match(/a&amp;b&lt;\d+&gt;/g) ?? [];
    expect(shown.length + left).toBe(500);
  });

  it('put more than 25 buttons into several rows', () => {
    const rows = actions(Array.from({ length: 30 }, (_, i) => button(`${i}`, `a${i}`, 'v')));
    expect(rows).toHaveLength(2);
    expect(checkBlocks(rows, 'message')).toEqual([]);
  });

  it('offer at most 100 choices, and none whose value Slack cannot carry', () => {
    const choices = Array.from({ length: 150 }, (_, i) => ({
      label: `${i}`,
      value: i === 0 ? 'x'.repeat(151) : `${i}`,
    }));
    expect(selectable(choices).map(({ value }) => value)).toEqual(
      Array.from({ length: 100 }, (_, i) => `${i + 1}`),
    );
    expect(checkBlocks(actions([select('Pick', 'pick', choices)]), 'message')).toEqual([]);
  });
});

describe('time', () => {
  const now = new Date('2026-11-23T18:12:00Z');
  const earlier = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

  it('is shown by Slack in the time zone of the reader, and in UTC where Slack cannot', () => {
    expect(moment(now)).toBe('<!date^1795457520^{date_short_pretty} at {time}|23 Nov 2026, 18:12 UTC>');
  });

  it('is an age in words where the reader reads at once', () => {
    expect([5, 40, 120, 7200, 86_400 * 3].map((age) => ago(earlier(age), now))).toEqual([
      'just now',
      '40 s ago',
      '2 min ago',
      '2 h ago',
      '3 days ago',
    ]);
    expect(ago(earlier(-60), now)).toBe('just now');
  });
});
