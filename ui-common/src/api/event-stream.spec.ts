import { describe, expect, it } from 'vitest';
import { EventStreamReader } from './event-stream.ts';

const STATUS = 'id: 2\nevent: status\ndata: {"status":"packed"}\n\n';
const PACKED = { type: 'status', data: '{"status":"packed"}' };

describe('an event stream', () => {
  it('gives an event when it is complete, and remembers its id', () => {
    const reader = new EventStreamReader('1');
    expect(reader.push('retry: 3000\n\n')).toEqual([]);
    expect(reader.state).toEqual({ lastEventId: '1', retry: 3000 });
    expect(reader.push(STATUS)).toEqual([PACKED]);
    expect(reader.state).toEqual({ lastEventId: '2', retry: 3000 });
  });

  it('reads the same from whatever pieces it comes in', () => {
    for (let size = 1; size < STATUS.length; size += 1) {
      const reader = new EventStreamReader();
      const pieces = STATUS.match(new RegExp(`[^]{1,${String(size)}}`, 'g')) ?? [];
      expect(pieces.flatMap((piece) => reader.push(piece))).toEqual([PACKED]);
      expect(reader.state.lastEventId).toBe('2');
    }
  });

  it.each(['\r\n', '\r', '\n'])('takes %j for the end of a line', (end) => {
    const reader = new EventStreamReader();
    const events = [...`${STATUS}: \n\n`.replaceAll('\n', end)].flatMap((piece) => reader.push(piece));
    expect(events).toEqual([PACKED]);
  });

  it('passes over comments, unknown fields, and events without data', () => {
    const reader = new EventStreamReader();
    expect(reader.push(': \n\nevent: status\n\ncolour: red\ndata\n\n')).toEqual([
      { type: 'message', data: '' },
    ]);
  });

  it('joins lines of data, and takes one space after the colon for a separator', () => {
    const reader = new EventStreamReader();
    expect(reader.push('\uFEFFdata:  two\ndata:lines\n\n')).toEqual([
      { type: 'message', data: ' two\nlines' },
    ]);
  });

  it('does not remember the id of an event that was cut off', () => {
    const reader = new EventStreamReader('1');
    expect(reader.push('id: 2\ndata: half')).toEqual([]);
    expect(reader.state.lastEventId).toBe('1');
  });

  it('ignores a retry that is no number', () => {
    const reader = new EventStreamReader();
    reader.push('retry: soon\n\n');
    expect(reader.state.retry).toBeUndefined();
  });
});
