import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { SECOND_MS } from '../durations.js';
import { DiskFullError, listAbandonedParts, writeAtomically, type FileSource } from './atomic-write.js';

let root: string;
let path: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'atomic-write-'));
  path = join(root, 'folder', 'file');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(root, { recursive: true });
});

const files = (): Promise<string[]> => readdir(join(root, 'folder'));
const permissions = async (of: string): Promise<number> => (await stat(of)).mode & 0o777;

describe('writeAtomically', () => {
  it.each<[string, FileSource]>([
    ['bytes', Buffer.from('दूध and ghee')],
    ['texts', textsOf('दूध ', 'and ghee')],
    ['a stream', Readable.from([Buffer.from('दूध '), Buffer.from('and ghee')])],
    ['a function', (stream) => writeAndEnd(stream, 'दूध and ghee')],
  ])('writes %s and returns their size', async (_, source) => {
    expect(await writeAtomically(path, source)).toBe(18);
    expect(await readFile(path, 'utf8')).toBe('दूध and ghee');
    expect(await files()).toEqual(['file']);
  });

  it('lets only the owner read the file and open the folder', async () => {
    await writeAtomically(path, Buffer.from('secret'));
    expect(await permissions(path)).toBe(0o600);
    expect(await permissions(join(root, 'folder'))).toBe(0o700);
  });

  it('shows the old content until the new content is complete', async () => {
    await writeAtomically(path, Buffer.from('old'));
    let seen: string | undefined;
    await writeAtomically(path, async (stream) => {
      stream.write('new ');
      seen = await readFile(path, 'utf8');
      await writeAndEnd(stream, 'content');
    });
    expect(seen).toBe('old');
    expect(await readFile(path, 'utf8')).toBe('new content');
  });

  it('keeps one complete file of several concurrent writes', async () => {
    const contents = Array.from({ length: 8 }, (_, i) => String(i).repeat(100_000));
    await Promise.all(contents.map((content) => writeAtomically(path, textsOf(content))));
    expect(contents).toContain(await readFile(path, 'utf8'));
    expect(await files()).toEqual(['file']);
  });

  it.each<[string, () => FileSource]>([
    ['an iterable', () => brokenTexts()],
    ['a stream', () => Readable.from(brokenTexts())],
    [
      'a function',
      () => async (stream) => {
        stream.write('half a file');
        throw new Error('out of order');
      },
    ],
    [
      'a destroyed stream',
      () => async (stream) => {
        stream.destroy(new Error('out of order'));
      },
    ],
  ])('keeps the old file and removes the part file if %s fails', async (_, source) => {
    await writeAtomically(path, Buffer.from('old'));
    await expect(writeAtomically(path, source())).rejects.toThrow('out of order');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await files()).toEqual(['file']);
  });

  it('removes the part file if the path is a folder', async () => {
    await mkdir(join(path, 'in the way'), { recursive: true });
    await expect(writeAtomically(path, Buffer.from('content'))).rejects.toThrow();
    expect(await files()).toEqual(['file']);
  });

  it.each(['ENOSPC', 'EDQUOT'])('reports %s as a full disk and removes the part file', async (code) => {
    const cause = Object.assign(new Error('no space left on device'), { code });
    jest.spyOn(fs, 'fsync').mockImplementationOnce((_, done) => done(cause));
    const writing = writeAtomically(path, Buffer.from('content'));
    await expect(writing).rejects.toThrow(new DiskFullError(cause));
    await expect(writing).rejects.toMatchObject({ cause });
    expect(await files()).toEqual([]);
  });
});

describe('listAbandonedParts', () => {
  it('lists the part files that were last written before the instant', async () => {
    for (const [name, writtenAt] of [
      ['old.pdf', 10_000],
      ['a.pdf.1.part', 10_000],
      ['b.pdf.2.part', 20_000],
    ] as const) {
      await writeFile(join(root, name), '');
      await utimes(join(root, name), writtenAt / SECOND_MS, writtenAt / SECOND_MS);
    }
    expect(await listAbandonedParts(root, 20_000)).toEqual([join(root, 'a.pdf.1.part')]);
  });

  it('includes the part file of an unfinished write', async () => {
    let parts: string[] = [];
    await writeAtomically(path, async (stream) => {
      await new Promise((resolve) => stream.write('half a file', resolve));
      parts = await listAbandonedParts(join(root, 'folder'), Infinity);
      stream.end();
    });
    expect(parts).toHaveLength(1);
    expect(await listAbandonedParts(join(root, 'folder'), Infinity)).toEqual([]);
  });

  it('lists nothing if the folder does not exist', async () => {
    expect(await listAbandonedParts(join(root, 'missing'), Infinity)).toEqual([]);
  });
});

async function* textsOf(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function* brokenTexts(): AsyncGenerator<string> {
  yield 'half a file';
  throw new Error('out of order');
}

function writeAndEnd(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => stream.end(text, resolve));
}
