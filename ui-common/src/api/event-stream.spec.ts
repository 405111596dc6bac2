import { describe, expect, it } from 'vitest';
import { EventStreamReader } from './event-stream.ts';

const STATUS = 'id: 2\nevent: status\ndata: {"status":"packed"}\n\n';
const PACKED = { type: 'status', data: '{"status":"packed"}' };

describe('EventStreamReader', () => {
  it('returns an event once it is complete and stores its id', () => {
    const reader = new EventStreamReader('1');
    expect(reader.push('retry: 3000\n\n')).toEqual([]);
    expect(reader.state).toEqual({ lastEventId: '1', retry: 3000 });
    expect(reader.push(STATUS)).toEqual([PACKED]);
    expect(reader.state).toEqual({ lastEventId: '2', retry: 3000 });
  });

  it('returns the same event for every chunk size', () => {
    for (let size = 1; size < STATUS.length; size += 1) {
      const reader = new EventStreamReader();
      const chunks = STATUS.match(new RegExp(`[^]{1,${String(size)}}`, 'g')) ?? [];
      expect(chunks.flatMap((chunk) => reader.push(chunk))).toEqual([PACKED]);
      expect(reader.state.lastEventId).toBe('2');
    }
  });

  it.each(['\r\n', '\r', '\n'])('accepts %j as a line ending', (end) => {
    const reader = new EventStreamReader();
    const events = [...`${STATUS}: \n\n`.replaceAll('\n', end)].flatMap((chunk) => reader.push(chunk));
    expect(events).toEqual([PACKED]);
  });

  it('ignores comments, unknown fields and events without data', () => {
    const reader = new EventStreamReader();
    expect(reader.push(': \n\nevent: status\n\ncolour: red\ndata\n\n')).toEqual([
      { type: 'message', data: '' },
    ]);
  });

  it('joins data lines and strips one space after the colon', () => {
    const reader = new EventStreamReader();
    expect(reader.push('\uFEFFdata:  two\ndata:lines\n\n')).toEqual([
      { type: 'message', data: ' two\nlines' },
    ]);
  });

  it('keeps the previous id when an event is cut off', () => {
    const reader = new EventStreamReader('1');
    expect(reader.push('id: 2\ndata: half')).toEqual([]);
    expect(reader.state.lastEventId).toBe('1');
  });

  it('ignores a retry field that is not a number', () => {
    const reader = new EventStreamReader();
    reader.push('retry: soon\n\n');
    expect(reader.state.retry).toBeUndefined();
  });
});
